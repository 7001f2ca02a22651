import { describe, expect, test } from 'vitest'
import type { Calendar } from '#kernel/calendar.ts'
import { day } from '#kernel/time.ts'
import { assumptionsIn, readingOf } from './reporting-day.ts'

const week: Calendar = { closed: new Map(), open: new Map(), week: [1, 2, 3, 4, 5], hours: [] }

describe('what was assumed', () => {
  test('a quarter that names no month, and "before" as the day before', () =>
    expect(assumptionsIn('quarterly', 'hàng quý (trước ngày 20 của Quý)')).toEqual([
      'before_is_the_day_before',
      'quarter_names_no_month',
    ]))
  test('nothing about the month when the words name one', () => {
    expect(assumptionsIn('quarterly', 'trước ngày 20 tháng cuối quý')).toEqual(['before_is_the_day_before'])
    expect(assumptionsIn('half_year', 'ngày 25 tháng 5')).toEqual([])
  })
  test('a plan within a quarter is due on its last day', () =>
    expect(assumptionsIn('own_plan', 'hoàn thành trong Quý I/2025')).toEqual(['end_of_quarter']))
})

test('24 May 2025 is a Saturday: the last working day before it is shown', () => {
  const duty = { id: '1', kind: 'half_year', literal: '06 tháng (trước ngày 25/5)', dueOn: day('2025-05-24') }
  const reading = readingOf(duty, day('2025-05-14'), week)
  expect(reading.daysLeft).toBe(10)
  expect(reading.workingDay).toBe('2025-05-23')
  expect(readingOf({ ...duty, dueOn: day('2025-05-23') }, day('2025-05-14'), week).workingDay).toBeNull()
})
