/** A reminder about to be written: what the address says it is about and for whom, filled up from the plan. */
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { idsBelow, listAncestors, listUnits, type UnitRow } from '#kernel/unit.store.ts'
import { ladderOn } from './ladder.ts'
import { directs } from './plan-reach.store.ts'
import {
  getPlan,
  listAskedIds,
  listCooperating,
  listPlans,
  listThings,
  type PlanHead,
  type Thing,
} from '#modules/plan/public.ts'
import { defaultDeadline } from './reminder.ts'
import { listLateUnits } from './unit-plan.store.ts'

export type ReminderDraft = {
  plan: PlanHead
  things: readonly Thing[]
  thing: Thing | null
  /** Ticked already. */
  units: readonly number[]
  /** Offered as boxes: whoever has work in the plan. The rest can be added one by one. */
  involved: readonly UnitRow[]
  others: readonly UnitRow[]
  answerDueOn: Day
  /** The day by which units were to publish their own plans, when that is what is late. */
  ownPlanDueOn: Day | null
}

export const deadlineFor = async (ctx: Ctx, unitId: number): Promise<Day> => {
  const today = dayOf(ctx.now)
  return defaultDeadline(today, await calendarOf(ctx.db, await listAncestors(ctx.db, unitId, today)), ladderOn(today))
}

/** Which parameter of the address names a thing of which kind; targets and tasks by the number the plan gives them. */
const parameters = [
  ['chi-tieu', 'target'],
  ['nhiem-vu', 'task'],
  ['so-lieu', 'figure'],
  ['bao-cao', 'report'],
] as const

type Query = (name: string) => readonly string[]

/** Null when there is no published plan to remind anybody of. */
export async function readDraft(ctx: Ctx, query: Query): Promise<ReminderDraft | null> {
  const { db } = ctx
  const today = dayOf(ctx.now)
  const [code] = query('ke-hoach')
  const plan = code ? await getPlan(db, code) : (await listPlans(db)).find(({ state }) => state === 'published')
  if (!plan || plan.state !== 'published') return null
  const things = await listThings(db, plan.id)
  const thing = thingNamed(things, query)
  const reach = (await directs(ctx, plan)) ? null : new Set(await idsBelow(db, ctx.actor.unitId ?? 0, today))
  const units = (await listUnits(db, today)).filter(({ id }) => reach === null || reach.has(id))
  const late = query('viec').includes('ke-hoach-rieng') ? await listLateUnits(db, plan.id, today) : []
  const chosen = units.filter(({ slug }) => query('don-vi').includes(slug)).map(({ id }) => id)
  const ofThing = thing ? [thing.leadUnitId ?? 0, ...(await listCooperating(db, thing.id))] : []
  const ticked = chosen.length ? chosen : late.length ? late.map(({ unitId }) => unitId) : ofThing
  const working = new Set([...ticked, ...(await listInvolved(db, plan.id, things))])
  return {
    plan,
    things,
    thing,
    units: ticked.filter((id) => units.some((unit) => unit.id === id)),
    involved: units.filter(({ id }) => working.has(id)).toSorted((a, b) => place(a, ticked) - place(b, ticked)),
    others: units.filter(({ id }) => !working.has(id)),
    answerDueOn: await deadlineFor(ctx, ctx.actor.unitId ?? plan.unitId),
    ownPlanDueOn: late[0]?.dueOn ?? null,
  }
}

/** The ticked ones first: in a long list they would not be seen. */
const place = ({ id }: UnitRow, ticked: readonly number[]) => (ticked.includes(id) ? 0 : 1)

function thingNamed(things: readonly Thing[], query: Query): Thing | null {
  const named = parameters.flatMap(([name, kind]) =>
    query(name)
      .slice(0, 1)
      .map((value) => ({ kind, value })),
  )[0]
  return things.find(({ kind, id, ref }) => kind === named?.kind && (id === named.value || ref === named.value)) ?? null
}

async function listInvolved(db: Ctx['db'], planId: string, things: readonly Thing[]): Promise<number[]> {
  return [...(await listAskedIds(db, planId)), ...things.map(({ leadUnitId }) => leadUnitId ?? 0)]
}
