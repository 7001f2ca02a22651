/** Reading measures: the board, a value, the way down to the units below. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { lastDayOf, type Period, type Point, partsOf, sumOf, type Value, withoutValues } from './measure.ts'
import {
  type Amounts,
  amounts,
  getMeasure,
  type KnownMeasure,
  listMeasures,
  valueOrNull,
} from './measure-fact.store.ts'
import { type Day, firstOfMonth } from './time.ts'

export type BoardLine = Pick<KnownMeasure, 'code' | 'kind' | 'unit' | 'direction'> & {
  /** The month asked for; null when it has no closing. */
  value: Value | null
  /** Every month that has a closing, oldest first. */
  trend: Point[]
}

/** All measures (or those named) of a unit with all below it, over the months from `from` to `to` (first days). */
export async function boardOf(
  db: Db,
  about: { unitId: number; from: Day; to: Day; measures?: readonly string[] },
): Promise<BoardLine[]> {
  const measures = await listMeasures(db, about.measures)
  const nos = about.measures ? measures.map(({ no }) => no) : null
  const trends = new Map<number, Point[]>(measures.map(({ no }) => [no, []]))
  for (const row of await readMonths(db, { ...about, nos })) {
    const [numerators, denominators] = [listOf(row.numerators), listOf(row.denominators)]
    for (const [index, no] of listOf(row.nos).entries()) {
      const value = amounts({ numerator: numerators[index] as string, denominator: denominators[index] ?? null })
      trends.get(Number(no))?.push({ month: row.month, value })
    }
  }
  return measures.map(({ no, code, kind, unit, direction }) => {
    const trend = trends.get(no) ?? []
    const last = trend.at(-1)
    return { code, kind, unit, direction, trend, value: last?.month === about.to ? last.value : null }
  })
}

type MonthRow = { month: Day; nos: string; numerators: string; denominators: string }

/**
 * One row a month with three lists in the same order: thousands of small rows cost more on their way than all the work
 * in the database. The months come in the order of the index, so that nothing is sorted.
 */
async function readMonths(db: Db, about: { unitId: number; from: Day; to: Day; nos: number[] | null }) {
  const named = about.nos ? sql`and measure_no = any(${about.nos}::integer[])` : sql``
  const { rows } = await sql<MonthRow>`
    select month, array_agg(measure_no)::text as nos, array_agg(numerator)::text as numerators, array_agg(denominator)::text as denominators
    from kernel.closing
    where unit_id = ${about.unitId} and month between ${about.from}::date and ${about.to}::date ${named}
    group by month order by month`.execute(db)
  return rows
}

/** A list of numbers as the database writes it: `{1,NULL,2.500}`. */
const listOf = (text: string): (string | null)[] =>
  text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : item))

/** A measure of a unit with all below it over any days: closings of whole months, facts for the days at the ends. */
export async function valueOf(
  db: Db,
  about: { measure: string; unitId: number; period: Period },
): Promise<Value | null> {
  const measure = await getMeasure(db, about.measure)
  return measure.kind === 'flow' ? flowOf(db, { ...about, no: measure.no }) : stockOf(db, { ...about, no: measure.no })
}

type Asked = { no: number; unitId: number; period: Period }

async function flowOf(db: Db, { no, unitId, period }: Asked): Promise<Value | null> {
  const { months, days } = partsOf(period)
  const found: (Value | null)[] = []
  if (months.length) found.push(await closingsOf(db, { no, unitId, months }))
  for (const part of days) found.push(await daysOf(db, { no, unitId, period: part }))
  return sumOf(found.filter((value) => value !== null))
}

async function closingsOf(db: Db, asked: { no: number; unitId: number; months: Day[] }): Promise<Value | null> {
  const { rows } = await sql<Amounts>`
    select sum(numerator) as numerator, sum(denominator) as denominator from kernel.closing
    where unit_id = ${asked.unitId} and measure_no = ${asked.no} and month = any(${asked.months}::date[])`.execute(db)
  return valueOrNull(rows[0])
}

