/** Time limits as the law counts them, against the hours that are worked. */
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
