/** What the planner knows of the tables. A server collects it by itself; the embedded database has nobody who does. */
import { sql } from 'kysely'
import { appRole, type Db } from './db/open.ts'

/** As PostgreSQL's own autovacuum judges: fifty rows and a tenth of the table changed since the last time; or never yet. */
const stale = (db: Db) =>
  sql<{ name: string }>`
    select format('%I.%I', s.schemaname, s.relname) as name
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where s.n_mod_since_analyze > 50 + greatest(c.reltuples, 0) * 0.1
      or (c.reltuples < 0 and pg_relation_size(c.oid) > 0)
    order by 1`.execute(db)

/** Looks at the tables that have changed much, one after the other, so that others get their turn on the one connection. */
export async function collectStatistics(db: Db): Promise<readonly string[]> {
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const names = (await stale(db)).rows.map(({ name }) => name)
  for (const name of names)
    await db.transaction().execute(async (own) => {
      // Only who owns a table may; the role comes back with the end of the transaction.
      await sql`set local role none`.execute(own)
      await sql`analyze ${sql.raw(name)}`.execute(own)
      await sql`set local role ${sql.id(appRole)}`.execute(own)
    })
  return names
}
