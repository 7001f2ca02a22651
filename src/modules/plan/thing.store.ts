/** What directing can be about, in the words of the plan: its targets, tasks, figures and reporting days. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { ReminderThing } from './reminder.ts'

export type Thing = {
  kind: ReminderThing
  id: string
  ref: string
  title: string
  leadUnitId: number | null
  dueOn: Day | null
}

/** Everything of a plan a reminder may be about, in the order of the plan. Ended things are left out. */
export async function listThings(db: Db, planId: string): Promise<Thing[]> {
  const [targets, tasks, values, duties] = await Promise.all([
    db
      .selectFrom('plan.target')
      .select(['id', 'ref', 'title', 'leadUnitId'])
      .where('planId', '=', planId)
      .where('endedIn', 'is', null)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('plan.task')
      .select(['id', 'ref', 'wording as title', 'leadUnitId', 'dueOn'])
      .where('planId', '=', planId)
      .where('endedIn', 'is', null)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('plan.value as v')
      .innerJoin('plan.target as t', 't.id', 'v.targetId')
      .select(['v.id', 't.ref', 'v.subject as title', 't.leadUnitId', 'v.deadline as dueOn'])
      .where('t.planId', '=', planId)
      .where('v.basis', '=', 'reported')
      .where('v.endedIn', 'is', null)
      .where('t.endedIn', 'is', null)
      .orderBy('t.position')
      .orderBy('v.position')
      .execute(),
    db
      .selectFrom('plan.reporting_duty')
      .select(['id', 'literal as title', 'dueOn'])
      .where('planId', '=', planId)
      .where('endedIn', 'is', null)
      .where('kind', 'not like', '%meeting')
      .orderBy('dueOn')
      .execute(),
  ])
  return [
    ...targets.map((row) => ({ kind: 'target' as const, dueOn: null, ...row })),
    ...tasks.map((row) => ({ kind: 'task' as const, ...row })),
    ...values.map((row) => ({ kind: 'figure' as const, ...row })),
    ...duties.map((row) => ({ kind: 'report' as const, ref: '', leadUnitId: null, ...row })),
  ]
}

/** Units that work on a thing beside the one that leads it. */
export const listCooperating = async (db: Db, thingId: string): Promise<number[]> =>
  (await db.selectFrom('plan.cooperation').select('unitId').where('thingId', '=', thingId).execute()).map(
    ({ unitId }) => unitId,
  )
