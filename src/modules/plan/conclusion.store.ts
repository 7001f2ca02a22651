/** Conclusions of meetings as tasks of the plan: given out like any other, and counted for the meeting. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import type { Day } from '#kernel/time.ts'

/** In the order they were drawn, with the unit that leads each by the name it has on `on`. */
export const listConclusions = (db: Db, meetingId: string, on: Day) =>
  db
    .selectFrom('plan.task as t')
    .select(['t.id', 't.ref', 't.wording', 't.dueOn', 't.doneOn', 't.stoppedOn'])
    .select((c) =>
      c
        .selectFrom('kernel.unit_version as v')
        .select('v.name')
        .whereRef('v.unitId', '=', 't.leadUnitId')
        .where('v.validFrom', '<=', on)
        .orderBy('v.validFrom', 'desc')
        .limit(1)
        .as('unitName'),
    )
    .where('t.meetingId', '=', meetingId)
    .orderBy('t.position')
    .execute()
export type ConclusionRow = Awaited<ReturnType<typeof listConclusions>>[number]

export type ConclusionCount = { readonly conclusions: number; readonly done: number }

/** By meeting, those that have any. */
export async function countConclusions(db: Db, planId: string): Promise<ReadonlyMap<string, ConclusionCount>> {
  const rows = await db
    .selectFrom('plan.task')
    .select((c) => [
      c.ref('meetingId').$castTo<string>().as('meetingId'),
      c.fn.countAll<number>().as('conclusions'),
      c.fn.count<number>('doneOn').as('done'),
    ])
    .where('planId', '=', planId)
    .where('meetingId', 'is not', null)
    .groupBy('meetingId')
    .execute()
  return new Map(rows.map(({ meetingId, ...count }) => [meetingId, count]))
}

export const listRefs = async (db: Db, planId: string): Promise<string[]> =>
  (await db.selectFrom('plan.task').select('ref').where('planId', '=', planId).execute()).map(({ ref }) => ref)

export type Conclusion = {
  ref: string
  heading: string
  wording: string
  leadUnitId: number
  startsOn: Day
  dueOn: Day
}

export async function insertConclusion(
  ctx: Ctx,
  place: { planId: string; meetingId: string },
  task: Conclusion,
  cooperating: readonly number[],
): Promise<string> {
  const id = newId(ctx.now)
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from plan.task where plan_id = ${place.planId})`
  await ctx.db
    .insertInto('plan.task')
    .values({ ...task, ...place, id, kind: 'conclusion', position })
    .execute()
  if (cooperating.length)
    await ctx.db
      .insertInto('plan.cooperation')
      .values(cooperating.map((unitId) => ({ thingId: id, unitId })))
      .execute()
  return id
}
