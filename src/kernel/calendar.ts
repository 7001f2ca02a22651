/** Which days and hours are worked in Viet Nam, and terms counted in them. */
import { type Day, daysBetween, dayOf, momentOf, plusDays, weekday } from './time.ts'

/** What makes a day an exception: the holiday or the swap, and the text that says so. */
export type DayReason = { readonly name: string; readonly citation: string }

/** A make-up day keeps the hours of the weekday it stands in for (1 = Monday), its own when it has some. */
export type MakeUpReason = DayReason & { readonly insteadOf?: number | null }

/** Hours worked on one weekday, on the clock of the wall (`07:30`). Both ends of the validity are days in force. */
export type Hours = {
  readonly weekday: number
  readonly from: string
  readonly to: string
  readonly validFrom: Day | null
  readonly validTo: Day | null
}

export type Calendar = {
  readonly closed: ReadonlyMap<Day, DayReason>
  /** Make-up working days. A day that is both closed and open is worked. */
  readonly open: ReadonlyMap<Day, MakeUpReason>
  /** The weekdays worked, 1 = Monday … 7 = Sunday. */
  readonly week: readonly number[]
  /** The weekdays worked in stretches of time that differ; `week` is for the days that lie in none. */
  readonly weeks?: readonly Week[]
  readonly hours: readonly Hours[]
}

/** Both ends of the validity are days in force. */
export type Week = { readonly days: readonly number[]; readonly validFrom: Day | null; readonly validTo: Day | null }

export const dayKinds = ['holiday', 'day_off_in_lieu', 'make_up_working_day'] as const

/** One exceptional day as it is administered. `verified`: somebody has looked up the source it cites. */
export type CalendarDay = DayReason & {
  readonly day: Day
  readonly kind: (typeof dayKinds)[number]
  readonly insteadOf: number | null
  readonly verified: boolean
}

export function calendarFrom(
  days: readonly CalendarDay[],
  worked: Pick<Calendar, 'week' | 'weeks' | 'hours'>,
): Calendar {
  const [open, closed] = [true, false].map((worked) =>
    days.filter((d) => (d.kind === 'make_up_working_day') === worked).map((d) => [d.day, d] as const),
  )
  const { week, weeks, hours } = worked
  return { closed: new Map(closed), open: new Map(open), week, hours, ...(weeks && { weeks }) }
}

/** What a unit says for itself. Where it is silent, the calendar above it holds. */
export type OwnCalendar = Partial<Calendar>

/** A stretch of work, as moments. */
export type Span = { readonly from: Date; readonly to: Date }

/** What becomes of a day that is not worked: it stays, or the nearest working day earlier or later is taken. */
export type OffDayRule = 'stay' | 'earlier' | 'later'

/** No holiday is as long as this; a calendar that has no work for so long is wrong, and counting in it would not end. */
const longestBreak = 400

const nobodyWorks = (on: Day) => new Error(`the calendar has no work within ${longestBreak} days of ${on}`)

const weekOn = (on: Day, { week, weeks }: Calendar): readonly number[] =>
  weeks?.find((one) => (one.validFrom ?? on) <= on && on <= (one.validTo ?? on))?.days ?? week

export const isWorkingDay = (on: Day, calendar: Calendar): boolean =>
  calendar.open.has(on) || (!calendar.closed.has(on) && weekOn(on, calendar).includes(weekday(on)))

/** The calendar of a unit: its own days beat those above it; its own week and hours replace them. */
export function calendarOfUnit(above: Calendar, own: OwnCalendar): Calendar {
  const without = <R>(days: ReadonlyMap<Day, R>, others: ReadonlyMap<Day, unknown> | undefined) =>
    [...days].filter(([on]) => !others?.has(on))
  const weeks = own.week ? own.weeks : above.weeks
  return {
    closed: new Map([...without(above.closed, own.open), ...(own.closed ?? [])]),
    open: new Map([...without(above.open, own.closed), ...(own.open ?? [])]),
    week: own.week ?? above.week,
    hours: own.hours ?? above.hours,
    ...(weeks && { weeks }),
  }
}

/** The nearest working day in the direction `step` (1 or -1), the day itself included. */
function nearestWorkingDay(from: Day, step: 1 | -1, calendar: Calendar): Day {
  let on = from
  for (let tried = 0; !isWorkingDay(on, calendar); on = plusDays(on, step)) {
    if (tried++ > longestBreak) throw nobodyWorks(from)
  }
  return on
}

