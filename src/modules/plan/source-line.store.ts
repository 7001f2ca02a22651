/** Where in the plan's text a target or task was read from. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'

/** The line it begins on, by the last version that has it; null when it came from no text. */
export async function sourceLineOf(db: Db, planId: string, thingId: string): Promise<number | null> {
  const { rows } = await sql<{ line: number | null }>`
    select (item -> 'span' ->> 'fromLine')::integer as line
    from plan.version v cross join lateral jsonb_array_elements(v.content -> 'items') item
    where v.plan_id = ${planId}::uuid and item ->> 'id' = ${thingId}
    order by v.no desc limit 1`.execute(db)
  return rows[0]?.line ?? null
}
