/** Targets and their values as rows, each with the plan it belongs to. */
import { isId } from '#kernel/id.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { cooperationOf, isWorkOf } from './cooperation.store.ts'
import type { Comparator, PlanState } from './plan.ts'
import type { ValueBasis } from './target.ts'

const targets = (db: Db) =>
  db
    .selectFrom('plan.target as t')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .select([
      't.id',
      't.planId',
      't.ref',
      't.position',
      't.pillar',
      't.title',
      't.wording',
      't.leadUnitId',
      't.version',
    ])
    .select(['p.code as planCode', 'p.title as planTitle', 'p.number as planNumber', 'p.year as planYear'])
    .select(['p.unitId as planUnitId', 'p.leadUnitId as planLeadUnitId'])
    .select((c) => c.ref('p.state').$castTo<PlanState>().as('planState'))
    .where('t.endedIn', 'is', null)
    .where('p.state', '<>', 'draft')

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
export type Target = Row<ReturnType<typeof targets>> & { cooperating: readonly number[] }

async function withCooperation<T extends { id: string }>(db: Db, rows: readonly T[]) {
  const found = await cooperationOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, cooperating: found.get(row.id) ?? [] }))
}

const only = async (db: Db, row: Row<ReturnType<typeof targets>> | undefined): Promise<Target> =>
  (await withCooperation(db, row ? [row] : []))[0] ?? refuse('missing', 'plan.target.missing')

export const getTarget = async (db: Db, planCode: string, ref: string): Promise<Target> =>
  only(db, await targets(db).where('p.code', '=', planCode).where('t.ref', '=', ref).executeTakeFirst())

export const getTargetById = async (db: Db, id: string): Promise<Target> =>
  only(db, await targets(db).where('t.id', '=', id).executeTakeFirst())

/** As `getTargetById`; and nobody else changes the target until this transaction ends. */
export const holdTarget = async (db: Db, id: string): Promise<Target> =>
  only(db, await targets(db).where('t.id', '=', id).forUpdate('t').executeTakeFirst())

export const listTargets = async (db: Db, planId: string): Promise<Target[]> =>
  withCooperation(db, await targets(db).where('t.planId', '=', planId).orderBy('t.position').execute())

/** Of all plans in force. */
export const listTargetsInForce = async (db: Db): Promise<Target[]> =>
  withCooperation(
    db,
    await targets(db).where('p.state', '=', 'published').orderBy('p.code').orderBy('t.position').execute(),
  )

/** Of all plans in force: what the units lead or cooperate on. */
export async function listTargetsOfUnits(db: Db, unitIds: readonly number[]): Promise<Target[]> {
  const rows = await targets(db)
    .where('p.state', '=', 'published')
    .where(isWorkOf(unitIds))
    .orderBy('p.year', 'desc')
    .orderBy('p.code')
    .orderBy('t.position')
    .execute()
  return withCooperation(db, rows)
}

export const updateTarget = (db: Db, id: string, change: { leadUnitId?: number | null }) =>
  db
    .updateTable('plan.target')
    .set((c) => ({ ...change, version: c('version', '+', 1) }))
    .where('id', '=', id)
    .execute()

const values = (db: Db) =>
  db
    .selectFrom('plan.value as v')
    .select(['v.id', 'v.targetId', 'v.position', 'v.unit', 'v.subject', 'v.level', 'v.aim', 'v.measureCode'])
    .select(['v.reportedBy', 'v.everyMonths', 'v.goal', 'v.goalMax'])
    .select((c) => [
      c.ref('v.comparator').$castTo<Comparator>().as('comparator'),
      c.ref('v.deadline').$castTo<Day>().as('deadline'),
      c.ref('v.basis').$castTo<ValueBasis>().as('basis'),
    ])
    .where('v.endedIn', 'is', null)
    .orderBy('v.position')

type ValueRow = Row<ReturnType<typeof values>>
export type Value = Omit<ValueRow, 'goal' | 'goalMax'> & { goal: number; goalMax: number | null }

const written = ({ goal, goalMax, ...row }: ValueRow): Value => ({
  ...row,
  goal: Number(goal),
  goalMax: goalMax === null ? null : Number(goalMax),
})

export const listValues = async (db: Db, targetIds: readonly string[]): Promise<Value[]> =>
  (
    await values(db)
      .where('v.targetId', '=', sql<string>`any(${[...targetIds]}::uuid[])`)
      .execute()
  ).map(written)

export async function getValue(db: Db, id: string): Promise<Value> {
  const row = isId(id) ? await values(db).where('v.id', '=', id).executeTakeFirst() : undefined
  return row ? written(row) : refuse('missing', 'plan.target.value_missing')
}

type ValueChange = Pick<Value, 'basis' | 'measureCode' | 'reportedBy' | 'everyMonths' | 'deadline'>
export const updateValue = (db: Db, id: string, change: ValueChange) =>
  db.updateTable('plan.value').set(change).where('id', '=', id).execute()
