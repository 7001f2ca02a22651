import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { OwnedDay, OwnedHours } from '#kernel/calendar-rows.ts'
import { day, weekday } from '#kernel/time.ts'
import { hoursSets, monthsOf, sameHours, specialDays } from './calendar-year.ts'

const week = { closed: new Map(), open: new Map(), week: [1, 2, 3, 4, 5], hours: [] }
const owned = (unitId: number | null, name: string): OwnedDay => ({
  unitId,
  name,
  day: day('2025-09-02'),
  kind: 'holiday',
  citation: 'QĐ',
  verified: true,
  insteadOf: null,
})

describe('a year', () => {
  test('has every day once, in its month, under its weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), (year) => {
        const months = monthsOf(year, week, new Map())
        const all = months.flatMap(({ weeks }) => weeks.flat()).filter((cell) => cell !== null)
        const leap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1
        expect(new Set(all.map(({ on }) => on)).size).toBe(leap ? 366 : 365)
        for (const { month, weeks } of months)
          for (const cells of weeks)
            for (const [at, cell] of cells.entries()) {
              if (!cell) continue
              expect([Number(cell.on.slice(5, 7)), weekday(cell.on)]).toEqual([month, at + 1])
            }
      }),
      { numRuns: 20 },
    )
  })

  test('tells of a day what the nearest says about it', () => {
    const days = [owned(7, 'xã'), owned(null, 'cả nước'), owned(3, 'tỉnh'), owned(9, 'nơi khác')]
    expect(specialDays(days, [7, 3]).get(day('2025-09-02'))?.name).toBe('xã')
    expect(specialDays(days, [3]).get(day('2025-09-02'))?.name).toBe('tỉnh')
    expect(specialDays(days, []).get(day('2025-09-02'))?.name).toBe('cả nước')
  })
})

test('hours that begin together are one set, weekdays with the same hours one line, the latest set first', () => {
  const row = (number: number, from: string, to: string, validFrom: string | null): OwnedHours => ({
    unitId: 1,
    weekday: number,
    from,
    to,
    citation: 'QĐ',
    verified: false,
    validFrom: validFrom === null ? null : day(validFrom),
    validTo: null,
  })
  const rows = [
    row(1, '07:00', '11:30', null),
    row(1, '13:30', '17:00', null),
    row(2, '07:00', '11:30', null),
    row(2, '13:30', '17:00', null),
    row(6, '07:00', '11:00', null),
    row(1, '08:00', '16:00', '2026-01-01'),
  ]
  const sets = hoursSets(rows)
  expect(sets.map(({ validFrom }) => validFrom)).toEqual(['2026-01-01', null])
  expect(sets.map(sameHours)).toEqual([
    [{ weekdays: [1], hours: '08:00–16:00' }],
    [
      { weekdays: [1, 2], hours: '07:00–11:30, 13:30–17:00' },
      { weekdays: [6], hours: '07:00–11:00' },
    ],
  ])
})
