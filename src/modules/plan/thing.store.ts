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

const targets = (db: Db) =>
  db.selectFrom('plan.target as t').select(['t.id', 't.ref', 't.title', 't.leadUnitId']).orderBy('t.position')

const tasks = (db: Db) =>
  db
    .selectFrom('plan.task as t')
    .select(['t.id', 't.ref', 't.wording as title', 't.leadUnitId', 't.dueOn'])
    .orderBy('t.position')

const figures = (db: Db) =>
  db
    .selectFrom('plan.value as v')
    .innerJoin('plan.target as t', 't.id', 'v.targetId')
    .select(['v.id', 't.ref', 'v.subject as title', 't.leadUnitId', 'v.deadline as dueOn'])
    .orderBy('t.position')
    .orderBy('v.position')

const reports = (db: Db) =>
  db.selectFrom('plan.reporting_duty as d').select(['d.id', 'd.literal as title', 'd.dueOn']).orderBy('d.dueOn')

const asTarget = (row: Omit<Thing, 'kind' | 'dueOn'>): Thing => ({ kind: 'target', dueOn: null, ...row })
const asTask = (row: Omit<Thing, 'kind'>): Thing => ({ kind: 'task', ...row })
const asFigure = (row: Omit<Thing, 'kind'>): Thing => ({ kind: 'figure', ...row })
const asReport = (row: Pick<Thing, 'id' | 'title' | 'dueOn'>): Thing => ({
  kind: 'report',
  ref: '',
  leadUnitId: null,
  ...row,
})

/** Everything of a plan a reminder may be about, in the order of the plan. Ended things are left out. */
export async function listThings(db: Db, planId: string): Promise<Thing[]> {
  return [
    ...(await targets(db).where('t.planId', '=', planId).where('t.endedIn', 'is', null).execute()).map(asTarget),
    ...(await tasks(db).where('t.planId', '=', planId).where('t.endedIn', 'is', null).execute()).map(asTask),
    ...(
      await figures(db)
        .where('t.planId', '=', planId)
        .where('v.basis', '=', 'reported')
        .where('v.endedIn', 'is', null)
        .where('t.endedIn', 'is', null)
        .execute()
    ).map(asFigure),
    ...(
      await reports(db)
        .where('d.planId', '=', planId)
        .where('d.endedIn', 'is', null)
        .where('d.kind', 'not like', '%meeting')
        .execute()
    ).map(asReport),
  ]
}

/** One thing by its id, also when a later version of the plan has ended it. */
export async function findThing(db: Db, kind: ReminderThing, id: string): Promise<Thing | null> {
  const found = {
    plan: async () => undefined,
    target: async () => (await targets(db).where('t.id', '=', id).execute()).map(asTarget)[0],
    task: async () => (await tasks(db).where('t.id', '=', id).execute()).map(asTask)[0],
    figure: async () => (await figures(db).where('v.id', '=', id).execute()).map(asFigure)[0],
    report: async () => (await reports(db).where('d.id', '=', id).execute()).map(asReport)[0],
  }
  return (await found[kind]()) ?? null
}

/** Where a thing of a plan has its page; reports have none of their own. */
export function hrefOfThing(planCode: string, { kind, ref }: Thing): string {
  const plan = `/ke-hoach/${encodeURIComponent(planCode)}`
  if (kind === 'task') return `${plan}/nhiem-vu/${encodeURIComponent(ref)}`
  return kind === 'report' ? `${plan}/ky-bao-cao` : `${plan}/chi-tieu/${encodeURIComponent(ref)}`
}

/** Units that work on a thing beside the one that leads it. */
export const listCooperating = async (db: Db, thingId: string): Promise<number[]> =>
  (await db.selectFrom('plan.cooperation').select('unitId').where('thingId', '=', thingId).execute()).map(
    ({ unitId }) => unitId,
  )
