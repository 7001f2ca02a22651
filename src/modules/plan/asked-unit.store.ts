/** Which units must make a plan of their own from a plan, by when, and the plan each has made. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import type { PlanState } from './plan.ts'

/** Asked units with the plan each has made, by name as of `on`; ended ones by the name they last had. */
export async function listAsked(db: Db, planId: string, on: Day) {
  const rows = await db
    .selectFrom('plan.asked_unit as a')
    .innerJoin('kernel.unit as u', 'u.id', 'a.unitId')
    .innerJoinLateral(
      (c) =>
        c
          .selectFrom('kernel.unit_version as v')
          .select(['v.name', 'v.kind', 'v.folded'])
          .whereRef('v.unitId', '=', 'a.unitId')
          .where('v.validFrom', '<=', on)
          .orderBy('v.validFrom', 'desc')
          .limit(1)
          .as('v'),
      (join) => join.onTrue(),
    )
    .leftJoin('plan.plan as p', (join) => join.onRef('p.unitId', '=', 'a.unitId').on('p.parentId', '=', planId))
    .select(['a.unitId', 'a.dueOn', 'u.slug', 'v.name', 'v.kind', 'p.id as unitPlanId', 'p.number', 'p.title'])
    .select((c) => [
      c.ref('p.state').$castTo<PlanState | null>().as('state'),
      c
        .selectFrom('plan.version as w')
        .select((w) => w.fn.min('w.publishedAt').as('at'))
        .whereRef('w.planId', '=', 'p.id')
        .as('publishedAt'),
      sql<number | null>`jsonb_array_length(p.draft -> 'items')`.as('items'),
    ])
    .where('a.planId', '=', planId)
    .orderBy('v.folded')
    .execute()
  return rows.map((row) => ({ ...row, publishedOn: row.publishedAt && dayOf(new Date(row.publishedAt)) }))
}
export type AskedRow = Awaited<ReturnType<typeof listAsked>>[number]

export const listAskedIds = async (db: Db, planId: string): Promise<number[]> =>
  (await db.selectFrom('plan.asked_unit').select('unitId').where('planId', '=', planId).execute()).map(
    ({ unitId }) => unitId,
  )

export async function askUnits(db: Db, planId: string, unitIds: readonly number[], dueOn: Day): Promise<void> {
  await db
    .insertInto('plan.asked_unit')
    .values(unitIds.map((unitId) => ({ planId, unitId, dueOn })))
    .onConflict((on) => on.columns(['planId', 'unitId']).doUpdateSet({ dueOn }))
    .execute()
}
