import { expect, test } from 'vitest'
import { DayInput } from './day-input.ts'

const read = (typed: unknown) => DayInput.safeParse(typed).data ?? null

test('a day is read from three boxes, from day/month/year, and as machines write it', () => {
  const wanted = '2025-05-04'
  const boxes = { day: ' 4', month: '5', year: '2025 ' }
  for (const typed of [boxes, '4/5/2025', ' 04-05-2025 ', '4.5.2025', wanted]) expect(read(typed)).toBe(wanted)
})

test('what is no day of the calendar is refused', () => {
  const typed = [
    '',
    '31/2/2025',
    '2025-13-01',
    '1/1/25',
    { day: '', month: '', year: '' },
    { day: '30', month: '2', year: '2025' },
  ]
  for (const one of [...typed, null, undefined, 5]) expect(read(one)).toBeNull()
})
