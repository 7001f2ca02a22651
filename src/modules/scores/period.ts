/** The period a page speaks of: a month, a quarter, a year, written `2025-05`, `2025-q2`, `2025`; or any two days. */
import type { Period } from '#kernel/measure.ts'
import { type Day, day, endOfMonth, isDayText, monthOf, plusMonths, yearOf } from '#kernel/time.ts'

export const spans = ['month', 'quarter', 'year'] as const
export type Span = (typeof spans)[number]

export type Chosen = Period & { readonly span: Span | 'days'; readonly code: string }

const months: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 }
const two = (n: number) => String(n).padStart(2, '0')

/** The period of a span in which a day lies. */
export function periodOf(span: Span, on: Day): Chosen {
  const length = months[span]
  const first = Math.floor((monthOf(on) - 1) / length) * length + 1
  const year = yearOf(on)
  const code = { month: `${year}-${two(first)}`, quarter: `${year}-q${(first + 2) / 3}`, year: `${year}` }[span]
  return { span, code, from: day(`${year}-${two(first)}-01`), to: endOfMonth(year, first + length - 1) }
}

/** What an address asks for; the quarter of today when it asks for nothing that can be understood. */
export function readPeriod(text: string | undefined, today: Day): Chosen {
  const [, year, quarter, month] = /^(\d{4})(?:-(?:q([1-4])|(\d{2})))?$/.exec(text ?? '') ?? []
  if (year === undefined || Number(year) < 2000) return periodOf('quarter', today)
  if (quarter) return periodOf('quarter', day(`${year}-${two(Number(quarter) * 3)}-01`))
  const first = `${year}-${month ?? '01'}-01`
  return isDayText(first) ? periodOf(month ? 'month' : 'year', first) : periodOf('quarter', today)
}

export const daysFrom = (from: Day, to: Day): Chosen => ({ span: 'days', code: `${from}.${to}`, from, to })

/** The same span before (or after) it. */
export const besides = ({ span, from }: Chosen, steps: number): Chosen | null =>
  span === 'days' ? null : periodOf(span, plusMonths(from, steps * months[span]))
