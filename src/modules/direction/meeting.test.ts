import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import {
  meetingsAsked,
  nextConclusionRef,
  objectionToConclude,
  objectionToConclusionDay,
  standingOf,
} from './meeting.ts'

const words = 'Tổ chức họp Ban Chỉ đạo định kỳ 6 tháng và năm để kịp thời tháo gỡ những khó khăn, vướng mắc'

describe('the meetings a plan asks for', () => {
  test('are read from its words, and their days are marked as assumed', () => {
    expect(meetingsAsked(2025, ['Chỉ đạo thực hiện trong 6 tháng', words], [])).toEqual([
      { period: 'half_year', dueOn: '2025-06-30', literal: words, assumed: true },
      { period: 'yearly', dueOn: '2025-12-31', literal: words, assumed: true },
    ])
  })
  test('a day that the plan names is believed', () => {
    const dated = [{ kind: 'half_year_meeting', literal: 'họp trước 15/7', dueOn: day('2025-07-14') }]
    expect(meetingsAsked(2025, [words], dated)[0]).toEqual({
      period: 'half_year',
      dueOn: '2025-07-14',
      literal: 'họp trước 15/7',
      assumed: false,
    })
  })
  test('a plan that says nothing of meetings asks for none', () =>
    expect(meetingsAsked(2025, ['Báo cáo 6 tháng và năm', 'Tổng hợp 6 tháng, hàng năm'], [])).toEqual([]))
})

describe('how a meeting stands', () => {
  const [duty] = meetingsAsked(2025, [words], [])
  if (!duty) throw new Error('no duty')
  test('late from the day after', () => {
    expect(standingOf(duty, undefined, day('2025-06-30'))).toBe('due')
    expect(standingOf(duty, undefined, day('2025-07-01'))).toBe('late')
  })
  test('planned until its day has come', () => {
    expect(standingOf(duty, { heldOn: day('2025-06-25') }, day('2025-06-24'))).toBe('planned')
    expect(standingOf(duty, { heldOn: day('2025-06-25') }, day('2025-06-25'))).toBe('held')
  })
})

describe('conclusions', () => {
  test('are drawn on the day of the meeting or later, and are due no earlier', () => {
    expect(objectionToConclude(day('2025-06-25'), day('2025-06-24'))).toBe('plan.meeting.not_yet_held')
    expect(objectionToConclude(day('2025-06-25'), day('2025-06-25'))).toBeNull()
    expect(objectionToConclusionDay(day('2025-06-24'), day('2025-06-25'))).toBe('plan.meeting.due_before_held')
    expect(objectionToConclusionDay(day('2025-06-25'), day('2025-06-25'))).toBeNull()
  })
  test('are numbered by the day of the meeting, past ended ones too', () => {
    expect(nextConclusionRef(day('2025-06-25'), ['III.1.a'])).toBe('KL250625.1')
    expect(nextConclusionRef(day('2025-06-25'), ['KL250625.1', 'KL250625.10~3', 'KL251231.44'])).toBe('KL250625.11')
  })
})
