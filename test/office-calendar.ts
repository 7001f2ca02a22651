/** Calendars for tests of terms: an office from Monday to Friday around Tết and 30 April 2025, and what may differ from it. */
import type { Calendar, Hours } from '#kernel/calendar.ts'
import { day, momentOf } from '#kernel/time.ts'

export const because = { name: 'x', citation: 'y' }
const always = { validFrom: null, validTo: null }

/** 07:00–11:30 and 13:30–17:00; on the days of `mornings` only the first. */
export const officeHours = (days: readonly number[], mornings: readonly number[] = []): Hours[] =>
  days.flatMap((weekday) => [
    { weekday, from: '07:00', to: '11:30', ...always },
    ...(mornings.includes(weekday) ? [] : [{ weekday, from: '13:30', to: '17:00', ...always }]),
  ])

const holidays = ['01-27', '01-28', '01-29', '01-30', '01-31', '04-07', '04-30', '05-01', '05-02']

export const office: Calendar = {
  closed: new Map(holidays.map((on) => [day(`2025-${on}`), because])),
  open: new Map([[day('2025-04-26'), { ...because, insteadOf: 5 }]]),
  week: [1, 2, 3, 4, 5],
  hours: officeHours([1, 2, 3, 4, 5]),
}

/** As at many one-stop desks: Saturday mornings too. */
export const withSaturdayMornings: Calendar = {
  ...office,
  week: [1, 2, 3, 4, 5, 6],
  hours: officeHours([1, 2, 3, 4, 5, 6], [6]),
}

/** `2025-05-14 15:01`, by the clock on the wall. */
export function at(text: string): Date {
  const [on = '', clock = '00:00'] = text.split(' ')
  return momentOf(day(on), Number(clock.slice(0, 2)), Number(clock.slice(3)))
}
