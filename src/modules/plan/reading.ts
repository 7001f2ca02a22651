/** What is known of a value over time, with its birth certificate: summed over units, divided once. Pure. */
import { figureOf, type Point, sinceJanuary, type Measure, sumOf, type Value, valueFrom } from '#kernel/measure.ts'
import type { Day } from '#kernel/time.ts'
import { lastDayOf } from '#kernel/measure.ts'

/** `value` is what is compared with the goal: hundredths for a ratio, the plain number otherwise. */
export type Known = {
  readonly on: Day
  readonly value: number
  readonly numerator: number
  readonly denominator: number | null
}

export type UnitFigure = {
  readonly unitId: number
  readonly asOf: Day
  readonly numerator: number
  readonly denominator: number | null
}

export function knownFrom(on: Day, sum: Value): Known | null {
  const figure = figureOf(sum)
  if (figure === null) return null
  const { numerator, denominator } = sum
  return { on, numerator, denominator, value: denominator === null ? figure : figure * 100 }
}

/**
 * On each day on which somebody reported: the latest confirmed figure of every unit, added up. Figures must be sorted by
 * day. A unit that reports a plain number beside others that report ratios is left out of the sum of that day.
 */
export function knownFromFigures(figures: readonly UnitFigure[]): Known[] {
  const latest = new Map<number, UnitFigure>()
  const byDay = new Map<Day, Known>()
  for (const figure of figures) {
    latest.set(figure.unitId, figure)
    const alike = [...latest.values()].filter((one) => (one.denominator === null) === (figure.denominator === null))
    const sum = sumOf(alike.map(({ numerator, denominator }) => valueFrom(numerator, denominator)))
    const known = sum && knownFrom(figure.asOf, sum)
    if (known) byDay.set(figure.asOf, known)
  }
  return [...byDay.values()]
}

/** Of a measure's monthly closings: a stock as it stood, a flow since January; the open month counts up to today. */
export const knownFromPoints = (kind: Measure['kind'], points: readonly Point[], today: Day): Known[] =>
  points.flatMap(({ month, value }) => {
    const end = lastDayOf(month)
    const whole = kind === 'stock' ? value : sinceJanuary(kind, points, month)
    return (whole && knownFrom(end < today ? end : today, whole)) ?? []
  })
