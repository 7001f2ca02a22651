/** Published versions. Only added to. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Content } from './version.ts'

/** Newest first, without what they hold. */
export const listVersions = (db: Db, planId: string) =>
  db
    .selectFrom('plan.version as v')
    .leftJoin('kernel.account as a', 'a.id', 'v.publishedBy')
    .select(['v.no', 'v.note', 'v.publishedAt', 'a.name as publishedBy'])
    .where('v.planId', '=', planId)
    .orderBy('v.no', 'desc')
    .execute()

export type VersionHead = Awaited<ReturnType<typeof listVersions>>[number]

export const findVersion = (db: Db, planId: string, no: number) =>
  db
    .selectFrom('plan.version as v')
    .leftJoin('kernel.account as a', 'a.id', 'v.publishedBy')
    .select(['v.no', 'v.note', 'v.publishedAt', 'a.name as publishedBy'])
    .select((c) => c.ref('v.content').$castTo<Content>().as('content'))
    .where('v.planId', '=', planId)
    .where('v.no', '=', no)
    .executeTakeFirst()

export type Version = NonNullable<Awaited<ReturnType<typeof findVersion>>>

export const getVersion = async (db: Db, planId: string, no: number): Promise<Version> =>
  (await findVersion(db, planId, no)) ?? refuse('missing', 'plan.version.missing')

export const findLastVersion = async (db: Db, planId: string): Promise<Version | undefined> => {
  const [last] = await listVersions(db, planId)
  return last && findVersion(db, planId, last.no)
}

export const insertVersion = (
  db: Db,
  version: { planId: string; no: number; content: Content; note: string | null; at: Date; by: string | null },
) => {
  const { planId, no, content, note, at, by } = version
  return db
    .insertInto('plan.version')
    .values({ planId, no, note, content: JSON.stringify(content), publishedAt: at, publishedBy: by })
    .execute()
}

/** The number of the last version of each plan that has one. */
export const lastVersions = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('plan.version')
    .select((c) => ['planId', c.fn.max('no').as('no')])
    .groupBy('planId')
    .execute()
  return new Map(rows.map(({ planId, no }) => [planId, Number(no)]))
}
