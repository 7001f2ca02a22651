/** Progress as rows: one for each dossier that the desk has, replaced as a whole; its moments are only added to. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Key, Params } from '#kernel/text.ts'
import type { Progress, ProgressLink, ProgressMoment } from './progress.ts'

const progress = (db: Db) =>
  db
    .selectFrom('filing.progress')
    .select(['applicationId', 'state', 'national', 'dueAt', 'paused', 'changedAt'])
    .select((c) => [
      c.ref('stage').$castTo<Progress['stage']>().as('stage'),
      c.ref('tone').$castTo<Progress['tone']>().as('tone'),
      c.ref('word').$castTo<Key>().as('word'),
      c.ref('next').$castTo<Key>().as('next'),
      c.ref('params').$castTo<Params>().as('params'),
      c.ref('links').$castTo<readonly ProgressLink[]>().as('links'),
    ])

/** Of dossiers that are still with their owner alone there is none. */
export async function progressOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  if (ids.length === 0) return new Map()
  const rows = await progress(db).where('applicationId', 'in', ids).execute()
  return new Map(rows.map(({ applicationId, ...row }) => [applicationId, row]))
}

export async function findProgress(
  db: Db,
  id: string,
): Promise<(Progress & { moments: readonly ProgressMoment[] }) | undefined> {
  const row = await progress(db)
    .select((c) => c.ref('moments').$castTo<readonly ProgressMoment[]>().as('moments'))
    .where('applicationId', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { applicationId: _, ...told } = row
  return told
}

/** In the transaction of the change. `moment`: what the owner is told of it, if anything. */
export async function tellProgress(db: Db, id: string, told: Progress, moment: ProgressMoment | null): Promise<void> {
  const { params, links, ...row } = told
  const moments = JSON.stringify(moment ? [moment] : [])
  const set = { ...row, params: JSON.stringify(params), links: JSON.stringify(links) }
  await db
    .insertInto('filing.progress')
    .values({ applicationId: id, ...set, moments })
    .onConflict((conflict) =>
      conflict
        .column('applicationId')
        .doUpdateSet({ ...set, moments: sql`filing.progress.moments || ${moments}::jsonb` }),
    )
    .execute()
}
