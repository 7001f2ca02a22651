/** Days and moments. A day is a date in Viet Nam, written `2025-05-25`; a moment is a `Date`. */
import { z } from 'zod'

declare const isDay: unique symbol
export type Day = string & { readonly [isDay]: true }

/** Viet Nam has kept UTC+7 without summer time since 1975. */
const offset = 7 * 3_600_000
const dayLength = 86_400_000

const atUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`)

export function isDayText(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  // The parser of dates takes 2025-02-30 for 2 March.
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).getUTCDate() === Number(text.slice(8))
}

/** The day written as text; throws on anything that is not a date of the calendar. */
export function day(text: string): Day {
  if (!isDayText(text)) throw new Error(`not a day: ${text}`)
  return text
}

export const Day = z.custom<Day>((value) => typeof value === 'string' && isDayText(value), { params: { word: 'day' } })

/** The day it is in Viet Nam at this moment. */
export const dayOf = (moment: Date): Day => new Date(moment.getTime() + offset).toISOString().slice(0, 10) as Day

/** The first moment of a day in Viet Nam, plus `hours` and `minutes` of the clock on the wall. */
export const momentOf = (on: Day, hours = 0, minutes = 0): Date =>
  new Date(atUtc(on) - offset + hours * 3_600_000 + minutes * 60_000)

export const plusDays = (on: Day, days: number): Day =>
  day(new Date(atUtc(on) + days * dayLength).toISOString().slice(0, 10))

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((atUtc(to) - atUtc(from)) / dayLength)

/** 1 = Monday … 7 = Sunday. */
export const weekday = (on: Day): number => new Date(atUtc(on)).getUTCDay() || 7

export const yearOf = (on: Day): number => Number(on.slice(0, 4))
export const monthOf = (on: Day): number => Number(on.slice(5, 7))
export const firstOfMonth = (on: Day): Day => day(`${on.slice(0, 7)}-01`)

/** The last day of a month; `month` counts from 1. */
export const endOfMonth = (year: number, month: number): Day =>
  day(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))

/** The same day so many months on, or the last day of that month when it is shorter. */
export function plusMonths(on: Day, months: number): Day {
  const at = (yearOf(on) * 12 + monthOf(on) - 1 + months) | 0
  const last = endOfMonth(Math.floor(at / 12), (at % 12) + 1)
  const same = `${last.slice(0, 8)}${on.slice(8)}`
  return isDayText(same) ? same : last
}
