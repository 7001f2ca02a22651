/** A measure: a number with a birth certificate. Numerator and denominator per unit and day; a ratio is made of sums only. */
import type { Key } from './text.ts'
import { type Day, endOfMonth, firstOfMonth, monthOf, plusDays, plusMonths, yearOf } from './time.ts'

/** What a module declares. */
export type Measure = {
  /** `services.dossiers_on_time`: module, then what is measured. A new formula is a new code. */
  readonly code: string
  readonly title: Key
  readonly unit: MeasureUnit
  /** Which way is better. */
  readonly direction: 'up' | 'down'
  /** A flow is what happened on the day: a period is the sum. A stock is how things stood: a period is the last known. */
  readonly kind: 'flow' | 'stock'
  /** What is counted, in a sentence. */
  readonly numerator: Key
  /** What it is counted out of; null for a plain number. */
  readonly denominator: Key | null
  readonly citations?: readonly Citation[]
  /** Where the rows behind the figure of a unit are shown. */
  readonly rowsHref?: (unitSlug: string, period: Period) => string
  readonly validFrom: Day
  /** The first day on which the formula holds no longer. */
  readonly validTo?: Day
}

export type MeasureUnit = 'percent' | 'count' | 'hours' | 'days' | 'dong' | 'score'

export type Citation = { readonly text: string; readonly validFrom: Day; readonly validTo?: Day }

/** What the store must know of a measure; data may declare such a one too, with sentences of its own. */
export type MeasureForm = Pick<Measure, 'code' | 'unit' | 'direction' | 'kind' | 'validFrom' | 'validTo'> & {
  readonly denominator: string | null
}

/** What a unit itself did or had on a day, without the units below it. At most three decimals. */
export type Fact = {
  readonly measure: string
  readonly unitId: number
  readonly day: Day
  readonly numerator: number
  readonly denominator: number | null
  readonly source?: string
}

export type Value = {
  readonly numerator: number
  readonly denominator: number | null
  /** 0.5 for half; null without a denominator, or with none to divide by. */
  readonly ratio: number | null
}

/** From a day to a day, both included. */
export type Period = { readonly from: Day; readonly to: Day }

/** The value of a month; a month is written as its first day. */
export type Point = { readonly month: Day; readonly value: Value }

export const ratioOf = (numerator: number, denominator: number | null): number | null =>
  denominator === null || denominator === 0 ? null : numerator / denominator

export const valueFrom = (numerator: number, denominator: number | null): Value => ({
  numerator,
  denominator,
  ratio: ratioOf(numerator, denominator),
})

/** Amounts have three decimals at most; adding them as whole thousandths keeps the sum the same in every order. */
const add = (a: number, b: number): number =>
  Number.isInteger(a) && Number.isInteger(b) ? a + b : (Math.round(a * 1000) + Math.round(b * 1000)) / 1000

/** Of two units, or of two periods of a flow. Ratios are not added: the sums are divided again. */
export function addValues(a: Value, b: Value): Value {
  if ((a.denominator === null) !== (b.denominator === null))
    throw new Error('a plain number and a ratio cannot be added')
  const denominator = a.denominator === null || b.denominator === null ? null : add(a.denominator, b.denominator)
  return valueFrom(add(a.numerator, b.numerator), denominator)
}

export const sumOf = (values: readonly Value[]): Value | null =>
  values.reduce<Value | null>((sum, value) => (sum ? addValues(sum, value) : value), null)

/** What remains of a whole without its parts. */
export const withoutValues = (whole: Value, parts: readonly Value[]): Value =>
  parts.reduce<Value>(
    (rest, { numerator, denominator }) =>
      addValues(rest, valueFrom(-numerator, denominator === null ? null : -denominator)),
    whole,
  )

/** The one number to compare with a goal: the ratio of a ratio, the sum of a plain number. */
export const figureOf = (value: Value): number | null => (value.denominator === null ? value.numerator : value.ratio)

/** Whether a number can be kept without losing anything: three decimals at most, and not too large to be exact. */
export const isAmount = (n: number): boolean =>
  Number.isSafeInteger(n) || (Number.isSafeInteger(Math.round(n * 1000)) && Math.round(n * 1000) / 1000 === n)

const holds = ({ validFrom, validTo }: { validFrom: Day; validTo?: Day }, on: Day): boolean =>
  validFrom <= on && (validTo === undefined || on < validTo)

/** Under which text a measure was asked for on a day. */
export const citationOn = (measure: Measure, on: Day): Citation | undefined =>
  measure.citations?.find((citation) => holds(citation, on))

export const lastDayOf = (month: Day): Day => endOfMonth(yearOf(month), monthOf(month))

/** The first days of all months from one to another, both included. */
export function monthsFrom(from: Day, to: Day): Day[] {
  const months: Day[] = []
  for (let month = firstOfMonth(from); month <= to; month = plusMonths(month, 1)) months.push(month)
  return months
}

export const yearToDate = (to: Day): Period => ({ from: firstOfMonth(plusMonths(to, 1 - monthOf(to))), to })

/** A period as whole months, whose closings are kept, and the days that are left over at its ends, at most two months of them. */
export function partsOf({ from, to }: Period): { months: Day[]; days: Period[] } {
  const months = monthsFrom(from, to).filter((month) => from <= month && lastDayOf(month) <= to)
  const [first, last] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) {
    const turn = plusMonths(firstOfMonth(from), 1)
    if (from > to) return { months, days: [] }
    if (to < turn) return { months, days: [{ from, to }] }
    return {
      months,
      days: [
        { from, to: plusDays(turn, -1) },
        { from: turn, to },
      ],
    }
  }
  const days: Period[] = []
  if (from < first) days.push({ from, to: plusDays(first, -1) })
  if (lastDayOf(last) < to) days.push({ from: plusDays(lastDayOf(last), 1), to })
  return { months, days }
}

/** Of a line of the board: a flow summed since January, a stock as it stood last. Null when nothing is known. */
export function sinceJanuary(kind: Measure['kind'], points: readonly Point[], month: Day): Value | null {
  if (kind === 'stock') return points.findLast((point) => point.month <= month)?.value ?? null
  const { from } = yearToDate(month)
  return sumOf(points.filter((point) => from <= point.month && point.month <= month).map(({ value }) => value))
}