/** The day itself when it is worked, otherwise the next that is. */
export const nextWorkingDay = (on: Day, calendar: Calendar): Day => nearestWorkingDay(on, 1, calendar)

export const settleDay = (on: Day, rule: OffDayRule, calendar: Calendar): Day =>
  rule === 'stay' ? on : nearestWorkingDay(on, rule === 'later' ? 1 : -1, calendar)

/** The n-th working day after `on` (before it when `days` is negative). `on` itself is never counted; 0 gives `on`. */
export function plusWorkingDays(on: Day, days: number, calendar: Calendar): Day {
  const step = days < 0 ? -1 : 1
  let at = on
  for (let left = Math.abs(days); left > 0; left--) at = nearestWorkingDay(plusDays(at, step), step, calendar)
  return at
}

/**
 * Working days after `from` up to and including `to`; negative, counted from `to` up to the day before `from`, when `to`
 * is earlier. So `workingDaysBetween(a, plusWorkingDays(a, n))` is `n`.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const [first, last, sign] = from <= to ? [plusDays(from, 1), to, 1] : [to, plusDays(from, -1), -1]
  let count = 0
  for (let left = daysBetween(first, last), on = first; left >= 0; left--, on = plusDays(on, 1)) {
    if (isWorkingDay(on, calendar)) count++
  }
  return count === 0 ? 0 : sign * count
}

/** The last day on which something due "before" a day is in time: literally the day before, then settled by `rule`. */
export const dueBefore = (on: Day, rule: OffDayRule, calendar: Calendar): Day =>
  settleDay(plusDays(on, -1), rule, calendar)

const momentAt = (on: Day, clock: string): Date => momentOf(on, Number(clock.slice(0, 2)), Number(clock.slice(3, 5)))

/** The hours worked on a day, in order; none on a day that is not worked. */
export function workingHours(on: Day, calendar: Calendar): readonly Span[] {
  if (!isWorkingDay(on, calendar)) return []
  const inForce = calendar.hours.filter((h) => (h.validFrom ?? on) <= on && on <= (h.validTo ?? on))
  const ofWeekday = (number: number | null | undefined) => inForce.filter((h) => h.weekday === number)
  const own = ofWeekday(weekday(on))
  const hours = own.length > 0 ? own : ofWeekday(calendar.open.get(on)?.insteadOf)
  return hours
    .map((h) => ({ from: momentAt(on, h.from), to: momentAt(on, h.to) }))
    .sort((a, b) => a.from.getTime() - b.from.getTime())
}

/** The end of the last hour worked on a day, or null when nothing is. */
export const endOfWorkOn = (on: Day, calendar: Calendar): Date | null => workingHours(on, calendar).at(-1)?.to ?? null

/**
 * The moment when so many hours of work have passed since `from`. Work that ends with a stretch ends then, not when the
 * next begins; 0 gives `from`.
 */
export function plusWorkingHours(from: Date, hours: number, calendar: Calendar): Date {
  if (hours <= 0) return from
  let left = Math.round(hours * 3_600_000)
  const first = dayOf(from)
  let done = from.getTime()
  for (let on = first, idle = 0; idle <= longestBreak; on = plusDays(on, 1)) {
    const spans = workingHours(on, calendar)
    idle = spans.length > 0 ? 0 : idle + 1
    for (const span of spans) {
      const start = Math.max(span.from.getTime(), done)
      const length = Math.max(0, span.to.getTime() - start)
      if (left <= length) return new Date(start + left)
      left -= length
      done = start + length
    }
  }
  throw nobodyWorks(first)
}

/** Whole minutes of work from one moment to a later one; 0 when it is not later. */
export function workingMinutesBetween(from: Date, to: Date, calendar: Calendar): number {
  let worked = 0
  const last = dayOf(to)
  for (let on = dayOf(from); on <= last; on = plusDays(on, 1)) {
    for (const span of workingHours(on, calendar)) {
      const start = Math.max(span.from.getTime(), from.getTime())
      worked += Math.max(0, Math.min(span.to.getTime(), to.getTime()) - start)
    }
  }
  return Math.floor(worked / 60_000)
}
