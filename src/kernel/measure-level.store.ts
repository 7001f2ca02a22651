/** A measure of the units of some kinds alone: what they themselves did, without the units above and below them. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { lastDayOf, type Value } from './measure.ts'
import { type Amounts, amounts, getMeasure, type KnownMeasure } from './measure-fact.store.ts'
import type { Day } from './time.ts'

export type UnitMonth = { month: Day; unitId: number; value: Value }

type Asked = { measure: string; unitId: number; kinds: readonly string[]; from: Day; to: Day }
type Row = Amounts & { month: Day; unitId: number; numerator: string }

/**
 * By month (first days, both included) and unit, oldest first; the kind is the one the unit had on the day. Read from the
 * facts: closings hold a unit with all below it, and cannot be taken apart.
 */
export async function monthsOfKinds(db: Db, asked: Asked): Promise<{ measure: KnownMeasure; months: UnitMonth[] }> {
  const measure = await getMeasure(db, asked.measure)
  const rows = measure.kind === 'flow' ? await flows(db, measure.no, asked) : await stocks(db, measure.no, asked)
  return { measure, months: rows.map(({ month, unitId, ...row }) => ({ month, unitId, value: amounts(row) })) }
}

async function flows(db: Db, no: number, { unitId, kinds, from, to }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select date_trunc('month', f.day)::date as month, f.unit_id, sum(f.numerator) as numerator, sum(f.denominator) as denominator
    from kernel.fact f
    join kernel.unit_tree t on t.ancestor_id = ${unitId} and t.descendant_id = f.unit_id
      and t.valid_from <= f.day and (t.valid_to is null or t.valid_to > f.day)
    join kernel.unit_version v on v.unit_id = f.unit_id and v.kind = any(${[...kinds]}::text[])
      and v.valid_from <= f.day and (v.valid_to is null or v.valid_to > f.day)
    where f.measure_no = ${no} and f.day between ${from}::date and ${lastDayOf(to)}::date
    group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

/** Of the units that stand at the end of the month, the last that was known. */
async function stocks(db: Db, no: number, { unitId, kinds, from, to }: Asked): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select m.month, v.unit_id, f.numerator, f.denominator
    from (select month::date, (month + interval '1 month' - interval '1 day')::date as ends
      from generate_series(${from}::date::timestamp, ${to}::date::timestamp, interval '1 month') as month) m
    join kernel.unit_tree t on t.ancestor_id = ${unitId} and t.valid_from <= m.ends and (t.valid_to is null or t.valid_to > m.ends)
    join kernel.unit_version v on v.unit_id = t.descendant_id and v.kind = any(${[...kinds]}::text[])
      and v.valid_from <= m.ends and (v.valid_to is null or v.valid_to > m.ends)
    cross join lateral (
      select numerator, denominator from kernel.fact
      where measure_no = ${no} and unit_id = v.unit_id and day <= m.ends
      order by day desc limit 1) f
    order by 1, 2`.execute(db)
  return rows
}
