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
