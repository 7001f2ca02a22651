/** The forms of the one-stop rules: which edition is in force on a day, and how each form is called there. Dated data. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/statutory-forms.json' with { type: 'json' }

/** What a form is for. Its number moved when the edition changed, its purpose did not. */
export const FormKind = z.enum(['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control', 'register'])
export type FormKind = z.infer<typeof FormKind>

const Dated = z.object({
  citation: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  /** What nobody has held against the official text yet. */
  assumed: z.array(z.string()),
})

const Form = z.object({
  kind: FormKind,
  /** Null where the edition has no such form and the house has its own. */
  number: z.string().nullable(),
  title: z.string(),
  paper: z.enum(['a5', 'a4']),
  /** Where the signature of the agency goes: at the head of the first page, or over that of the person who signs. */
  seal: z.enum(['top', 'beside']),
})

const Edition = Dated.extend({ code: z.string(), forms: z.array(Form).length(FormKind.options.length) })

const codeFields = ['dossier', 'procedure', 'applicant', 'document', 'system', 'published'] as const
const CodeField = z.enum([...codeFields, 'appointment', 'validity', 'scope'])
export type CodeField = z.infer<typeof CodeField>

/** What the QR code of a paper says, in which order. */
const CodeRule = Dated.extend({
  separator: z.string().length(1),
  paper: z.array(CodeField).min(1),
  receipt: z.array(CodeField).min(1),
  result: z.array(CodeField).min(1),
})
export type CodeRule = z.infer<typeof CodeRule>

export type StatutoryForm = z.infer<typeof Form> & {
  /** Code of the edition. */
  readonly edition: string
  readonly citation: string
  readonly assumed: boolean
}

const editions = z.array(Edition).min(1).parse(file.editions)
const codeRules = z.array(CodeRule).parse(file.codes)

type Period = { readonly validFrom: Day; readonly validTo: Day | null }
const inForce = <Of extends Period>(all: readonly Of[], on: Day): Of | null =>
  all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? null

function formIn(edition: z.infer<typeof Edition>, kind: FormKind): StatutoryForm {
  const form = edition.forms.find((one) => one.kind === kind)
  if (!form) throw new Error(`the edition ${edition.code} has no form ${kind}`)
  const { code, citation, assumed } = edition
  const doubted = [kind, 'paper', 'seal'].some((what) => assumed.includes(what))
  return { ...form, edition: code, citation, assumed: doubted }
}

/** Null before the first edition. */
export function formOn(kind: FormKind, on: Day): StatutoryForm | null {
  const edition = inForce(editions, on)
  return edition && formIn(edition, kind)
}

/** Of the edition a slip was made by, whatever is in force now. */
export function formOf(kind: FormKind, code: string): StatutoryForm {
  const edition = editions.find((one) => one.code === code)
  if (!edition) throw new Error(`there is no edition ${code}`)
  return formIn(edition, kind)
}

/** Null on days when no QR code was asked for. */
export const codeRuleOn = (on: Day): CodeRule | null => inForce(codeRules, on)
