/** Published versions as they are read beside their text. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { findVersionRow, listVersions, type VersionHead } from '#modules/plan/public.ts'
import type { Content } from './version.ts'

export type Version = VersionHead & { content: Content }

export async function findVersion(db: Db, planId: string, no: number): Promise<Version | undefined> {
  const row = await findVersionRow(db, planId, no)
  return row && { ...row, content: row.content as Content }
}

export const getVersion = async (db: Db, planId: string, no: number): Promise<Version> =>
  (await findVersion(db, planId, no)) ?? refuse('missing', 'plan.version.missing')

export const findLastVersion = async (db: Db, planId: string): Promise<Version | undefined> => {
  const [last] = await listVersions(db, planId)
  return last && findVersion(db, planId, last.no)
}
