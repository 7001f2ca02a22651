/** A draft: what was read out of a plan's text, while people look at it item by item. Nothing in it is in force. */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { Day } from '#kernel/time.ts'
import { comparators } from '#modules/plan/public.ts'

export const itemKinds = [
  'objective',
  'target',
  'task',
  'solution',
  'project',
  'duty',
  'reporting_duty',
  'funding',
  'legal_basis',
] as const
export type ItemKind = (typeof itemKinds)[number]

export const levels = ['province', 'district', 'commune'] as const

/** `percent`, `hours` …; any other word is a thing that is counted, kept as printed. */
export const measureUnits = [
  'percent',
  'percentage_points',
  'hours',
  'minutes',
  'days',
  'working_days',
  'months',
  'times',
  'ranks',
  'points',
  'dong',
  'million_dong',
  'billion_dong',
] as const

export const periods = [
  'monthly',
  'quarterly',
  'half_year',
  'nine_months',
  'yearly',
  'own_plan',
  'half_year_meeting',
  'yearly_meeting',
] as const

const Span = z.object({ start: z.int(), end: z.int(), fromLine: z.int(), toLine: z.int() })

const Params = z.record(z.string(), z.union([z.string(), z.number()]))

/** `assumed`: the text names no day; the last day of the plan's year stands in for it. */
export const DraftValue = z.object({
  id: z.string(),
  comparator: z.enum(comparators),
  goal: z.number(),
  goalMax: z.number().nullable(),
  unit: z.string(),
  subject: z.string(),
  level: z.string().nullable(),
  deadline: Day.nullable(),
  assumed: z.boolean(),
  aim: z.boolean(),
  change: z.enum(['increase', 'decrease']).nullable(),
  partOf: z.string().nullable(),
  literal: z.string(),
  span: Span.nullable(),
})
export type DraftValue = z.infer<typeof DraftValue>

const itemStates = ['proposed', 'confirmed', 'dropped'] as const

/** Why the reader is not sure: the key of a sentence and what it speaks of. */
const Doubt = z.object({ key: z.string(), params: Params })

/** `rev` counts the changes of this item alone, so that people at different items do not disturb one another. */
export const DraftItem = z.object({
  id: z.string(),
  kind: z.enum(itemKinds),
  ref: z.string(),
  heading: z.string(),
  title: z.string(),
  wording: z.string(),
  span: Span.nullable(),
  state: z.enum(itemStates),
  doubts: z.array(Doubt),
  values: z.array(DraftValue),
  /** As printed: who has the duty, who reports. */
  unit: z.string().nullable(),
  period: z.enum(periods).nullable(),
  days: z.array(z.object({ id: z.string(), on: Day })),
  rev: z.int(),
  touched: z.object({ by: z.string(), at: z.string() }).nullable(),
})
export type DraftItem = z.infer<typeof DraftItem>

/** What the reader could not make sense of and that belongs to no item. `settled`: a person has looked at it. */
const DraftWarning = z.object({
  id: z.string(),
  key: z.string(),
  params: Params,
  span: Span.nullable(),
  settled: z.boolean(),
})
export type DraftWarning = z.infer<typeof DraftWarning>

export const PlanHeading = z.object({
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  issuer: z.string().nullable(),
  title: z.string(),
  year: z.int().nullable(),
})
export type PlanHeading = z.infer<typeof PlanHeading>

export const Draft = z.object({
  document: PlanHeading,
  items: z.array(DraftItem),
  warnings: z.array(DraftWarning),
})
export type Draft = z.infer<typeof Draft>

export const itemOf = (draft: Draft, id: string): DraftItem | undefined => draft.items.find((item) => item.id === id)

export const isDoubtful = (item: DraftItem): boolean => item.state === 'proposed' && item.doubts.length > 0

export type Progress = { confirmed: number; dropped: number; waiting: number; doubtful: number; all: number }

export function progressOf(items: readonly DraftItem[]): Progress {
  const count = (state: DraftItem['state']) => items.filter((item) => item.state === state).length
  return {
    confirmed: count('confirmed'),
    dropped: count('dropped'),
    waiting: count('proposed'),
    doubtful: items.filter(isDoubtful).length,
    all: items.length,
  }
}

/** Why an item cannot be confirmed as it stands. */
export function objectionToConfirm(item: DraftItem): Key | null {
  if (!item.wording) return 'plan.draft.no_wording'
  if (needsRef(item.kind) && !item.ref) return 'plan.draft.no_ref'
  if (item.kind === 'target' && item.values.some(({ deadline }) => deadline === null)) return 'plan.draft.no_deadline'
  if (item.values.some(({ comparator, goalMax }) => comparator === 'range' && goalMax === null))
    return 'plan.draft.range_open'
  if (item.values.some(({ goal, goalMax }) => goalMax !== null && goalMax < goal)) return 'plan.draft.range_reversed'
  return null
}

/** What becomes something to be done. */
export const isWork = (kind: ItemKind): kind is 'task' | 'solution' | 'project' | 'duty' =>
  kind === 'task' || kind === 'solution' || kind === 'project' || kind === 'duty'

/** What becomes a row with a number of its own must be told apart by it. */
const needsRef = (kind: ItemKind): boolean => kind === 'target' || isWork(kind)

/** One reason against publishing, and the items it is about. */
export type Objection = { key: Key; items: DraftItem[] }

/** Targets are told apart among targets; tasks, solutions and duties among one another. */
const family = ({ kind, ref }: DraftItem) => `${kind === 'target' ? 'target' : 'task'} ${ref}`

/** Everything that stands against publishing; empty when nothing does. */
export function objectionsToPublish(draft: Draft): Objection[] {
  const kept = draft.items.filter(({ state }) => state === 'confirmed')
  const numbered = kept.filter(({ kind }) => needsRef(kind))
  const families = Map.groupBy(numbered, family)
  const found: Objection[] = [
    { key: 'plan.publish.waiting', items: draft.items.filter(({ state }) => state === 'proposed') },
    { key: 'plan.publish.incomplete', items: kept.filter((item) => objectionToConfirm(item) !== null) },
    { key: 'plan.publish.same_ref', items: numbered.filter((item) => (families.get(family(item))?.length ?? 0) > 1) },
  ]
  const about = found.filter(({ items }) => items.length > 0)
  if (!draft.document.number) about.push({ key: 'plan.publish.no_number', items: [] })
  if (!kept.some(({ kind }) => kind === 'target' || kind === 'task'))
    about.push({ key: 'plan.publish.nothing', items: [] })
  return about
}
