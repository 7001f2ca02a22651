/** Days of units whose measures changed: marked with each dossier, taken when they are counted. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { endedCounts, receivedCounts } from './count.ts'
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

export type DueDay = { unitId: number; day: Day }

/** Takes so many days, the oldest marks first; what is marked meanwhile stays marked. */
export async function takeDays(db: Db, atMost: number): Promise<DueDay[]> {
  const { rows } = await sql<DueDay>`
    with chosen as (select id, unit_id, day from scores.due order by id limit ${atMost} for update skip locked),
    taken as (delete from scores.due d using chosen c where d.id = c.id)
    select distinct unit_id, day from chosen order by 1, 2`.execute(db)
  return rows
}

export type CountedDay = DueDay & Record<(typeof receivedCounts)[number] | (typeof endedCounts)[number], number>

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
