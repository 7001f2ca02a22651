import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isWorkingDay, plusWorkingDays } from '#kernel/calendar.ts'
import { type Day, day, plusDays } from '#kernel/time.ts'
import { type Climbing, climbAhead, ladderOn, nextRung } from './ladder.ts'

/** The days off around 30 April 2025: 2 May off, worked on 26 April instead. */
const calendar: Calendar = {
  closed: new Map(['2025-04-30', '2025-05-01', '2025-05-02'].map((on) => [day(on), { name: '', citation: '' }])),
  open: new Map([[day('2025-04-26'), { name: '', citation: '' }]]),
  week: [1, 2, 3, 4, 5],
  hours: [],
}
const ladder = ladderOn(day('2025-04-28'))

const sent = (on: string, dueOn: string, more: Partial<Climbing> = {}): Climbing => ({
  sentOn: day(on),
  answerDueOn: day(dueOn),
  isAcknowledged: false,
  isSettled: false,
  rung: 0,
  climbedOn: null,
  hasUnitAbove: true,
  ...more,
})

const ahead = (reminder: Climbing) => climbAhead(reminder, calendar, ladder)

/** Day by day from its sending, as the daily job does it. */
function climbs(reminder: Climbing, days: number) {
  const found: { rung: number; on: Day }[] = []
  let at = reminder
  for (let n = 0; n <= days; n++) {
    const today = plusDays(reminder.sentOn, n)
    const climb = nextRung(at, today, calendar, ladder)
    if (!climb) continue
    found.push({ rung: climb.rung, on: today })
    at = { ...at, rung: climb.rung, climbedOn: today }
  }
  return found
}

describe('the ladder of the province', () => {
  test('is marked as an assumption', () => expect(ladder.assumed).toBe(true))

  test('a reminder nobody acknowledged goes to the head after one whole working day', () => {
    expect(ahead(sent('2025-05-12', '2025-05-30'))).toEqual({ rung: 1, on: '2025-05-14' })
  })

  test('days off are not counted: sent on Tuesday before 30 April, it goes up on Tuesday 6 May', () => {
    expect(ahead(sent('2025-04-29', '2025-05-30'))).toEqual({ rung: 1, on: '2025-05-06' })
  })

  test('a make-up Saturday is a working day: sent on the Friday before, it goes up on Monday', () => {
    expect(ahead(sent('2025-04-25', '2025-05-30'))).toEqual({ rung: 1, on: '2025-04-28' })
  })

  test('once acknowledged, only the deadline counts', () => {
    const acknowledged = sent('2025-04-21', '2025-04-29', { isAcknowledged: true })
    expect(ahead(acknowledged)).toEqual({ rung: 1, on: '2025-05-05' })
  })

  test('left alone it goes up rung by rung, and then stays', () => {
    expect(climbs(sent('2025-05-12', '2025-05-30'), 60)).toEqual([
      { rung: 1, on: '2025-05-14' },
      { rung: 2, on: '2025-05-16' },
      { rung: 3, on: '2025-05-20' },
    ])
  })

  test('a department has no unit between itself and the province', () => {
    expect(climbs(sent('2025-05-12', '2025-05-30', { hasUnitAbove: false }), 60)).toEqual([
      { rung: 1, on: '2025-05-14' },
      { rung: 3, on: '2025-05-20' },
    ])
  })

  test('a job that stood still for weeks climbs one rung a working day', () => {
    const late = sent('2025-05-05', '2025-05-07', { rung: 1, climbedOn: day('2025-05-30') })
    expect(ahead(late)).toEqual({ rung: 2, on: '2025-06-02' })
  })
})

describe('whatever happens to a reminder', () => {
  const days = fc.integer({ min: 0, max: 60 })
  const reminders = fc
    .record({ from: days, term: days, isAcknowledged: fc.boolean(), hasUnitAbove: fc.boolean() })
    .map(({ from, term, ...more }) => {
      const sentOn = plusDays(day('2025-03-20'), from)
      return sent(sentOn, plusDays(sentOn, term), more)
    })

  test('no rung is climbed twice, none out of order, none on a day off', () => {
    fc.assert(
      fc.property(reminders, (reminder) => {
        const found = climbs(reminder, 120)
        const rungs = found.map(({ rung }) => rung)
        expect(rungs).toEqual([...new Set(rungs)].toSorted((a, b) => a - b))
        expect(new Set(found.map(({ on }) => on)).size).toBe(found.length)
        expect(found.every(({ on }) => isWorkingDay(on, calendar))).toBe(true)
        expect(rungs.at(-1)).toBe(ladder.rungs.length - 1)
      }),
    )
  })

  test('no rung is climbed before its working days have passed', () => {
    fc.assert(
      fc.property(reminders, (reminder) => {
        for (const { rung, on } of climbs(reminder, 120)) {
          const { unacknowledgedFor = 0, unansweredFor = 0 } = ladder.rungs[rung] ?? {}
          const unheard = plusWorkingDays(reminder.sentOn, unacknowledgedFor, calendar)
          const unanswered = plusWorkingDays(reminder.answerDueOn, unansweredFor, calendar)
          expect(on > unanswered || (!reminder.isAcknowledged && on > unheard)).toBe(true)
        }
      }),
    )
  })

  test('answered or closed it climbs no more', () => {
    fc.assert(
      fc.property(reminders, (reminder) => {
        expect(climbs({ ...reminder, isSettled: true }, 120)).toEqual([])
      }),
    )
  })
})
