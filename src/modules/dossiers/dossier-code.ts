/**
 * The code of a dossier (mã hồ sơ): given at reception, by the rule of that day, printed, and never changed. The code of
 * the agency is the one it bore on that day; what was given under older rules and names is read for ever.
 */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { Day, isDayText } from '#kernel/time.ts'
import './dossier-code.messages.vi.ts'
import file from '../../../data/national/dossier-code-rules.json' with { type: 'json' }

const parts = /\{(agency|yyMMdd|yyyyMMdd|sequence)\}/g

export const CodeRule = z
  .object({
    code: z.string(),
    validFrom: Day.nullable(),
    /** The last day in force. */
    validTo: Day.nullable(),
    /** The house gives codes by it; the others are for reading what other systems gave. */
    issues: z.boolean(),
    /** Whose codes of agencies are used, the first that there is. */
    agencySystems: z.array(z.string()).min(1),
    pattern: z.string(),
    sequenceWidth: z.int().min(1).max(12),
    /** After the last number of that width: a longer one, or none. */
    whenFull: z.enum(['grow', 'refuse']),
    resultPattern: z.string().includes('{code}').includes('{n}'),
    citation: z.string(),
    verified: z.boolean(),
    /** Parts that nobody has laid down so. */
    assumed: z.array(z.string()),
  })
  .refine(({ pattern }) => {
    const named = [...pattern.matchAll(parts)].map(([, part]) => part)
    return named.length === 3 && named.includes('agency') && named.includes('sequence')
  })
export type CodeRule = z.infer<typeof CodeRule>

const rules = z.array(CodeRule).min(1).parse(file.rules)

const isInForce = ({ validFrom, validTo }: CodeRule, on: Day) => (validFrom ?? on) <= on && on <= (validTo ?? on)

/** The rule by which codes are given on a day. */
export function codeRuleOn(on: Day, all: readonly CodeRule[] = rules): CodeRule {
  const found = all.findLast((rule) => rule.issues && isInForce(rule, on))
  if (!found) throw new Error(`no rule gives codes to dossiers on ${on}`)
  return found
}

/** A code of an agency; both ends are days in force. */
export type AgencyCode = {
  readonly system: string
  readonly code: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

/** The code that an agency bore on a day, or null when it had none that the rule knows. */
export function agencyCodeOn(codes: readonly AgencyCode[], on: Day, { agencySystems }: CodeRule): string | null {
  const borne = codes.filter(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on))
  return agencySystems.flatMap((system) => borne.filter((one) => one.system === system))[0]?.code ?? null
}

const agencyShape = /^[A-Z0-9]+(\.[A-Z0-9]+)*$/

export type Numbered = { readonly agency: string; readonly on: Day; readonly sequence: number }

/** Why no code can be made for this, or null. */
export function objectionToNumber({ agency, sequence }: Omit<Numbered, 'on'>, rule: CodeRule): Key | null {
  if (!agencyShape.test(agency)) return 'dossiers.code.agency_without_code'
  const full = String(sequence).length > rule.sequenceWidth
  return full && rule.whenFull === 'refuse' ? 'dossiers.code.day_full' : null
}

const digits = (on: Day) => on.replaceAll('-', '')

/** The code of the n-th dossier that an agency received on a day. Ask `objectionToNumber` first. */
export function dossierCode({ agency, on, sequence }: Numbered, rule: CodeRule): string {
  if (objectionToNumber({ agency, sequence }, rule)) throw new Error(`no code for ${agency}, ${on}, ${sequence}`)
  const values: Record<string, string> = {
    agency,
    yyMMdd: digits(on).slice(2),
    yyyyMMdd: digits(on),
    sequence: String(sequence).padStart(rule.sequenceWidth, '0'),
  }
  return rule.pattern.replace(parts, (_, part: string) => values[part] ?? '')
}

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** What a rule makes, as an expression. A sequence that may grow is never longer than it must be. */
function shapeOf({ pattern, sequenceWidth, whenFull }: CodeRule): RegExp {
  const exact = `\\d{${sequenceWidth}}`
  const shapes: Record<string, string> = {
    agency: '(?<agency>[A-Z0-9]+(?:\\.[A-Z0-9]+)*)',
    yyMMdd: '(?<day>\\d{6})',
    yyyyMMdd: '(?<day>\\d{8})',
    sequence: `(?<sequence>${whenFull === 'grow' ? `(?:${exact}|[1-9]\\d{${sequenceWidth},})` : exact})`,
  }
  const split = pattern.split(/(\{\w+\})/)
  return new RegExp(`^${split.map((part) => shapes[part.slice(1, -1)] ?? literal(part)).join('')}$`)
}

export type ReadCode = Numbered & { readonly code: string; readonly rule: string }

/** Codes began in this century. */
const dayOfDigits = (text: string): string =>
  (text.length === 6 ? `20${text}` : text).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

/** As people type it: any case, spaces, dashes of all lengths. By every rule there ever was; null when it is no code. */
export function readDossierCode(typed: string, all: readonly CodeRule[] = rules): ReadCode | null {
  const code = typed.toUpperCase().replace(/\s/g, '').replace(/[–—−]/g, '-')
  for (const rule of all) {
    const { agency, day: written = '', sequence } = shapeOf(rule).exec(code)?.groups ?? {}
    const on = dayOfDigits(written)
    if (agency && sequence && isDayText(on) && isInForce(rule, on) && Number(sequence) > 0)
      return { code, agency, on, sequence: Number(sequence), rule: rule.code }
  }
  return null
}

type Wanted = { readonly code: string; readonly agency: string; readonly on: Day }

/** Why a code that another system wants to give to a dossier here cannot be taken, or null. */
export function objectionToCode({ code, agency, on }: Wanted, isTaken: boolean, all = rules): Key | null {
  const read = readDossierCode(code, all)
  if (!read) return 'dossiers.code.unreadable'
  if (read.agency !== agency || read.on !== on) return 'dossiers.code.of_another'
  return isTaken ? 'dossiers.code.taken' : null
}

/** The code of the n-th result of a dossier in the store of electronic data. */
export const resultCode = (code: string, n: number, { resultPattern }: CodeRule): string =>
  resultPattern.replace('{code}', code).replace('{n}', String(n))

/** Read with or without the brackets with which the decree writes its n. */
export function readResultCode(typed: string): { readonly dossier: ReadCode; readonly n: number } | null {
  const [, code = '', plain, inBrackets] = /^(.+)-KQ(?:(\d+)|\((\d+)\))$/i.exec(typed.trim()) ?? []
  const dossier = readDossierCode(code)
  const n = Number(plain ?? inBrackets ?? 0)
  return dossier && n > 0 ? { dossier, n } : null
}
