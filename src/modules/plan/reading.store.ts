/** Where the numbers of a plan's values come from: measures, or what units reported and the lead confirmed. */
import { boardOf } from '#kernel/measure.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { type Day, firstOfMonth, plusMonths } from '#kernel/time.ts'
import { type Known, knownFromFigures, knownFromPoints } from './reading.ts'

export type AskedValue = { readonly id: string; readonly basis: string; readonly measureCode: string | null }

/** How far back a board looks. */
const months = 13

/**
 * What is known of each value up to `today`: of the whole plan, or with `unit` of one unit and those below it. Two
 * queries whatever the number of values; the measured ones read closings, never source rows.
 */
export async function readingsOf(
  db: Db,
  values: readonly AskedValue[],
  where: { unitId: number; below: readonly number[] | null; today: Day },
) {
  const { unitId, below, today } = where
  const codes = [...new Set(values.flatMap(({ measureCode }) => measureCode ?? []))]
  const reported = values.filter(({ basis }) => basis === 'reported').map(({ id }) => id)
  const [lines, figures] = await Promise.all([
    codes.length
      ? boardOf(db, {
          unitId,
          from: firstOfMonth(plusMonths(today, 1 - months)),
          to: firstOfMonth(today),
          measures: codes,
        })
      : [],
    reported.length ? confirmedFigures(db, reported, below, today) : [],
  ])
  const byCode = new Map(lines.map((line) => [line.code, knownFromPoints(line.kind, line.trend, today)]))
  const byValue = Map.groupBy(figures, ({ valueId }) => valueId)
  return new Map<string, Known[]>(
    values.map(({ id, measureCode }) => [
      id,
      measureCode ? (byCode.get(measureCode) ?? []) : knownFromFigures(byValue.get(id) ?? []),
    ]),
  )
}

async function confirmedFigures(db: Db, valueIds: readonly string[], below: readonly number[] | null, today: Day) {
  const rows = await db
    .selectFrom('plan.figure')
    .select(['valueId', 'unitId', 'asOf', 'numerator', 'denominator'])
    .where('valueId', 'in', valueIds)
    .where('state', '=', 'confirmed')
    .where('asOf', '<=', today)
    .$if(below !== null, (figures) => figures.where('unitId', 'in', below ?? []))
    .orderBy('asOf')
    .orderBy('sentAt')
    .execute()
  return rows.map((row) => ({
    ...row,
    numerator: Number(row.numerator),
    denominator: row.denominator === null ? null : Number(row.denominator),
  }))
}
