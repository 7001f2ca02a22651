/** What people type into the fields of an item: figures with a comma, days as 25/5/2025. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import { comparators } from '#modules/plan/public.ts'
import { itemKinds, levels, periods } from './draft.ts'
import { numberFrom } from '#modules/texts/public.ts'

const empty = (typed: unknown) => typed === undefined || (typeof typed === 'string' && typed.trim() === '')

const number = (typed: unknown) => {
  if (empty(typed)) return null
  if (typeof typed !== 'string') return typed
  return /^-?[\d.,\s]+$/.test(typed.trim()) ? numberFrom(typed.replace(/\s/g, '')) : typed
}

/** `25/5/2025`, `25.05.2025` and `2025-05-25`; anything else is left for the schema to refuse. */
function dayTyped(typed: string): string {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(typed.trim()) ?? []
  return date && month && year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : typed.trim()
}

const day = (typed: unknown) => (empty(typed) ? null : typeof typed === 'string' ? dayTyped(typed) : typed)
const words = (maximum: number) => z.string().trim().max(maximum)
const orNull = (typed: unknown) => (empty(typed) ? null : typed)

/** A row without a figure is no value: how one is taken away. */
export const TypedValue = z.object({
  id: z.string().default(''),
  comparator: z.enum(comparators),
  goal: z.preprocess(number, z.number().nullable()),
  goalMax: z.preprocess(number, z.number().nullable()).default(null),
  unit: words(60).min(1),
  subject: words(400).default(''),
  level: z.preprocess(orNull, z.enum(levels).nullable()).default(null),
  deadline: z.preprocess(day, Day.nullable()).default(null),
  aim: z.preprocess((typed) => typed === true || typed === 'true', z.boolean()).default(false),
})
export type TypedValue = z.infer<typeof TypedValue>

/** Rows of a form arrive as { 0: …, 1: … }. */
const rows = (typed: unknown) =>
  typed !== null && typeof typed === 'object' && !Array.isArray(typed) ? Object.values(typed) : typed

/** Several days in one box, parted by semicolons. */
const days = (typed: unknown) => (typeof typed === 'string' ? typed.split(';').map(dayTyped).filter(Boolean) : typed)

/** What may be corrected about an item; what is left out stays. */
export const TypedItem = z.object({
  kind: z.enum(itemKinds).optional(),
  ref: words(60).optional(),
  heading: words(400).optional(),
  title: words(200).optional(),
  wording: words(20_000).min(1).optional(),
  unit: z.preprocess((typed) => (typed === undefined ? undefined : orNull(typed)), words(300).nullable()).optional(),
  period: z.enum(periods).optional(),
  values: z.preprocess(rows, z.array(TypedValue).max(40)).optional(),
  days: z.preprocess(days, z.array(Day).max(40)).optional(),
})
export type TypedItem = z.infer<typeof TypedItem>

const text = (maximum: number) => z.preprocess(orNull, words(maximum).nullable())

export const TypedDocument = z.object({
  number: text(60),
  issuedOn: z.preprocess(day, Day.nullable()),
  issuer: text(200),
  name: words(500).min(1),
  year: z.preprocess(number, z.number().int().min(2000).max(2100).nullable()),
})
