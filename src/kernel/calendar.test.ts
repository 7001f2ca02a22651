import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Calendar,
  calendarOfUnit,
  dueBefore,
  endOfWorkOn,
  type Hours,
  isWorkingDay,
  nextWorkingDay,
  plusWorkingDays,
  plusWorkingHours,
  settleDay,
  workingDaysBetween,
  workingHours,
} from './calendar.ts'
import { type Day, day, momentOf, plusDays, weekday } from './time.ts'

const because = { name: 'x', citation: 'y' }
const always = { validFrom: null, validTo: null }
const office: Hours[] = [1, 2, 3, 4, 5].flatMap((number) => [
  { weekday: number, from: '07:00', to: '11:30', ...always },
  { weekday: number, from: '13:30', to: '17:00', ...always },
])

/** The days around 30 April 2025: Friday 2 May off, Saturday 26 April worked for it. */
const spring2025: Calendar = {
  closed: new Map(['2025-04-07', '2025-04-30', '2025-05-01', '2025-05-02'].map((on) => [day(on), because])),
  open: new Map([[day('2025-04-26'), { ...because, insteadOf: 5 }]]),
  week: [1, 2, 3, 4, 5],
  hours: office,
}

const start = day('2025-01-01')
const anyDay = fc.integer({ min: 0, max: 200 }).map((n) => plusDays(start, n))
const daySet = fc.uniqueArray(anyDay, { maxLength: 30 })
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({ closed: daySet, open: daySet, week: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) })
  .map(({ closed, open, week }) => ({
    closed: new Map(closed.map((on) => [on, because])),
    open: new Map(open.map((on) => [on, { ...because, insteadOf: 1 }])),
    week,
    hours: [1, 2, 3, 4, 5, 6, 7].flatMap((number) => [
      { weekday: number, from: '07:00', to: '11:30', ...always },
      ...(number === 6 ? [] : [{ weekday: number, from: '13:30', to: '17:00', ...always }]),
    ]),
  }))

/** The obvious way: walk every day (or minute) and look at it. */
const worked = (on: Day, c: Calendar) =>
  c.open.has(on) ? true : c.closed.has(on) ? false : c.week.includes(weekday(on))
const daysFrom = (from: Day, to: Day) => {
  const all: Day[] = []
  for (let on = from; on <= to; on = plusDays(on, 1)) all.push(on)
  return all
}

describe('days', () => {
  test('a term of five working days from 25 April 2025 counts the Saturday and skips the holidays', () => {
    expect(plusWorkingDays(day('2025-04-25'), 5, spring2025)).toBe('2025-05-06')
  })

  test('the next working day after 29 April 2025 is Monday 5 May', () => {
    expect(nextWorkingDay(day('2025-04-30'), spring2025)).toBe('2025-05-05')
    expect(nextWorkingDay(day('2025-04-29'), spring2025)).toBe('2025-04-29')
  })

  test('“before 25 May”, a Sunday, is the 24th as written, the 23rd if earlier, the 26th if later', () => {
    const due = (rule: 'stay' | 'earlier' | 'later') => dueBefore(day('2025-05-25'), rule, spring2025)
    expect([due('stay'), due('earlier'), due('later')]).toEqual(['2025-05-24', '2025-05-23', '2025-05-26'])
  })

  test('a calendar on which nobody works is refused instead of counted for ever', () => {
    const none: Calendar = { ...spring2025, week: [], open: new Map() }
    expect(() => plusWorkingDays(start, 1, none)).toThrow(/no work/)
    expect(() => plusWorkingHours(momentOf(start), 1, { ...spring2025, hours: [] })).toThrow(/no work/)
  })

  test('adding agrees with walking through every day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -25, max: 25 }), anyCalendar, (on, n, calendar) => {
        const all = daysFrom(plusDays(on, -400), plusDays(on, 400)).filter((d) => worked(d, calendar))
        const slow = n === 0 ? on : n > 0 ? all.filter((d) => d > on)[n - 1] : all.filter((d) => d < on).at(n)
        expect(plusWorkingDays(on, n, calendar)).toBe(slow)
      }),
    )
  })

  test('counting between two days undoes adding, and agrees with walking', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -20, max: 20 }), anyCalendar, (from, to, n, calendar) => {
        const slow =
          from <= to
            ? daysFrom(plusDays(from, 1), to).filter((d) => worked(d, calendar)).length
            : 0 - daysFrom(to, plusDays(from, -1)).filter((d) => worked(d, calendar)).length
        expect(workingDaysBetween(from, to, calendar)).toBe(slow)
        expect(workingDaysBetween(from, plusWorkingDays(from, n, calendar), calendar)).toBe(n)
      }),
    )
  })

  test('settling a day gives a working day, on the side asked for, with none between', () => {
    fc.assert(
      fc.property(anyDay, anyCalendar, (on, calendar) => {
        const later = settleDay(on, 'later', calendar)
        const earlier = settleDay(on, 'earlier', calendar)
        expect([worked(later, calendar), worked(earlier, calendar)]).toEqual([true, true])
        expect(daysFrom(on, plusDays(later, -1)).some((d) => worked(d, calendar))).toBe(false)
        expect(daysFrom(plusDays(earlier, 1), on).some((d) => worked(d, calendar))).toBe(false)
      }),
    )
  })
})

