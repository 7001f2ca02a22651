import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, momentOf } from '#kernel/time.ts'
import {
  isLate,
  needsReasonToClose,
  objectionToAcknowledge,
  objectionToAnswer,
  objectionToClose,
  objectionToDeadline,
  objectionToReturn,
  type Reminder,
  stateOf,
} from './reminder.ts'

const at = momentOf(day('2025-05-14'), 8)
const sent: Reminder = {
  sentAt: at,
  answerDueOn: day('2025-05-21'),
  acknowledgedAt: null,
  answeredAt: null,
  closedAt: null,
  rung: 0,
  climbedOn: null,
}
const acknowledged = { ...sent, acknowledgedAt: at }
const answered = { ...acknowledged, answeredAt: at }
const closed = { ...answered, closedAt: at }
const all = [sent, acknowledged, answered, closed]

const unit = { isOfUnit: true, isOfSender: false }
const sender = { isOfUnit: false, isOfSender: true }
const states = (may: (r: Reminder) => unknown) => all.filter((r) => may(r) === null).map(stateOf)

describe('who may do what when', () => {
  test('the unit acknowledges once', () => expect(states((r) => objectionToAcknowledge(r, unit))).toEqual(['sent']))
  test('the unit answers, acknowledged or not', () =>
    expect(states((r) => objectionToAnswer(r, unit))).toEqual(['sent', 'acknowledged']))
  test('the sender sends back what was answered', () =>
    expect(states((r) => objectionToReturn(r, sender))).toEqual(['answered']))
  test('the sender closes whatever is open', () =>
    expect(states((r) => objectionToClose(r, sender))).toEqual(['sent', 'acknowledged', 'answered']))

  test('each does only their own part', () => {
    for (const r of all) {
      expect(objectionToAcknowledge(r, sender)).toBe('plan.reminder.of_another_unit')
      expect(objectionToAnswer(r, sender)).toBe('plan.reminder.of_another_unit')
      expect(objectionToReturn(r, unit)).toBe('plan.reminder.of_another_sender')
      expect(objectionToClose(r, unit)).toBe('plan.reminder.of_another_sender')
    }
  })

  test('without an answer it is closed only with a reason', () =>
    expect(all.filter(needsReasonToClose).map(stateOf)).toEqual(['sent', 'acknowledged', 'closed']))
})

describe('late', () => {
  test('it is late the day after its deadline, not on the day', () => {
    expect(isLate(sent, day('2025-05-21'))).toBe(false)
    expect(isLate(sent, day('2025-05-22'))).toBe(true)
  })
  test('what is answered or closed is never late', () =>
    fc.assert(
      fc.property(fc.integer({ min: 2025, max: 2100 }), (year) => {
        expect(isLate(answered, day(`${year}-12-31`)) || isLate(closed, day(`${year}-12-31`))).toBe(false)
      }),
    ))
  test('a deadline may be today, not yesterday', () => {
    expect(objectionToDeadline(day('2025-05-14'), day('2025-05-14'))).toBeNull()
    expect(objectionToDeadline(day('2025-05-13'), day('2025-05-14'))).toBe('plan.reminder.deadline_has_passed')
  })
})
