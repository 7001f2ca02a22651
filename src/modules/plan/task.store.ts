/** Tasks as rows, with their milestones and money. */
import { type SelectQueryBuilder, sql, type Updateable } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { cooperationOf, isWorkOf } from './cooperation.store.ts'
import type { PlanState, TaskKind } from './plan.ts'

const tasks = (db: Db) =>
  db
    .selectFrom('plan.task as t')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .select(['t.id', 't.planId', 't.ref', 't.position', 't.heading', 't.wording', 't.leadUnitId', 't.version'])
    .select(['p.code as planCode', 'p.title as planTitle', 'p.number as planNumber'])
    .select(['p.unitId as planUnitId', 'p.leadUnitId as planLeadUnitId'])
    .select((c) => [
      c.ref('t.kind').$castTo<TaskKind>().as('kind'),
      c.ref('t.startsOn').$castTo<Day | null>().as('startsOn'),
      c.ref('t.dueOn').$castTo<Day | null>().as('dueOn'),
      c.ref('t.doneOn').$castTo<Day | null>().as('doneOn'),
      c.ref('t.stoppedOn').$castTo<Day | null>().as('stoppedOn'),
      c.ref('p.state').$castTo<PlanState>().as('planState'),
    ])
    .where('t.endedIn', 'is', null)
    .where('p.state', '<>', 'draft')

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
type TaskRow = Row<ReturnType<typeof tasks>>
export type Task = TaskRow & { cooperating: readonly number[] }

async function withCooperation(db: Db, rows: readonly TaskRow[]): Promise<Task[]> {
  const found = await cooperationOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, cooperating: found.get(row.id) ?? [] }))
}

const only = async (db: Db, row: TaskRow | undefined): Promise<Task> =>
  (await withCooperation(db, row ? [row] : []))[0] ?? refuse('missing', 'plan.task.missing')

export const getTask = async (db: Db, planCode: string, ref: string): Promise<Task> =>
  only(db, await tasks(db).where('p.code', '=', planCode).where('t.ref', '=', ref).executeTakeFirst())

/** One task; and nobody else changes the task until this transaction ends. */
export const holdTask = async (db: Db, id: string): Promise<Task> =>
  only(db, await tasks(db).where('t.id', '=', id).forUpdate('t').executeTakeFirst())

export const listTasks = async (db: Db, planId: string): Promise<Task[]> =>
  withCooperation(db, await tasks(db).where('t.planId', '=', planId).orderBy('t.position').execute())

/** Of all plans in force: what the units lead or cooperate on and is not ended, the most urgent first. */
export async function listOpenTasksOfUnits(db: Db, unitIds: readonly number[]): Promise<Task[]> {
  const rows = await tasks(db)
    .where('p.state', '=', 'published')
    .where('t.doneOn', 'is', null)
    .where('t.stoppedOn', 'is', null)
    .where(isWorkOf(unitIds))
    .orderBy('t.dueOn', (order) => order.asc().nullsLast())
    .orderBy('t.position')
    .execute()
  return withCooperation(db, rows)
}

export const updateTask = (db: Db, id: string, change: Updateable<Tables['plan.task']>) =>
  db
    .updateTable('plan.task')
    .set((c) => ({ ...change, version: c('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

const milestones = (db: Db) =>
  db
    .selectFrom('plan.milestone')
    .select(['id', 'taskId', 'title'])
    .select((c) => [c.ref('dueOn').$castTo<Day>().as('dueOn'), c.ref('doneOn').$castTo<Day | null>().as('doneOn')])
export type Milestone = Row<ReturnType<typeof milestones>>

/** Of all the tasks, by day. */
export const listMilestones = (db: Db, taskIds: readonly string[]): Promise<Milestone[]> =>
  milestones(db)
    .where('taskId', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .orderBy('dueOn')
    .orderBy('id')
    .execute()

export const holdMilestone = async (db: Db, id: string): Promise<Milestone> =>
  (await milestones(db).where('id', '=', id).forUpdate().executeTakeFirst()) ??
  refuse('missing', 'plan.task.milestone_missing')

export const insertMilestone = (db: Db, row: { id: string; taskId: string; title: string; dueOn: Day }) =>
  db.insertInto('plan.milestone').values(row).execute()
export const updateMilestone = (db: Db, id: string, change: { doneOn: Day | null }) =>
  db.updateTable('plan.milestone').set(change).where('id', '=', id).execute()

const funding = (db: Db) =>
  db.selectFrom('plan.funding').select(['id', 'taskId', 'source', 'amount', 'spent', 'note']).orderBy('id')
export type Funding = Row<ReturnType<typeof funding>>

export const listFunding = (db: Db, taskIds: readonly string[]): Promise<Funding[]> =>
  funding(db)
    .where('taskId', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .execute()
export const holdFunding = async (db: Db, id: string): Promise<Funding> =>
  (await funding(db).where('id', '=', id).forUpdate().executeTakeFirst()) ??
  refuse('missing', 'plan.task.funding_missing')
export const insertFunding = (db: Db, row: Omit<Funding, 'spent'>) =>
  db.insertInto('plan.funding').values(row).execute()
export const updateFunding = (db: Db, id: string, change: { spent: number }) =>
  db.updateTable('plan.funding').set(change).where('id', '=', id).execute()
