/** Plans as rows. Their text and draft are large: lists leave them out. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { PlanState } from './plan.ts'

const heads = (db: Db) =>
  db
    .selectFrom('plan.plan as p')
    .select([
      'p.id',
      'p.code',
      'p.number',
      'p.title',
      'p.issuer',
      'p.issuedOn',
      'p.year',
      'p.unitId',
      'p.leadUnitId',
      'p.parentId',
    ])
    .select((c) => c.ref('p.state').$castTo<PlanState>().as('state'))

export type PlanHead = Awaited<ReturnType<typeof findPlan>> & object

export const findPlan = (db: Db, code: string) => heads(db).where('p.code', '=', code).executeTakeFirst()

export const getPlan = async (db: Db, code: string): Promise<PlanHead> =>
  (await findPlan(db, code)) ?? refuse('missing', 'plan.missing')

/** Province's plans first, newest first. */
export const listPlans = (db: Db): Promise<PlanHead[]> =>
  heads(db).where('p.parentId', 'is', null).orderBy('p.year', 'desc').orderBy('p.code').execute()

/** By id, whatever their state. */
export async function plansById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, PlanHead>> {
  if (ids.length === 0) return new Map()
  const rows = await heads(db)
    .where('p.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Plans that one of these units leads. */
export const idsOfPlansLedBy = async (db: Db, unitIds: readonly number[]): Promise<string[]> =>
  unitIds.length === 0
    ? []
    : (await db.selectFrom('plan.plan').select('id').where('leadUnitId', 'in', unitIds).execute()).map(({ id }) => id)

export const idsOfPlansInForce = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('plan.plan').select('id').where('state', '=', 'published').execute()).map(({ id }) => id)

/** Of those made from this plan, the ones that have been published. */
export const plansInForceBelow = (db: Db, parentId: string): Promise<PlanHead[]> =>
  heads(db).where('p.parentId', '=', parentId).where('p.state', '<>', 'draft').execute()
