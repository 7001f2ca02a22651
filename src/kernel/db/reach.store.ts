import { sql } from 'kysely'
import type { Db } from './open.ts'

/** Whether the database answers at all. */
export const isReachable = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
