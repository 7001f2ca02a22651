/** Time limits as the law counts them, against the hours that are worked. */
import type { Calendar } from '#kernel/calendar.ts'
import type { Day } from '#kernel/time.ts'
import type { Limit } from './service.ts'

/** A working day has so many hours, a week so many such days. */
export type WorkWeek = { readonly hours: number; readonly days: number }

/** The fewest working days among any so many days of the calendar, holidays not counted. */
export const fewestWorkingDays = (days: number, week: WorkWeek): number =>
  Math.floor(days / 7) * week.days + Math.max(0, (days % 7) - (7 - week.days))

/** The shortest month; a limit must hold in each. */
const shortMonth = 28

/** The working hours that a limit leaves at least. */
export function hoursWithin({ amount, unit }: Pick<Limit, 'amount' | 'unit'>, week: WorkWeek): number {
  switch (unit) {
    case 'working_hour':
      return amount
    case 'working_day':
      return amount * week.hours
    case 'day':
      return fewestWorkingDays(Math.floor(amount), week) * week.hours
    case 'month':
      return fewestWorkingDays(Math.floor(amount * shortMonth), week) * week.hours
  }
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

/** An ordinary week of a calendar: its working days, and the hours of the shortest of them; eight where none are kept. */
export function weekOf({ week, hours }: Pick<Calendar, 'week' | 'hours'>, on: Day): WorkWeek {
  const worked = week.map((weekday) =>
    hours
      .filter((one) => one.weekday === weekday && (one.validFrom ?? on) <= on && on <= (one.validTo ?? on))
      .reduce((sum, { from, to }) => sum + minutesOf(to) - minutesOf(from), 0),
  )
  const kept = worked.filter((minutes) => minutes > 0)
  return { days: week.length, hours: kept.length > 0 ? Math.min(...kept) / 60 : 8 }
}
