import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inLocale } from '#kernel/text.ts'
import { day } from '#kernel/time.ts'
import { scaleOf } from './chart.tsx'
import { urgencyOf } from './due.tsx'
import { dayText, longDayText, momentText, moneyText, numberText, percentText } from './figures.ts'

const vi = <T>(work: () => T) => inLocale('vi', work)
const en = <T>(work: () => T) => inLocale('en', work)

describe('figures as people write them', () => {
  test('a comma before the decimals and dots between thousands, in Vietnamese', () => {
    expect(vi(() => numberText(214_386))).toBe('214.386')
    expect(vi(() => numberText(3.25, 1))).toBe('3,3')
    expect(vi(() => numberText(3, 1, true))).toBe('3,0')
    expect(en(() => numberText(214_386.5, 1))).toBe('214,386.5')
  })

  test('no line may end between a figure and its unit', () => {
    expect(vi(() => percentText(57.4))).toBe('57,4\u00a0%')
    expect(vi(() => moneyText(8000))).toBe('8.000\u00a0đ')
  })

  test('a day is written day first, and with its weekday where it is a deadline', () => {
    expect(dayText(day('2025-05-23'))).toBe('23/05/2025')
    expect(vi(() => longDayText(day('2025-05-23')))).toBe('thứ Sáu 23/05/2025')
    expect(en(() => longDayText(day('2025-05-23')))).toBe('Friday 23/05/2025')
  })

  test('a moment is told by the clock of Viet Nam', () => {
    expect(momentText(new Date('2025-05-13T17:05:00Z'))).toBe('00:05, 14/05/2025')
  })
})

test('a deadline presses more the nearer it comes, and most when it has passed', () => {
  expect([-1, 0, 1, 3, 4].map(urgencyOf)).toEqual(['over', 'today', 'soon', 'soon', 'later'])
})

test('the axis of a chart holds every value between a few even marks', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((v) => Math.round(v * 10) / 10)
  fc.assert(
    fc.property(fc.array(value, { maxLength: 24 }), (values) => {
      const { start, end, marks } = scaleOf(values)
      for (const one of values) {
        expect(one).toBeGreaterThanOrEqual(start)
        expect(one).toBeLessThanOrEqual(end)
      }
      expect(marks.length).toBeGreaterThanOrEqual(2)
      expect(marks.length).toBeLessThanOrEqual(8)
      expect(marks[0]).toBeCloseTo(start, 2)
      expect(marks.at(-1)).toBeCloseTo(end, 2)
    }),
  )
})

test('a chart begins at zero unless its values are high and close together', () => {
  expect(scaleOf([12, 40]).start).toBe(0)
  expect(scaleOf([97.9, 98.7]).start).toBeGreaterThan(90)
})
