/** Closings: the value of each unit with all below it per month, kept up to date from the facts that changed. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import type { Measure } from './measure.ts'
import { lastDayOf, monthsFrom } from './measure.ts'
import { type Day, firstOfMonth, plusDays } from './time.ts'

type Held = { no: number; kind: Measure['kind']; validTo: Day | null; carriedTo: Day | null }
type Due = { measureNo: number; month: Day }

/** One transaction rolls up so many measures: short enough to be waited for, long enough to be worth its start. */
const measuresAtOnce = 20

/**
 * Makes the closings again that changed facts have marked, and carries stocks forward to the month of `today`. May run
 * any number of times and in several processes at once: each takes measures that no other is working on. Has
 * transactions of its own: not for the inside of one. Returns how many months of measures were made again.
 */
export async function rollUp(db: Db, today: Day): Promise<{ months: number }> {
  let months = 0
  for (let after = 0; ; ) {
    const done = await db.transaction().execute(async (transaction) => {
      const held = await holdDueMeasures(transaction, after, today)
      const due = await takeMarks(transaction, held)
      const flows = held.filter(({ kind }) => kind === 'flow')
      const stocks = held.filter(({ kind }) => kind === 'stock')
      const keys = due.filter(({ measureNo }) => flows.some(({ no }) => no === measureNo))
      if (keys.length) await closeFlows(transaction, keys)
      const carried = stocks.flatMap((stock) => monthsToCarry(stock, due, today))
      if (carried.length) await closeStocks(transaction, carried)
      return { last: held.at(-1)?.no, months: keys.length + carried.length }
    })
    months += done.months
    if (done.last === undefined) return { months }
    after = done.last
  }
}

/**
 * The lock on the measure lets one process at a time close its months: of two that did so at once, the one that had read
 * less could write last. It keeps nobody from recording facts.
 */
const holdDueMeasures = (db: Db, after: number, today: Day): Promise<Held[]> =>
  db
    .selectFrom('kernel.measure as m')
    .select(['m.no', 'm.validTo', 'm.carriedTo'])
    .select((m) => m.ref('m.kind').$castTo<Measure['kind']>().as('kind'))
    .where('m.no', '>', after)
    .where((where) =>
      where.or([
        where.exists(where.selectFrom('kernel.closing_due as d').select('d.id').whereRef('d.measureNo', '=', 'm.no')),
        sql<boolean>`m.carried_to < least(date_trunc('month', ${today}::date), date_trunc('month', m.valid_to - 1))`,
      ]),
    )
    .orderBy('m.no')
    .limit(measuresAtOnce)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()

/** A statement of its own after the lock: facts that it does not see yet have marks that it does not see either. */
async function takeMarks(db: Db, held: readonly Held[]): Promise<Due[]> {
  const { rows } = await sql<Due>`
    with taken as (delete from kernel.closing_due where measure_no = any(${held.map(({ no }) => no)}::integer[]) returning measure_no, month)
    select distinct measure_no, month from taken order by measure_no, month`.execute(db)
  return rows
}

/** A fact of a stock changes its own month and all after it, up to now or to the end of the formula. */
function monthsToCarry({ no, validTo, carriedTo }: Held, due: readonly Due[], today: Day): Due[] {
  const marked = due.filter(({ measureNo }) => measureNo === no).map(({ month }) => month)
  const first = marked[0] ?? carriedTo
  if (first === null) return []
  const known = [firstOfMonth(today), carriedTo ?? first, marked.at(-1) ?? first].sort().at(-1) as Day
  const end = validTo === null ? null : firstOfMonth(plusDays(validTo, -1))
  const last = end !== null && end < known ? end : known
  return monthsFrom(first, last).map((month) => ({ measureNo: no, month }))
}

const keyed = (keys: readonly Due[]) => sql`
  due as materialized (
    select measure_no, month, (month + interval '1 month' - interval '1 day')::date as ends
    from unnest(${keys.map(({ measureNo }) => measureNo)}::integer[], ${keys.map(({ month }) => month)}::date[]) as d (measure_no, month)),
  above as materialized (
    select m.month, t.unit_id, t.ancestor_id, t.stands
    from (select distinct month from due) m cross join lateral kernel.tree_of_month(m.month) t)`

/** From the own values of the units to the closings of all above them. A closing that nothing stands behind any more goes. */
const keep = sql`
  fresh as materialized (
    select a.ancestor_id as unit_id, o.month, o.measure_no, sum(o.numerator) as numerator, sum(o.denominator) as denominator
    from own o join above a on a.month = o.month and a.unit_id = o.unit_id
    group by 1, 2, 3),
  gone as (
    delete from kernel.closing c using due d, kernel.unit u
    where c.unit_id = u.id and c.month = d.month and c.measure_no = d.measure_no
      and not exists (select from fresh f where f.unit_id = u.id and f.month = d.month and f.measure_no = d.measure_no))
  insert into kernel.closing as c (unit_id, month, measure_no, numerator, denominator)
  select unit_id, month, measure_no, numerator, denominator from fresh
  on conflict (unit_id, month, measure_no) do update set numerator = excluded.numerator, denominator = excluded.denominator
  where (c.numerator, c.denominator) is distinct from (excluded.numerator, excluded.denominator)`

const closeFlows = (db: Db, keys: readonly Due[]) =>
  sql`
    with ${keyed(keys)},
    own as (
      select f.measure_no, d.month, f.unit_id, sum(f.numerator) as numerator, sum(f.denominator) as denominator
      from due d cross join kernel.unit u
      join kernel.fact f on f.measure_no = d.measure_no and f.unit_id = u.id and f.day between d.month and d.ends
      group by 1, 2, 3),
    ${keep}`.execute(db)

/** Of every unit that stands at the end of the month, the last that was known. */
async function closeStocks(db: Db, keys: readonly Due[]) {
  await sql`
    with ${keyed(keys)},
    own as (
      select d.measure_no, d.month, a.unit_id, f.numerator, f.denominator
      from due d join above a on a.month = d.month and a.unit_id = a.ancestor_id and a.stands
      cross join lateral (
        select numerator, denominator from kernel.fact
        where measure_no = d.measure_no and unit_id = a.unit_id and day <= d.ends
        order by day desc limit 1) f),
    ${keep}`.execute(db)
  const last = new Map(keys.map(({ measureNo, month }) => [measureNo, month]))
  await sql`
    update kernel.measure m set carried_to = l.month
    from unnest(${[...last.keys()]}::integer[], ${[...last.values()]}::date[]) as l (no, month)
    where m.no = l.no and m.carried_to is distinct from l.month`.execute(db)
}

/** Marks all closings from a day on, of all measures: for a change of the unit tree that reaches back to that day. */
export async function remakeClosings(db: Db, from: Day, today: Day) {
  const months = monthsFrom(from, lastDayOf(today))
  await sql`
    insert into kernel.closing_due (measure_no, month)
    select no, month from kernel.measure cross join unnest(${months}::date[]) as month
    where kind = 'flow' or (carried_to is not null and month = ${months[0] ?? null}::date)`.execute(db)
}

/** How many months of measures wait for the roll-up. */
export async function countDue(db: Db): Promise<number> {
  const { rows } = await sql<{ due: number }>`
    select count(*)::integer as due from (select distinct measure_no, month from kernel.closing_due) d`.execute(db)
  return rows[0]?.due ?? 0
}