/** Days of one month. */
async function daysOf(db: Db, { no, unitId, period }: Asked): Promise<Value | null> {
  const { rows } = await sql<Amounts>`
    select sum(f.numerator) as numerator, sum(f.denominator) as denominator
    from kernel.tree_of_month(${firstOfMonth(period.from)}::date) t
    join kernel.fact f on f.measure_no = ${no} and f.unit_id = t.unit_id and f.day between ${period.from}::date and ${period.to}::date
    where t.ancestor_id = ${unitId}`.execute(db)
  return valueOrNull(rows[0])
}

/** As things stood at the end of the period. */
async function stockOf(db: Db, { no, unitId, period: { to } }: Asked): Promise<Value | null> {
  const closing = to === lastDayOf(to) ? await closingsOf(db, { no, unitId, months: [firstOfMonth(to)] }) : null
  if (closing) return closing
  const { rows } = await sql<Amounts>`
    select sum(f.numerator) as numerator, sum(f.denominator) as denominator
    from kernel.unit_tree t
    cross join lateral (
      select numerator, denominator from kernel.fact
      where measure_no = ${no} and unit_id = t.descendant_id and day <= ${to}::date
      order by day desc limit 1) f
    where t.ancestor_id = ${unitId} and t.valid_from <= ${to}::date and (t.valid_to is null or t.valid_to > ${to}::date)`.execute(
    db,
  )
  return valueOrNull(rows[0])
}

export type ChildTable = {
  measures: KnownMeasure[]
  whole: (Value | null)[]
  children: { unitId: number; slug: string; name: string; values: (Value | null)[] }[]
  /** What the children do not explain: the unit's own, and units that stood below it earlier in the period. */
  rest: (Value | null)[]
}

type ChildRow = Amounts & { unitId: number; slug: string; name: string; measureNo: number | null }

/** The units directly below, as of the last month: flows summed over the months, stocks as of the last. Values stand in the order of `measures`. */
export async function byChild(
  db: Db,
  about: { measures: readonly string[]; unitId: number; from: Day; to: Day },
): Promise<ChildTable> {
  const measures = await listMeasures(db, about.measures)
  const rows = await childRows(db, { ...about, nos: measures.map(({ no }) => no) })
  const valuesOf = (unitId: number) =>
    measures.map(({ no }) => valueOrNull(rows.find((row) => row.unitId === unitId && row.measureNo === no)))
  const whole = valuesOf(about.unitId)
  const units = new Map(rows.map(({ unitId, slug, name }) => [unitId, { unitId, slug, name }]))
  units.delete(about.unitId)
  const children = [...units.values()].map((unit) => ({ ...unit, values: valuesOf(unit.unitId) }))
  const rest = whole.map((value, index) => {
    const parts = children.map(({ values }) => values[index] ?? null).filter((part) => part !== null)
    return value && withoutValues(value, parts)
  })
  return { measures, whole, children, rest }
}

async function childRows(db: Db, about: { nos: number[]; unitId: number; from: Day; to: Day }): Promise<ChildRow[]> {
  const { rows } = await sql<ChildRow>`
    select t.unit_id, u.slug, v.name, c.measure_no, c.numerator, c.denominator
    from kernel.tree_of_month(${about.to}::date) t
    join kernel.unit u on u.id = t.unit_id
    cross join lateral (
      select name, folded from kernel.unit_version
      where unit_id = t.unit_id and valid_from <= ${lastDayOf(about.to)}::date order by valid_from desc limit 1) v
    left join lateral (
      select c.measure_no, sum(c.numerator) as numerator, sum(c.denominator) as denominator
      from kernel.closing c join kernel.measure m on m.no = c.measure_no
      where c.unit_id = t.unit_id and c.measure_no = any(${about.nos}::integer[])
        and c.month between ${about.from}::date and ${about.to}::date and (m.kind = 'flow' or c.month = ${about.to}::date)
      group by 1) c on true
    where t.ancestor_id = ${about.unitId} and t.depth <= 1
    order by t.depth, v.folded`.execute(db)
  return rows
}
