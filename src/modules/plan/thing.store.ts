/** The things of a plan as rows, in the words of the plan: its targets, tasks, figures and reporting days. */
import type { Db } from '#kernel/db/open.ts'
import type { SharedWork, Thing, ThingKind } from './thing.ts'

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
export async function findThing(db: Db, kind: ThingKind, id: string): Promise<Thing | null> {
  const found = {
    plan: async () => undefined,
    target: async () => (await targets(db).where('t.id', '=', id).execute()).map(asTarget)[0],
    task: async () => (await tasks(db).where('t.id', '=', id).execute()).map(asTask)[0],
    figure: async () => (await figures(db).where('v.id', '=', id).execute()).map(asFigure)[0],
    report: async () => (await reports(db).where('d.id', '=', id).execute()).map(asReport)[0],
  }
  return (await found[kind]()) ?? null
}

/** Units that work on a thing beside the one that leads it. */
export const listCooperating = async (db: Db, thingId: string): Promise<number[]> =>
  (await db.selectFrom('plan.cooperation').select('unitId').where('thingId', '=', thingId).execute()).map(
    ({ unitId }) => unitId,
  )

/** Targets and tasks of the province's plan, in its order, with who works on them. */
export async function listSharedWork(db: Db, planId: string): Promise<SharedWork[]> {
  const targets = await db
    .selectFrom('plan.target')
    .select(['id', 'ref', 'title', 'wording', 'leadUnitId'])
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .orderBy('position')
    .execute()
  const tasks = await db
    .selectFrom('plan.task')
    .select(['id', 'ref', 'heading as title', 'wording', 'leadUnitId', 'dueOn'])
    .where('planId', '=', planId)
    .where('kind', '<>', 'conclusion')
    .where('endedIn', 'is', null)
    .orderBy('position')
    .execute()
  const things = [
    ...targets.map((row) => ({ ...row, kind: 'target' as const, dueOn: null })),
    ...tasks.map((row) => ({ ...row, kind: 'task' as const })),
  ]
  const ids = things.map(({ id }) => id)
  const others = ids.length
    ? await db.selectFrom('plan.cooperation').selectAll().where('thingId', 'in', ids).execute()
    : []
  const byThing = Map.groupBy(others, ({ thingId }) => thingId)
  return things.map((thing) => ({ ...thing, cooperating: (byThing.get(thing.id) ?? []).map(({ unitId }) => unitId) }))
}
