/** Says whether what somebody keeps of the catalogue in memory is still what it is. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'

export const findRevision = async (db: Db): Promise<number> =>
  (await db.selectFrom('catalogue.revision').select('no').executeTakeFirstOrThrow()).no

/** In the transaction of the change; also lets one import be applied at a time. */
export const bumpRevision = (db: Db) => db.updateTable('catalogue.revision').set({ no: sql<number>`no + 1` }).execute()
