import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readHours, writeHours } from './working-hours.ts'

describe('hours in one line', () => {
  test('are read as people write them', () => {
    const office = [
      { from: '07:00', to: '11:30' },
      { from: '13:30', to: '17:00' },
    ]
    for (const text of ['07:00–11:30, 13:30–17:00', '7h-11h30; 13h30-17h', '13:30 - 17:00, 7:00 - 11:30'])
      expect(readHours(text)).toEqual(office)
    expect(readHours('  ')).toEqual([])
  })

  test('are refused with the reason', () => {
    expect(readHours('sáng')).toBe('kernel.calendar.hours_unclear')
    expect(readHours('07:00')).toBe('kernel.calendar.hours_unclear')
    expect(readHours('07:00–25:00')).toBe('kernel.calendar.hours_unclear')
    expect(readHours('07:60–11:00')).toBe('kernel.calendar.hours_unclear')
    expect(readHours('11:30–07:00')).toBe('kernel.calendar.hours_end_first')
    expect(readHours('07:00–07:00')).toBe('kernel.calendar.hours_end_first')
    expect(readHours('07:00–12:00, 11:30–17:00')).toBe('kernel.calendar.hours_overlap')
  })

  test('come back as they were written, whatever they are', () => {
    const clocks = fc.uniqueArray(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 8 })
    const said = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    fc.assert(
      fc.property(clocks, (minutes) => {
        const inOrder = minutes.toSorted((a, b) => a - b).map(said)
        const spans = Array.from({ length: Math.floor(inOrder.length / 2) }, (_, n) => ({
          from: inOrder[2 * n] ?? '',
          to: inOrder[2 * n + 1] ?? '',
        }))
        expect(readHours(writeHours(spans))).toEqual(spans)
      }),
    )
  })
})
