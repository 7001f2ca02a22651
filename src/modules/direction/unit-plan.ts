/** The plan a unit makes from the province's: what it takes up, what it adds, and whether it is there in time. */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { Day } from '#kernel/time.ts'
import { comparators, type PlanState, type SharedWork } from '#modules/plan/public.ts'

export const itemKinds = ['target', 'task'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Of a unit's own target; a range is not offered. */
export const ownComparators = ['at_least', 'more_than', 'equal', 'at_most', 'less_than'] as const
export const ownMeasures = ['percent', 'count', 'days', 'hours', 'times'] as const

export const UnitPlanItem = z.object({
  /** Of the province's target or task when it was taken from there; of its own otherwise, the same in every version. */
  id: z.uuid(),
  kind: z.enum(itemKinds),
  isOwn: z.boolean(),
  ref: z.string(),
  title: z.string(),
  /** How the unit means to do it. */
  wording: z.string(),
  dueOn: Day.nullable(),
  /** Of an own target. */
  goal: z.object({ comparator: z.enum(comparators), goal: z.number(), unit: z.string() }).nullable(),
})
export type UnitPlanItem = z.infer<typeof UnitPlanItem>

/** Kept as `plan.draft`; a published plan is changed here too and published again. */
export const UnitPlanDraft = z.object({ items: z.array(UnitPlanItem) })
export type UnitPlanDraft = z.infer<typeof UnitPlanDraft>

export const isOf = (thing: SharedWork, unitId: number): boolean =>
  thing.leadUnitId === unitId || thing.cooperating.includes(unitId)

export const itemFrom = ({ id, kind, ref, title, wording, dueOn }: SharedWork): UnitPlanItem => ({
  id,
  kind,
  isOwn: false,
  ref,
  title,
  wording,
  dueOn,
  goal: null,
})

/** What a unit's plan begins with: all that it leads or cooperates on. */
export const firstDraft = (things: readonly SharedWork[], unitId: number): UnitPlanDraft => ({
  items: things.filter((thing) => isOf(thing, unitId)).map(itemFrom),
})

/** What the unit leads or cooperates on and its plan leaves out. */
export const leftOut = (things: readonly SharedWork[], draft: UnitPlanDraft, unitId: number): readonly SharedWork[] =>
  things.filter((thing) => isOf(thing, unitId) && !draft.items.some(({ id }) => id === thing.id))

export function withItem(draft: UnitPlanDraft, item: UnitPlanItem): UnitPlanDraft {
  const at = draft.items.findIndex(({ id }) => id === item.id)
  return { items: at < 0 ? [...draft.items, item] : draft.items.with(at, item) }
}

export const withoutItem = (draft: UnitPlanDraft, id: string): UnitPlanDraft => ({
  items: draft.items.filter((item) => item.id !== id),
})

/** The number of the next own target or task; a number once given is not given again while a later one stands. */
export const nextOwnRef = ({ items }: UnitPlanDraft): string =>
  String(1 + Math.max(0, ...items.filter(({ isOwn }) => isOwn).map(({ ref }) => Number(ref) || 0)))

export function objectionToPublishUnitPlan(draft: UnitPlanDraft, issuedOn: Day, today: Day): Key | null {
  if (draft.items.length === 0) return 'plan.unit_plan.empty'
  return issuedOn > today ? 'plan.unit_plan.issued_in_future' : null
}

/** How one unit stands with the plan it was asked for. */
export type Asked = {
  readonly unitId: number
  readonly dueOn: Day
  readonly state: PlanState | null
  readonly publishedOn: Day | null
}

export const coverages = ['none', 'draft', 'published'] as const
export type Coverage = (typeof coverages)[number]

export const coverageOf = ({ state }: Asked): Coverage =>
  state === null ? 'none' : state === 'draft' ? 'draft' : 'published'

/** Late: not published by its day, or published after it. */
export const isUnitPlanLate = ({ publishedOn, dueOn }: Asked, today: Day): boolean => (publishedOn ?? today) > dueOn

/** Counts to be shown over the list; `missing` is what can still be reminded of. */
export function coverageCounts(asked: readonly Asked[], today: Day) {
  const of = (coverage: Coverage) => asked.filter((one) => coverageOf(one) === coverage)
  const missing = asked.filter((one) => coverageOf(one) !== 'published')
  return {
    asked: asked.length,
    published: of('published').length,
    draft: of('draft').length,
    none: of('none').length,
    late: missing.filter((one) => isUnitPlanLate(one, today)).length,
  }
}
