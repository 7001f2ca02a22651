/** A made-up province for measuring: units, measures, a number of days of facts and of months of closings. */
import type { Db, Owner } from '../src/kernel/db/open.ts'
import { type MeasureForm, monthsFrom } from '../src/kernel/measure.ts'
import { registerMeasures } from '../src/kernel/measure-fact.store.ts'
import { day, plusDays, plusMonths } from '../src/kernel/time.ts'
import { rebuildUnitTree } from '../src/kernel/unit.store.ts'

export type Size = { units: number; measures: number; days: number; months: number }

/** The last day that has facts. */
export const lastDay = day('2025-12-31')

export const codeOf = (number: number) => `bench.m${String(number).padStart(3, '0')}`

/** A sixth of the measures are stocks, half are ratios. */
const formOf = (number: number): MeasureForm => ({
  code: codeOf(number),
  kind: number % 6 === 0 ? 'stock' : 'flow',
  unit: 'count',
  direction: 'up',
  denominator: number % 2 === 0 ? 'all' : null,
  validFrom: day('2010-01-01'),
})

const districts = 11

/** A province, eleven districts, and the other units below them. Returns the province's id. */
export async function makeUnits(db: Db, count: number): Promise<number> {
  const slugs = Array.from({ length: count }, (_, number) => ({ slug: `unit-${number}` }))
  const ids = (await db.insertInto('kernel.unit').values(slugs).returning('id').execute()).map(({ id }) => id)
  const parentOf = (number: number) => {
    if (number === 0) return null
    return number <= districts ? (ids[0] as number) : (ids[1 + (number % districts)] as number)
  }
  const versions = ids.map((unitId, number) => {
    const name = `Unit ${number}`
    return { unitId, name, folded: name, kind: 'bench', parentId: parentOf(number), validFrom: day('0001-01-01') }
  })
  await db.insertInto('kernel.unit_version').values(versions).execute()
  await rebuildUnitTree(db)
  return ids[0] as number
}

const amounts = `
  (hashint4(u.id + m.no * 1009 + d::date - date '2000-01-01') & 63) + 1 as numerator,
  case when m.has_denominator then 64 end as denominator`

/** Day by day, as facts come in life. Foreign keys are not asked about: the rows are made of the tables they point to. */
async function makeFacts(owner: Owner, days: number) {
  await owner.script("set session_replication_role = replica; set work_mem = '256MB'")
  const first = plusDays(lastDay, 1 - days)
  await owner.query('select kernel.ensure_fact_partition(y) from generate_series($1::int, $2::int) y', [
    Number(first.slice(0, 4)),
    Number(lastDay.slice(0, 4)),
  ])
  for (let from = first; from <= lastDay; from = plusDays(from, 10)) {
    const to = [plusDays(from, 9), lastDay].sort()[0]
    await owner.query(
      `insert into kernel.fact (recorded_at, unit_id, day, measure_no, numerator, denominator)
       select now(), u.id, d::date, m.no, ${amounts}
       from generate_series($1::date, $2::date, interval '1 day') d, kernel.measure m, kernel.unit u
       order by d, m.no, u.id`,
      [from, to],
    )
  }
}

/** Of the months before the facts. */
async function makeClosings(owner: Owner, months: number, monthsWithFacts: number) {
  const last = plusMonths(day(`${lastDay.slice(0, 8)}01`), -monthsWithFacts)
  const first = plusMonths(last, 1 - (months - monthsWithFacts))
  await owner.query(
    `insert into kernel.closing (unit_id, month, measure_no, numerator, denominator)
     select u.id, d::date, m.no, ${amounts}
     from kernel.measure m, generate_series($1::date, $2::date, interval '1 month') d, kernel.unit u
     order by m.no, d, u.id`,
    [first, last],
  )
}

/** Fills an empty, migrated database; the closings of the months that have facts are left to the roll-up. */
export async function makeProvince(db: Db, owner: Owner, size: Size): Promise<{ provinceId: number }> {
  const provinceId = await makeUnits(db, size.units)
  await registerMeasures(
    db,
    Array.from({ length: size.measures }, (_, number) => formOf(number)),
  )
  await makeFacts(owner, size.days)
  const firstDay = plusDays(lastDay, 1 - size.days)
  const monthsWithFacts = monthsFrom(firstDay, lastDay).length
  await makeClosings(owner, size.months, monthsWithFacts)
  await owner.query(
    `insert into kernel.closing_due (measure_no, month)
     select no, d::date from kernel.measure, generate_series(date_trunc('month', $1::date), $2::date, interval '1 month') d`,
    [firstDay, lastDay],
  )
  for (const table of ['fact', 'closing', 'closing_due', 'unit_tree', 'unit', 'measure'])
    await owner.script(`vacuum analyze kernel.${table}`)
  return { provinceId }
}
