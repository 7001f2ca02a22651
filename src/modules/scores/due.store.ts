/** Days of units whose measures changed: marked with each dossier, taken when they are counted. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type CountedDay, type DueDay, endedCounts, receivedCounts } from './count.ts'
import { columnOf, countSql } from './count.store.ts'
import type { Judged } from './fact.ts'

export async function markDays(db: Db, before: Judged | null, after: Judged) {
  const marks = [before, after].flatMap((fact) =>
    fact?.counted ? [fact.receivedOn, fact.endedOn].flatMap((day) => (day ? [{ unitId: fact.unitId, day }] : [])) : [],
  )
  const different = new Map(marks.map((mark) => [`${mark.unitId} ${mark.day}`, mark]))
  if (different.size)
    await db
      .insertInto('scores.due')
      .values([...different.values()])
      .execute()
}

const lock = 4660766

/**
 * Takes so many days, the oldest marks first; what is marked meanwhile stays marked. One transaction counts at a time: of
 * two that did so at once, the one that had read less could write last.
 */
export async function takeDays(db: Db, atMost: number): Promise<DueDay[]> {
  await sql`select pg_advisory_xact_lock(${lock})`.execute(db)
  const { rows } = await sql<DueDay>`
    with taken as (
      delete from scores.due where id in (select id from scores.due order by id limit ${atMost}) returning unit_id, day)
    select distinct unit_id, day from taken order by 1, 2`.execute(db)
  return rows
}

/** What these units received and ended on these days, themselves. */
export async function countDays(db: Db, days: readonly DueDay[]): Promise<CountedDay[]> {
  const counts = (names: typeof receivedCounts | typeof endedCounts) =>
    sql.join(names.map((name) => sql`${countSql(name)} as ${columnOf(name)}`))
  const { rows } = await sql<CountedDay>`
    select d.unit_id, d.day, r.*, e.*
    from unnest(${days.map(({ unitId }) => unitId)}::integer[], ${days.map(({ day }) => day)}::date[]) as d (unit_id, day)
    cross join lateral (
      select ${counts(receivedCounts)} from scores.fact f where f.counted and f.unit_id = d.unit_id and f.received_on = d.day) r
    cross join lateral (
      select ${counts(endedCounts)} from scores.fact f where f.counted and f.unit_id = d.unit_id and f.ended_on = d.day) e
    order by 1, 2`.execute(db)
  return rows
}
