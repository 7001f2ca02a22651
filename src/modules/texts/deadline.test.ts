import { describe, expect, test } from 'vitest'
import { datesOf, deadlineInCell, deadlineOf } from './deadline.ts'

const due = (text: string, before: 'day_before' | 'same_day' = 'day_before') => {
  const found = deadlineOf(text, text.toLowerCase(), 2025, before)
  return found && [found.kind, found.dueOn]
}

describe('deadlines as plans write them', () => {
  test.each([
    ['trước 30/6/2025', ['day', '2025-06-29']],
    ['trước ngày 25/5', ['day', '2025-05-24']],
    ['chậm nhất ngày 20/12/2025', ['day', '2025-12-20']],
    ['Quý II/2025', ['quarter', '2025-06-30']],
    ['hoàn thành trong quý 4', ['quarter', '2025-12-31']],
    ['tháng 12/2025', ['month', '2025-12-31']],
    ['trong tháng 02 năm 2024', ['month', '2024-02-29']],
    ['trước tháng 6/2025', ['month', '2025-05-31']],
    ['đến hết năm 2026', ['year', '2026-12-31']],
    ['Trong năm tổ chức', ['year', '2025-12-31']],
    ['hằng quý', ['recurring', undefined]],
    ['hàng năm', ['recurring', undefined]],
    ['thường xuyên', ['continuous', undefined]],
  ])('%s', (text, expected) => expect(due(text)).toEqual(expected))

  test.each(['theo quy định hiện hành', 'báo cáo định kỳ', 'năm 2025 so với năm 2024', 'ngày 05 tháng 12 năm 2024'])(
    'none: %s',
    (text) => expect(due(text)).toBeNull(),
  )
})

test('"trước ngày" can be read as the day itself', () =>
  expect(due('trước ngày 25/5', 'same_day')).toEqual(['day', '2025-05-25']))

test('a deadline that is no day of the calendar is none', () => expect(due('trước ngày 31/02/2025')).toBeNull())

test('without a year there is a deadline but no day', () => {
  expect(deadlineOf('trong quý II', 'trong quý ii', null, 'day_before')).toMatchObject({
    kind: 'quarter',
    literal: 'trong quý II',
  })
  expect(deadlineOf('trong quý II', 'trong quý ii', null, 'day_before')).not.toHaveProperty('dueOn')
})

test('in the column "Thời gian" a bare date or year is a deadline', () => {
  expect(deadlineInCell('15/12/2025', '15/12/2025', 2025, 'day_before')?.dueOn).toBe('2025-12-15')
  expect(deadlineInCell('2025', '2025', 2025, 'day_before')?.dueOn).toBe('2025-12-31')
})

test('dates are read in both styles', () => {
  expect(datesOf('ngày 06 tháng 10 năm 2021 và 08/12/2021, 31/02/2021').map(({ on }) => on)).toEqual([
    '2021-10-06',
    '2021-12-08',
  ])
})