describe('hours', () => {
  test('a make-up Saturday keeps the hours of the Friday it stands in for', () => {
    const clock = workingHours(day('2025-04-26'), spring2025).map((s) => s.from.toISOString())
    expect(clock).toEqual(['2025-04-26T00:00:00.000Z', '2025-04-26T06:30:00.000Z'])
    expect(endOfWorkOn(day('2025-04-26'), spring2025)).toEqual(momentOf(day('2025-04-26'), 17))
    expect(endOfWorkOn(day('2025-05-02'), spring2025)).toBeNull()
  })

  test('hours that ended do not hold the day after', () => {
    const summer = { weekday: 1, from: '06:30', to: '11:00', validFrom: day('2025-05-05'), validTo: day('2025-05-11') }
    const calendar = { ...spring2025, hours: [summer] }
    expect(workingHours(day('2025-05-05'), calendar)).toHaveLength(1)
    expect(workingHours(day('2025-05-12'), calendar)).toHaveLength(0)
  })

  test('eight hours from the afternoon before a holiday end after it', () => {
    const received = momentOf(day('2025-04-29'), 15)
    expect(plusWorkingHours(received, 8, spring2025)).toEqual(momentOf(day('2025-05-05'), 15))
    expect(plusWorkingHours(received, 2, spring2025)).toEqual(momentOf(day('2025-04-29'), 17))
  })

  test('adding hours agrees with watching the clock minute by minute', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.nat(1439),
        fc.integer({ min: 1, max: 1500 }),
        anyCalendar,
        (on, minute, length, calendar) => {
          const from = momentOf(on, 0, minute)
          let at = from.getTime()
          for (let left = length, current = on; left > 0; current = plusDays(current, 1)) {
            const spans = worked(current, calendar) ? calendar.hours.filter((h) => h.weekday === weekday(current)) : []
            const minutes = spans.map((h) => [h.from, h.to].map((t) => Number(t.slice(0, 2)) * 60 + Number(t.slice(3))))
            for (let m = 0; m < 1440 && left > 0; m++) {
              if (current === on && m < minute) continue
              if (minutes.some(([a = 0, b = 0]) => a <= m && m < b)) {
                left--
                at = momentOf(current, 0, m + 1).getTime()
              }
            }
          }
          expect(plusWorkingHours(from, length / 60, calendar).getTime()).toBe(at)
        },
      ),
      { numRuns: 40 },
    )
  })
})

test('the days of a unit beat those of the province, and its week replaces the province’s', () => {
  const own = calendarOfUnit(spring2025, {
    open: new Map([[day('2025-05-02'), because]]),
    closed: new Map([[day('2025-04-26'), because]]),
    week: [1, 2, 3, 4, 5, 6],
  })
  const days = ['2025-05-02', '2025-04-26', '2025-05-03', '2025-05-04', '2025-04-30'].map((on) =>
    isWorkingDay(day(on), own),
  )
  expect(days).toEqual([true, false, true, false, false])
  expect(own.hours).toBe(spring2025.hours)
})
