/** What a database is for. Said once, when it is new. */
import { sql } from 'kysely'
import type { Database, Db } from './db/open.ts'

/** Marks a new database; of one in use, says what it was marked as. */
export async function claimHouse(db: Db, mark: { demo: boolean; pack: string; now: Date }) {
  await db
    .insertInto('kernel.house')
    .values({ demo: mark.demo, pack: mark.pack, madeAt: mark.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { demo, ...house } = await db
    .selectFrom('kernel.house')
    .select(['demo', 'pack', 'madeAt'])
    .executeTakeFirstOrThrow()
  if (demo !== mark.demo)
    throw new Error(
      demo
        ? 'This database holds demonstration data. Start it with --demo, or give another DATA_DIR or DATABASE_URL.'
        : 'This database holds real data. Demonstration data must go into another DATA_DIR or DATABASE_URL.',
    )
  return house
}

const furnishLock = 4_660_470

/** Lets one process after the other look whether something is missing, and put it in. An embedded database has one only. */
export const oneAfterAnother = <T>({ db, kind }: Database, work: () => Promise<T>): Promise<T> =>
  kind === 'embedded'
    ? work()
    : db.connection().execute(async (own) => {
        await sql`select pg_advisory_lock(${furnishLock})`.execute(own)
        try {
          return await work()
        } finally {
          await sql`select pg_advisory_unlock(${furnishLock})`.execute(own)
        }
      })
