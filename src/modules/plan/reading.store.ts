/** What is known of the numbers of a plan, however each is known: computed by a measure, or reported and confirmed. */
import type { Db } from '#kernel/db/open.ts'
import { figureOf, lastDayOf, type Point, sinceJanuary, sumOf } from '#kernel/measure.ts'
import { monthsOfKinds } from '#kernel/measure-level.store.ts'
import { type BoardLine, boardOf } from '#kernel/measure.store.ts'
import { type Day, firstOfMonth, plusMonths } from '#kernel/time.ts'
import { type FullReading, readingsOf } from './figure.ts'
import { confirmedOf } from './figure.store.ts'
import { kindsOfLevel } from './level.ts'
import type { Value } from './target.store.ts'

/** A forecast looks back over the year; a reader wants to see the year before too. */
const monthsBack = 24

/**
 * By value, oldest first. Measures are read for the unit the plan is of, with all below it; a value about one level, for
 * the units of that level alone. Of reported values the reporters chosen are the level: see `reportersOf`.
 */
export async function readingsOfValues(
  db: Db,
  values: readonly Value[],
  about: { unitId: number; today: Day },
): Promise<Map<string, FullReading[]>> {
  const reported = await confirmedOf(
    db,
    values.filter(({ basis }) => basis === 'reported').map(({ id }) => id),
  )
  const whole = values.filter(({ level }) => kindsOfLevel(level) === null)
  const codes = [...new Set(whole.map(({ measureCode }) => measureCode).filter((code) => code !== null))]
  const to = firstOfMonth(about.today)
  const from = plusMonths(to, -monthsBack)
  const lines = codes.length ? await boardOf(db, { unitId: about.unitId, from, to, measures: codes }) : []
  const ofLevels = await linesOfLevels(db, values, { ...about, from, to })
  return new Map(
    values.map((value) => {
      const line = ofLevels.get(value.id) ?? lines.find(({ code }) => code === value.measureCode)
      const figures = reported.get(value.id) ?? []
      return [value.id, line ? measured(line, value.unit, about.today) : readingsOf(value.unit, figures)]
    }),
  )
}

type Line = Pick<BoardLine, 'kind' | 'trend'>

/** By value: those that are about the units of one level alone. */
async function linesOfLevels(db: Db, values: readonly Value[], about: { unitId: number; from: Day; to: Day }) {
  const found = new Map<string, Line>()
  for (const { id, measureCode, level } of values) {
    const kinds = kindsOfLevel(level)
    if (measureCode === null || kinds === null) continue
    const { measure, months } = await monthsOfKinds(db, { measure: measureCode, kinds, ...about })
    const byMonth = Map.groupBy(months, ({ month }) => month)
    const trend = [...byMonth].flatMap(([month, units]) => {
      const value = sumOf(units.map((unit) => unit.value))
      return value ? [{ month, value }] : []
    })
    found.set(id, { kind: measure.kind, trend })
  }
  return found
}

function measured(line: Line, unit: string, today: Day): FullReading[] {
  return line.trend.flatMap(({ month }: Point) => {
    const whole = sinceJanuary(line.kind, line.trend, month)
    const number = whole && figureOf(whole)
    if (!whole || number === null) return []
    const { numerator, denominator } = whole
    const last = lastDayOf(month)
    const on = last < today ? last : today
    return [
      {
        on,
        value: unit === 'percent' && denominator !== null ? number * 100 : number,
        numerator,
        denominator,
        units: 0,
      },
    ]
  })
}
