/** The calendar of a unit put together from the rows of the country, of the unit and of those above it; and changed rows. */
import {
  type Calendar,
  calendarFrom,
  calendarOfUnit,
  type CalendarDay,
  type Hours,
  isWorkingDay,
  type Span,
  type Week,
  workingHours,
} from './calendar.ts'
import { type Day, dayOf, plusDays } from './time.ts'

/** Without a unit: of the whole country. */
export type OwnedDay = CalendarDay & { readonly unitId: number | null }
export type OwnedHours = Hours & { readonly unitId: number; readonly citation: string; readonly verified: boolean }
export type CalendarRows = { readonly days: readonly OwnedDay[]; readonly hours: readonly OwnedHours[] }

type Stretch = { readonly validFrom: Day | null; readonly validTo: Day | null }

const weekOf = (hours: readonly Hours[]) => [...new Set(hours.map(({ weekday }) => weekday))].sort((a, b) => a - b)
const isInForce = ({ validFrom, validTo }: Stretch, on: Day) => (validFrom ?? on) <= on && on <= (validTo ?? on)

/** Time cut where any of the rows begins or ends. */
function stretchesOf(rows: readonly Stretch[]): Stretch[] {
  const begins = rows.flatMap(({ validFrom, validTo }) => [validFrom, validTo && plusDays(validTo, 1)])
  const cuts = [...new Set(begins.filter((on) => on !== null))].sort()
  return [null, ...cuts].map((from, n) => {
    const next = cuts[n]
    return { validFrom: from, validTo: next === undefined ? null : plusDays(next, -1) }
  })
}

/** A day that lies in the stretch. */
const dayIn = ({ validFrom, validTo }: Stretch): Day => validFrom ?? validTo ?? dayOf(new Date(0))

/** Each day keeps the hours of the nearest unit that has some in force on it. `line`: the unit, then those above it. */
function hoursOf(rows: readonly OwnedHours[], line: readonly number[]): Pick<Calendar, 'week' | 'weeks' | 'hours'> {
  const own = rows.filter(({ unitId }) => line.includes(unitId))
  const parts = stretchesOf(own).map((stretch) => {
    const inForce = own.filter((row) => isInForce(row, dayIn(stretch)))
    const nearest = line.find((id) => inForce.some(({ unitId }) => unitId === id))
    return { stretch, hours: inForce.filter(({ unitId }) => unitId === nearest) }
  })
  const hours = parts.flatMap(({ stretch, hours: worked }) => worked.map((row) => ({ ...row, ...stretch })))
  const weeks = parts.flatMap(({ stretch, hours: worked }): Week[] =>
    worked.length > 0 ? [{ ...stretch, days: weekOf(worked) }] : [],
  )
  const [first] = weeks
  const differ = weeks.some(({ days }) => days.join() !== first?.days.join())
  return { week: weekOf(hours), hours, ...(differ && { weeks }) }
}

/** `line`: the unit, then those above it, as `listAncestors` gives them. */
export function calendarOfRows(rows: CalendarRows, line: readonly number[]): Calendar {
  const worked = hoursOf(rows.hours, line)
  const daysOf = (id: number | null) => rows.days.filter(({ unitId }) => unitId === id)
  return line.toReversed().reduce(
    (calendar, id) => {
      const { closed, open } = calendarFrom(daysOf(id), calendar)
      return closed.size + open.size > 0 ? calendarOfUnit(calendar, { closed, open }) : calendar
    },
    calendarFrom(daysOf(null), worked),
  )
}

export const withoutDay = (rows: CalendarRows, unitId: number | null, on: Day): CalendarRows => ({
  ...rows,
  days: rows.days.filter((row) => row.unitId !== unitId || row.day !== on),
})

/** In place of what the same unit, or the country, says about the day. */
export const withDay = (rows: CalendarRows, day: OwnedDay): CalendarRows => {
  const others = withoutDay(rows, day.unitId, day.day)
  return { ...others, days: [...others.days, day] }
}

/** A unit's own hours up to and including `lastDay`; what would begin later never does. */
export const endHours = (rows: CalendarRows, unitId: number, lastDay: Day): CalendarRows => ({
  ...rows,
  hours: rows.hours.flatMap((row) => {
    if (row.unitId !== unitId || (row.validTo !== null && row.validTo <= lastDay)) return [row]
    return row.validFrom !== null && row.validFrom > lastDay ? [] : [{ ...row, validTo: lastDay }]
  }),
})

/** From the day on that the new hours begin, they stand in place of the unit's own. */
export function withHours(rows: CalendarRows, unitId: number, from: Day, hours: readonly OwnedHours[]): CalendarRows {
  const others = endHours(rows, unitId, plusDays(from, -1))
  return { ...others, hours: [...others.hours, ...hours] }
}

/** A working day, and when work is done on it. */
export type Worked = { readonly on: Day; readonly spans: readonly Span[] }

/** Far enough to find ten working days in any calendar that is not wrong. */
const farthest = 90

/** The first ten working days, `from` included; fewer when a calendar has hardly any. */
export function tenWorkingDays(calendar: Calendar, from: Day): Worked[] {
  const found: Worked[] = []
  for (let n = 0, on = from; n < farthest && found.length < 10; n++, on = plusDays(on, 1))
    if (isWorkingDay(on, calendar)) found.push({ on, spans: workingHours(on, calendar) })
  return found
}
