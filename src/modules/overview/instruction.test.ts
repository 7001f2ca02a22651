import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { at, office } from '#test/office-calendar.ts'
import { dueTelling, type Instruction, isLate, objectionToAnswer, objectionToDay, stateOf } from './instruction.ts'
import { boundsOf } from './watch.ts'

const plain: Instruction = {
  dueOn: day('2025-05-14'),
  toAccount: 'kiet',
  readAt: null,
  doneAt: null,
  remindedOn: null,
  escalatedOn: null,
}
const rules = { remindWorkingDaysBefore: 1, escalateWorkingDaysAfter: 1 }
const told = (more: Partial<Instruction>, today: string) => dueTelling({ ...plain, ...more }, day(today), office, rules)

describe('who answers an instruction', () => {
  test('whom it names, or anybody of the unit; once', () => {
    expect(objectionToAnswer(plain, { accountId: 'kiet', isOfUnit: false })).toBeNull()
    expect(objectionToAnswer(plain, { accountId: 'loan', isOfUnit: true })).toBeNull()
    expect(objectionToAnswer(plain, { accountId: 'tam', isOfUnit: false })).toBe('overview.instruction.of_another')
    const done = { ...plain, readAt: at('2025-05-13 08:00'), doneAt: at('2025-05-13 09:00') }
    expect(objectionToAnswer(done, { accountId: 'kiet', isOfUnit: true })).toBe('overview.instruction.done_already')
  })

  test('it is sent, read, done; late from the day after its own', () => {
    expect(stateOf(plain)).toBe('sent')
    expect(stateOf({ ...plain, readAt: at('2025-05-13 08:00') })).toBe('read')
    expect([isLate(plain, day('2025-05-14')), isLate(plain, day('2025-05-15'))]).toEqual([false, true])
    expect(objectionToDay(day('2025-05-13'), day('2025-05-14'))).toBe('overview.instruction.day_has_passed')
  })
})

describe('what is told on a morning', () => {
  test('a working day before, and a working day after', () => {
    expect(told({}, '2025-05-12')).toBeNull()
    expect(told({}, '2025-05-13')).toBe('remind')
    expect(told({ remindedOn: day('2025-05-13') }, '2025-05-14')).toBeNull()
    expect(told({ remindedOn: day('2025-05-13') }, '2025-05-15')).toBe('escalate')
    expect(told({ doneAt: at('2025-05-14 09:00') }, '2025-05-15')).toBeNull()
  })

  test('days off are no days: due on Friday it goes up on Monday', () => {
    const dueOn = day('2025-05-16')
    expect(told({ dueOn }, '2025-05-17')).toBeNull()
    expect(told({ dueOn }, '2025-05-19')).toBe('escalate')
  })

  test('each is told once, whatever morning it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 40 }), (first, count) => {
        let [one, reminded, escalated] = [plain, 0, 0]
        for (let n = 0; n <= count; n++) {
          const today = plusDays(plain.dueOn, first + n)
          const what = dueTelling(one, today, office, rules)
          if (what === 'remind') [one, reminded] = [{ ...one, remindedOn: today }, reminded + 1]
          if (what === 'escalate') [one, escalated] = [{ ...one, escalatedOn: today }, escalated + 1]
          if (what === 'remind') expect(today <= plain.dueOn).toBe(true)
          if (what === 'escalate') expect(today > plain.dueOn).toBe(true)
        }
        expect(Math.max(reminded, escalated)).toBeLessThanOrEqual(1)
      }),
    )
  })
})

test('§10.36 today is the last day for an apology of what is due on the next working day', () => {
  const bounds = (now: string) =>
    boundsOf(
      at(now),
      office,
      { unmovedWorkingDays: 5 },
      { extension: { most: 1, apologyDaysBefore: 1, citation: '', verified: true } },
    )
  // Wednesday: what is due on Thursday. Friday: what is due until Monday.
  expect(bounds('2025-05-14 09:00')).toMatchObject({
    apologyFrom: at('2025-05-15 00:00'),
    apologyUntil: at('2025-05-16 00:00'),
  })
  expect(bounds('2025-05-16 09:00')).toMatchObject({
    apologyFrom: at('2025-05-17 00:00'),
    apologyUntil: at('2025-05-20 00:00'),
  })
  expect(bounds('2025-05-14 09:00').unmovedSince).toEqual(at('2025-05-07 00:00'))
})
