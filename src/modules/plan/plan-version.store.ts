/** Published versions of plans as rows. Only added to; what a version holds is read by whoever wrote it. */
import type { Db } from '#kernel/db/open.ts'

const versions = (db: Db, planId: string) =>
  db
    .selectFrom('plan.version as v')
    .leftJoin('kernel.account as a', 'a.id', 'v.publishedBy')
    .select(['v.no', 'v.note', 'v.publishedAt', 'v.fileHash', 'v.fileName', 'a.name as publishedBy'])
    .where('v.planId', '=', planId)

/** Newest first, without what they hold. */
export const listVersions = (db: Db, planId: string) => versions(db, planId).orderBy('v.no', 'desc').execute()

export type VersionHead = Awaited<ReturnType<typeof listVersions>>[number]

export const findVersionRow = (db: Db, planId: string, no: number) =>
  versions(db, planId).select('v.content').where('v.no', '=', no).executeTakeFirst()

type NewVersion = {
  planId: string
  no: number
  content: object
  note: string | null
  at: Date
  by: string | null
  fileHash: string | null
  fileName: string | null
}

export const insertVersion = (db: Db, { at, by, content, ...version }: NewVersion) =>
  db
    .insertInto('plan.version')
    .values({ ...version, content: JSON.stringify(content), publishedAt: at, publishedBy: by })
    .execute()

/** The number of the last version of each plan that has one. */
export const lastVersions = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('plan.version')
    .select((c) => ['planId', c.fn.max('no').as('no')])
    .groupBy('planId')
    .execute()
  return new Map(rows.map(({ planId, no }) => [planId, Number(no)]))
}
