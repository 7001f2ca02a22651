/** Numbers from elsewhere: only added to, the last one of a unit and month counts. */
import { sql } from 'kysely'
import type { Insertable } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import type { Day } from '#kernel/time.ts'
import type { InputRow } from './input.ts'

export const insertInput = (db: Db, row: Insertable<Tables['scores.input']>) =>
  db.insertInto('scores.input').values(row).execute()

/** Up to a day, of these units. */
export async function listInputs(db: Db, units: readonly number[], to: Day): Promise<InputRow[]> {
  const { rows } = await sql<InputRow>`
    select distinct on (indicator, unit_id, month) indicator, unit_id, month, numerator, denominator, source
    from scores.input
    where unit_id = any(${[...units]}::integer[]) and month <= ${to}::date
    order by indicator, unit_id, month, no desc`.execute(db)
  return rows
}
