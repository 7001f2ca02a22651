import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, workingHours } from './calendar.ts'
import {
  calendarOfRows,
  type CalendarRows,
  endHours,
  type OwnedDay,
  type OwnedHours,
  tenWorkingDays,
  withDay,
  withHours,
  withoutDay,
} from './calendar-rows.ts'
import { type Day, day, dayOf, plusDays, weekday } from './time.ts'

const [province, commune] = [1, 2]
const line = [commune, province]
const said = { citation: 'QĐ', verified: true }
const always = { validFrom: null, validTo: null }
const hours = (unitId: number, weekdays: readonly number[], from: string, more: object = always): OwnedHours[] =>
  weekdays.map((number) => ({ unitId, weekday: number, from, to: '17:00', ...always, ...said, ...more }))
const monToFri = [1, 2, 3, 4, 5]
const office: CalendarRows = { days: [], hours: hours(province, monToFri, '07:00') }
const clocks = (rows: CalendarRows, on: Day) =>
  workingHours(on, calendarOfRows(rows, line)).map(({ from }) => from.toISOString().slice(11, 16))

describe('the hours of a unit', () => {
  const saturdayToo = hours(commune, [...monToFri, 6], '08:00', { validFrom: day('2025-06-01') })
  const later = withHours(office, commune, day('2025-06-01'), saturdayToo)

  test('are those above it until its own begin, and its own from that day', () => {
    expect(clocks(later, day('2025-05-30'))).toEqual(['00:00'])
    expect(clocks(later, day('2025-06-02'))).toEqual(['01:00'])
  })

  test('make a weekday a working day only while they hold', () => {
    const calendar = calendarOfRows(later, line)
    expect(isWorkingDay(day('2025-05-31'), calendar)).toBe(false)
    expect(isWorkingDay(day('2025-06-07'), calendar)).toBe(true)
  })

  test('give way to those above again when they end', () => {
    const ended = calendarOfRows(endHours(later, commune, day('2025-06-30')), line)
    expect(isWorkingDay(day('2025-06-28'), ended)).toBe(true)
    expect(isWorkingDay(day('2025-07-05'), ended)).toBe(false)
    expect(isWorkingDay(day('2025-07-04'), ended)).toBe(true)
  })

  test('are changed once: what was to begin later never does', () => {
    const fromMay = hours(commune, monToFri, '09:00', { validFrom: day('2025-05-01') })
    const own = withHours(later, commune, day('2025-05-01'), fromMay).hours.filter((row) => row.unitId === commune)
    expect(own).toEqual(fromMay)
  })

  test('of another unit leave a calendar as it is', () => {
    const others = withHours(office, 99, day('2025-01-01'), hours(99, [7], '07:00', { validFrom: day('2025-01-01') }))
    expect(calendarOfRows(others, line)).toEqual(calendarOfRows(office, line))
  })
})

describe('days', () => {
  const named = (on: string, kind: OwnedDay['kind'], unitId: number | null): OwnedDay => ({
    day: day(on),
    kind,
    name: 'x',
    insteadOf: null,
    unitId,
    ...said,
  })

  test('of a unit beat those of the country', () => {
    const rows = withDay(
      withDay(office, named('2025-05-15', 'holiday', null)),
      named('2025-05-15', 'make_up_working_day', commune),
    )
    expect(isWorkingDay(day('2025-05-15'), calendarOfRows(rows, line))).toBe(true)
    expect(isWorkingDay(day('2025-05-15'), calendarOfRows(rows, [province]))).toBe(false)
  })

  test('put in and taken out again leave the calendar as it was', () => {
    const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => plusDays(day('2025-01-01'), n))
    fc.assert(
      fc.property(anyDay, fc.constantFrom(null, commune, province), (on, unitId) => {
        const put = withDay(office, named(on, 'holiday', unitId))
        expect(isWorkingDay(on, calendarOfRows(put, line))).toBe(false)
        expect(withoutDay(put, unitId, on)).toEqual(office)
      }),
    )
  })

  test('the ten next are in order, worked, and the first is the nearest', () => {
    const rows = withDay(office, named('2025-05-15', 'holiday', null))
    const ten = tenWorkingDays(calendarOfRows(rows, line), day('2025-05-14')).map(({ on }) => on)
    expect(ten.slice(0, 3)).toEqual(['2025-05-14', '2025-05-16', '2025-05-19'])
    expect(ten).toHaveLength(10)
    expect(ten.every((on) => monToFri.includes(weekday(on)))).toBe(true)
  })

  test('a calendar without work has no next days, and the search ends', () => {
    expect(tenWorkingDays(calendarOfRows({ days: [], hours: [] }, line), dayOf(new Date(0)))).toEqual([])
  })
})
