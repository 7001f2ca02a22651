/** What other systems are told of a dossier, in our own words: whoever handles dossiers fills it, an adapter spells it. */
import { z } from 'zod'

/** A `Date`, or as it stands in the kept message. */
const Moment = z.union([z.date(), z.iso.datetime().transform((text) => new Date(text))])
const MaybeMoment = Moment.nullable().default(null)
/** Something must stand there. */
const Said = z.string().trim().min(1).max(2000)
const Maybe = z.string().trim().max(4000).nullable().default(null)
const Code = z.string().trim().min(1).max(120)

/** The ten national codes of the state of a dossier. */
const NationalState = z.int().min(1).max(10)

const Paper = z.object({
  id: Code,
  name: Said,
  componentCode: Maybe,
  url: Maybe,
  removed: z.boolean().default(false),
  digitised: z.boolean().default(false),
  /** Taken from the national store of data instead of being asked for; `database`: which one it came out of. */
  fromStore: z.boolean().default(false),
  database: Maybe,
})

const Fee = z.object({
  code: Code,
  name: Said,
  kind: z.enum(['ordinary', 'appraisal', 'extension']),
  collected: z.enum(['at_reception', 'at_supplement', 'at_return']),
  /** Whole đồng. */
  amount: z.int().min(0),
})

const Supplement = z.object({
  id: Code,
  askedBy: Said,
  content: Said,
  askedAt: Moment,
  receivedBy: Maybe,
  receivedNote: Maybe,
  receivedAt: MaybeMoment,
  done: z.boolean().default(false),
  papers: z.array(Paper).default([]),
  fees: z.array(Fee).default([]),
  dueBefore: MaybeMoment,
  dueAfter: MaybeMoment,
})

const Result = z.object({ id: Code, name: Said, componentCode: Maybe, url: Maybe, code: Maybe })
const OtherPaper = z.object({ name: Said, count: z.int().min(0), kind: z.enum(['original', 'copy', 'electronic']) })

/** A whole dossier as it stands at one moment; a later message of the same dossier replaces what an earlier one said. */
export const ExchangeDossier = z.object({
  code: Code,
  procedure: z.object({ code: Code, name: Said }),
  /** The sector of the procedure (lĩnh vực). */
  field: z.object({ code: Code, name: Said }),
  receiptNumber: Maybe,
  applicant: z.object({
    name: Said,
    kind: z.enum(['citizen', 'business', 'household_business']),
    number: Maybe,
    email: Maybe,
    phone: Maybe,
    fax: Maybe,
    other: Maybe,
  }),
  summary: Maybe,
  channel: z.enum(['direct', 'online', 'post']),
  receivedAt: Moment,
  dueAt: MaybeMoment,
  finishedAt: MaybeMoment,
  returnedAt: MaybeMoment,
  returnNote: Maybe,
  state: NationalState,
  handlingUnit: Said,
  note: Maybe,
  limit: z
    .object({ amount: z.number().min(0), unit: z.enum(['working_hour', 'working_day', 'day', 'month']) })
    .nullable()
    .default(null),
  identifiedByVneid: z.boolean().default(false),
  digitised: z.boolean().default(false),
  paidOnline: z.enum(['no', 'national', 'other']).default('no'),
  papers: z.array(Paper).default([]),
  fees: z.array(Fee).default([]),
  otherPapers: z.array(OtherPaper).default([]),
  supplements: z.array(Supplement).default([]),
  results: z.array(Result).default([]),
})
/** As callers give it. */
export type ExchangeDossier = z.input<typeof ExchangeDossier>
export type ToldDossier = z.output<typeof ExchangeDossier>

/** One step that was taken: who, when, what. */
export const ExchangeProgress = z.object({
  code: Code,
  handler: Said,
  title: Maybe,
  at: Moment,
  department: Said,
  content: Said,
  state: NationalState,
  startedAt: MaybeMoment,
  dueAt: MaybeMoment,
})
export type ExchangeProgress = z.input<typeof ExchangeProgress>
export type ToldProgress = z.output<typeof ExchangeProgress>

export type MessageKind = 'dossier' | 'progress'
export const messageKinds = ['dossier', 'progress'] as const

/** What may be mended in a message; moments and states are facts of the dossier and are mended there. */
export const mendable: Readonly<Record<MessageKind, readonly string[]>> = {
  dossier: [
    'procedure.code',
    'procedure.name',
    'field.code',
    'field.name',
    'receiptNumber',
    'applicant.name',
    'applicant.number',
    'applicant.email',
    'applicant.phone',
    'summary',
    'handlingUnit',
    'note',
  ],
  progress: ['handler', 'title', 'department', 'content'],
}

const isBranch = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** The text at a path of names; undefined where there is none. */
export function sentAt(body: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>((at, name) => (isBranch(at) && Object.hasOwn(at, name) ? at[name] : undefined), body)
  return typeof found === 'string' ? found : undefined
}
export const textAt = (body: unknown, path: string): string => sentAt(body, path) ?? ''

function put(body: Record<string, unknown>, [first = '', ...rest]: readonly string[], text: string): object {
  if (rest.length === 0) return { ...body, [first]: text === '' ? null : text }
  const inner = body[first]
  return { ...body, [first]: put(isBranch(inner) ? inner : {}, rest, text) }
}

/** A new body with these texts; what may not be mended stays. */
export function mended(kind: MessageKind, body: unknown, texts: Readonly<Record<string, string>>): object {
  let made: object = isBranch(body) ? body : {}
  for (const path of mendable[kind])
    if (Object.hasOwn(texts, path)) made = put(made as Record<string, unknown>, path.split('.'), texts[path] ?? '')
  return made
}

/** Paths of what is wrong with a body, before any other system looks at it. */
export function faultsIn(kind: MessageKind, body: unknown): string[] {
  const parsed = (kind === 'dossier' ? ExchangeDossier : ExchangeProgress).safeParse(body)
  return parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))]
}
