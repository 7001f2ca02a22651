import { describe, expect, test } from 'vitest'
import { addMessages, inLocale, t } from '#kernel/text.ts'
import { day } from '#kernel/time.ts'
import { at, office } from '#test/office-calendar.ts'
import { clockOf } from './clock.ts'
import type { ClockEvent, ClockEventKind } from './clock-event.ts'
import { oneStopRulesOn } from './one-stop-rule.ts'
import { answerLeft, type TimeLeft, timeLeft } from './time-left.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

addMessages('vi', vi)
addMessages('en', en)

const rules = oneStopRulesOn(day('2025-05-14'))
const said = ({ key, params, shade }: TimeLeft) => inLocale('vi', () => `${shade}: ${t(key, params)}`)

/** Five working days from Monday 12 May: due on Monday 19 May, 17:00. */
function left(now: string, ...more: readonly (readonly [string, ClockEventKind])[]) {
  const lines: readonly (readonly [string, ClockEventKind])[] = [['2025-05-12 08:00', 'received'], ...more]
  const history = lines.map(([on, kind]): ClockEvent => ({ at: at(on), kind }))
  const limit = { amount: 5, unit: 'working_day' as const }
  const clock = clockOf({ rules, limit, calendar: office, history, promised: null, now: at(now) })
  return said(timeLeft(clock, { now: at(now), calendar: office }))
}

describe('time left in words and shades', () => {
  test('days, the last day in hours, then how late', () => {
    expect(left('2025-05-13 09:00')).toBe('later: Còn 4 ngày làm việc')
    expect(left('2025-05-16 09:00')).toBe('soon: Còn 1 ngày làm việc')
    expect(left('2025-05-18 09:00')).toBe('soon: Còn 1 ngày làm việc')
    expect(left('2025-05-19 14:00')).toBe('today: Còn 3 giờ')
    expect(left('2025-05-19 16:35')).toBe('today: Còn 25 phút')
    expect(left('2025-05-19 17:00')).toBe('today: Hạn hôm nay')
    expect(left('2025-05-19 17:01')).toBe('over: Vừa quá hạn')
    expect(left('2025-05-20 07:00')).toBe('over: Quá hạn 1 ngày làm việc')
  })

  test('while it stands still, what was left when it stopped', () => {
    expect(left('2025-06-30 09:00', ['2025-05-14 10:00', 'supplement_asked'])).toBe(
      'paused: Tạm dừng, còn 3 ngày làm việc',
    )
    expect(left('2025-06-30 09:00', ['2025-05-19 10:00', 'payment_asked'])).toBe('paused: Tạm dừng, còn 5 giờ')
    expect(left('2025-06-30 09:00', ['2025-05-20 10:00', 'payment_asked'])).toBe('paused: Tạm dừng, đã quá hạn')
  })

  test('at the end, how it went', () => {
    expect(left('2025-06-30 09:00', ['2025-05-16 10:00', 'finished'])).toBe('later: Xong trước hạn')
    expect(left('2025-06-30 09:00', ['2025-05-19 10:00', 'finished'])).toBe('later: Xong đúng hạn')
    expect(left('2025-06-30 09:00', ['2025-05-20 10:00', 'finished'])).toBe('later: Xong trễ hạn')
  })

  test('to answer what was filed online', () => {
    const answer = (now: string) => said(answerLeft(at('2025-05-15 09:30'), { now: at(now), calendar: office }))
    expect(answer('2025-05-14 14:30')).toBe('soon: Trả lời trong 5 giờ làm việc')
    expect(answer('2025-05-15 09:00')).toBe('today: Trả lời trong 30 phút')
    expect(answer('2025-05-15 09:31')).toBe('over: Quá giờ phải trả lời')
  })
})
