import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, momentOf, plusDays } from '#kernel/time.ts'
import { givenOn, periodsDue } from './due.ts'

const year = { from: day('2025-01-01'), to: day('2025-12-31') }

describe('the periods whose figures are due', () => {
  test('end with each quarter of the plan’s year and are due so many days later', () => {
    expect(periodsDue(2025, 3, 5, { from: day('2025-04-01'), to: day('2025-07-05') })).toEqual([
      { endsOn: '2025-03-31', dueOn: '2025-04-05' },
      { endsOn: '2025-06-30', dueOn: '2025-07-05' },
    ])
  })

  test('fall each on one day only, however a year is cut into counts', () => {
    const cut = fc.record({ every: fc.constantFrom(1, 3, 6, 12), at: fc.integer({ min: 1, max: 360 }) })
    fc.assert(
      fc.property(cut, ({ every, at }) => {
        const turn = plusDays(year.from, at)
        const parts = [
          { from: year.from, to: plusDays(turn, -1) },
          { from: turn, to: year.to },
        ]
        const whole = periodsDue(2025, every, 5, year)
        expect(parts.flatMap((part) => periodsDue(2025, every, 5, part))).toEqual(whole)
      }),
    )
  })
})

describe('a figure', () => {
  const period = { endsOn: day('2025-04-30'), dueOn: day('2025-05-05') }
  const sent = (asOf: string, on: string, hour: number) => ({ asOf: day(asOf), sentAt: momentOf(day(on), hour, 59) })

  test('sent in the last minute of its day is in time, a minute later it is not', () => {
    expect(givenOn([sent('2025-04-30', '2025-05-05', 23)], period)).toBe('2025-05-05')
    expect(givenOn([sent('2025-04-30', '2025-05-06', 0)], period)).toBeNull()
  })

  test('of an earlier period is none of this one', () => {
    expect(givenOn([sent('2025-03-31', '2025-05-02', 9)], period)).toBeNull()
  })
})
