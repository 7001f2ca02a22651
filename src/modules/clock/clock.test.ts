import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { at, because, office, withSaturdayMornings } from '#test/office-calendar.ts'
import { type Clock, clockOf } from './clock.ts'
import type { ClockEvent, ClockEventKind } from './clock-event.ts'
import { countsAnew, objectionToAskSupplement, objectionToExtend } from './clock-objection.ts'
import type { ClockInput } from './clock-walk.ts'
import { oneStopRulesOn } from './one-stop-rule.ts'
import { answerBy, dueAfter, handOverBy, type Term } from './term.ts'

const rules = oneStopRulesOn(day('2025-05-14'))
const days = (amount: number): Term => ({ amount, unit: 'working_day' })
const withinTheDay: Term = { amount: 1, unit: 'working_day', sameDay: true }

/** `2025-05-14 08:00 received`, one thing a line. */
const happened = (...lines: readonly string[]): ClockEvent[] =>
  lines.map((line) => {
    const [on, clock, kind, ...told] = line.split(' ')
    const newDue = told.length > 0 ? at(told.join(' ')) : undefined
    return { at: at(`${on} ${clock}`), kind: kind as ClockEventKind, newDue }
  })

const clock = (now: string, limit: Term, history: readonly ClockEvent[], more: Partial<ClockInput> = {}): Clock =>
  clockOf({ rules, limit, calendar: office, history, promised: null, now: at(now), ...more })

const dueAt = (limit: Term, ...lines: readonly string[]) => clock('2025-12-31 12:00', limit, happened(...lines)).dueAt

describe('when a term ends', () => {
  test('§2.3 §10.25 received at 14:59 is due the same day, at 15:01 on the next working day', () => {
    expect(dueAt(withinTheDay, '2025-05-14 14:59 received')).toEqual(at('2025-05-14 17:00'))
    expect(dueAt(withinTheDay, '2025-05-14 15:00 received')).toEqual(at('2025-05-14 17:00'))
    expect(dueAt(withinTheDay, '2025-05-14 15:01 received')).toEqual(at('2025-05-15 17:00'))
  })

  test('§2.3 §10.25 handed over the same working day, or at the start of the next when received after 15:00', () => {
    const by = (received: string, calendar = office) => handOverBy(at(received), { rules, calendar })
    expect(by('2025-05-14 14:59')).toEqual(at('2025-05-14 17:00'))
    expect(by('2025-05-14 15:01')).toEqual(at('2025-05-15 07:00'))
    expect(by('2025-05-17 09:00')).toEqual(at('2025-05-19 07:00'))
    expect(by('2025-05-17 09:00', withSaturdayMornings)).toEqual(at('2025-05-17 11:30'))
    expect(by('2025-05-17 12:00', withSaturdayMornings)).toEqual(at('2025-05-19 07:00'))
  })

  test('§2.3 received on Friday at 15:30 before Tết', () => {
    const received = '2025-01-24 15:30 received'
    expect(dueAt(withinTheDay, received)).toEqual(at('2025-02-03 17:00'))
    expect(dueAt(days(3), received)).toEqual(at('2025-02-05 17:00'))
    expect(dueAt({ amount: 8, unit: 'working_hour' }, received)).toEqual(at('2025-02-03 15:30'))
    expect(dueAt({ amount: 5, unit: 'day' }, received)).toEqual(at('2025-02-03 17:00'))
    expect(dueAt({ amount: 1, unit: 'month' }, received)).toEqual(at('2025-02-24 17:00'))
    expect(handOverBy(at('2025-01-24 15:30'), { rules, calendar: office })).toEqual(at('2025-02-03 07:00'))
  })

  test('§2.3 §10.26 each agency counts in its own days: a Saturday morning is a working day where it is worked', () => {
    const onSaturday = (calendar: typeof office) =>
      clock('2025-05-14 09:00', days(3), happened('2025-05-14 08:00 received'), { calendar }).dueAt
    expect(onSaturday(office)).toEqual(at('2025-05-19 17:00'))
    expect(onSaturday(withSaturdayMornings)).toEqual(at('2025-05-17 11:30'))
  })

  test('a month ends on the last day of a shorter one, and a day off gives way to the next working day', () => {
    expect(dueAt({ amount: 1, unit: 'month' }, '2025-01-31 08:00 received')).toEqual(at('2025-02-28 17:00'))
    expect(dueAt({ amount: 15, unit: 'day' }, '2025-04-15 08:00 received')).toEqual(at('2025-05-05 17:00'))
  })

  test('the make-up Saturday before 30 April counts', () => {
    expect(dueAt(days(3), '2025-04-24 08:00 received')).toEqual(at('2025-04-28 17:00'))
  })

  test('§10.24 a step or consultation has its own hours, which pauses prolong', () => {
    const pause = { from: at('2025-05-14 10:00'), to: at('2025-05-16 10:00') }
    expect(dueAfter(at('2025-05-14 08:00'), 16, office)).toEqual(at('2025-05-16 08:00'))
    expect(dueAfter(at('2025-05-14 08:00'), 16, office, [pause])).toEqual(at('2025-05-20 08:00'))
    expect(dueAfter(at('2025-05-19 08:00'), 2, office, [pause])).toEqual(at('2025-05-19 10:00'))
    expect(answerBy(at('2025-05-16 20:00'), { rules, calendar: office })).toEqual(at('2025-05-19 17:00'))
  })
})

describe('what stops the clock', () => {
  const received = '2025-05-12 08:00 received'
  const supplemented = [received, '2025-05-14 10:00 supplement_asked', '2025-05-19 09:00 supplemented']

  test('§2.3 §10.27 a supplement of three working days in the middle moves the due moment by as many', () => {
    const before = clock('2025-05-13 08:00', days(5), happened(received))
    expect(before.dueAt).toEqual(at('2025-05-19 17:00'))
    const meanwhile = clock('2025-05-16 08:00', days(5), happened(...supplemented))
    expect([meanwhile.state, meanwhile.dueAt]).toEqual(['paused', at('2025-05-19 17:00')])
    expect(meanwhile.pauses).toEqual([{ from: at('2025-05-14 10:00'), to: null, why: 'supplement' }])
    const after = clock('2025-05-19 09:00', days(5), happened(...supplemented))
    expect([after.state, after.dueAt, after.supplements]).toEqual(['running', at('2025-05-22 17:00'), 1])
    expect(after.workedMinutesUsed).toBe((2 * 8 + 2) * 60)
  })

  test('§2.3 a second supplement is for a supervisor', () => {
    const once = clock('2025-05-20 08:00', days(5), happened(...supplemented))
    const never = clock('2025-05-12 09:00', days(5), happened(received))
    expect(objectionToAskSupplement({ clock: never, rules, bySupervisor: false })).toBeNull()
    expect(objectionToAskSupplement({ clock: once, rules, bySupervisor: false })).toBe(
      'clock.objection.supplement_needs_supervisor',
    )
    expect(objectionToAskSupplement({ clock: once, rules, bySupervisor: true })).toBeNull()
  })

  test('§2.3 §10.27 waiting for a payment stops it as well, and two reasons at once stop it once', () => {
    const history = happened(
      received,
      '2025-05-14 10:00 supplement_asked',
      '2025-05-15 10:00 payment_asked',
      '2025-05-16 10:00 supplemented',
      '2025-05-19 09:00 paid',
    )
    const after = clock('2025-05-19 09:00', days(5), history)
    expect(after.dueAt).toEqual(at('2025-05-22 17:00'))
    expect(after.pauses).toEqual([
      { from: at('2025-05-14 10:00'), to: at('2025-05-16 10:00'), why: 'supplement' },
      { from: at('2025-05-16 10:00'), to: at('2025-05-19 09:00'), why: 'payment' },
    ])
  })

  test('hours that are left go on where they stopped', () => {
    const limit: Term = { amount: 8, unit: 'working_hour' }
    const history = happened(received, '2025-05-12 11:00 payment_asked', '2025-05-13 14:00 paid')
    expect(clock('2025-05-13 15:00', limit, history)).toMatchObject({
      dueAt: at('2025-05-14 09:00'),
      workedMinutesUsed: 4 * 60,
      leftMinutes: 4 * 60,
    })
  })

  test('on the last day, what comes back after 15:00 is due on the next working day, five minutes at the till are not', () => {
    const paused = (from: string, to: string) => [`${from} payment_asked`, `${to} paid`]
    const morning = ['2025-05-14 08:00 received']
    expect(dueAt(withinTheDay, ...morning, ...paused('2025-05-14 09:00', '2025-05-14 15:30'))).toEqual(
      at('2025-05-15 17:00'),
    )
    expect(dueAt(withinTheDay, ...morning, ...paused('2025-05-14 09:00', '2025-05-14 14:30'))).toEqual(
      at('2025-05-14 17:00'),
    )
    expect(dueAt(withinTheDay, ...morning, ...paused('2025-05-14 15:30', '2025-05-14 15:35'))).toEqual(
      at('2025-05-14 17:00'),
    )
  })

  test('a pause within one day takes no day, nor the hour that was printed', () => {
    const history = happened(received, '2025-05-14 10:00 payment_asked', '2025-05-14 11:00 paid')
    expect(clock('2025-05-14 12:00', days(5), history, { promised: at('2025-05-19 10:00') }).dueAt).toEqual(
      at('2025-05-19 10:00'),
    )
  })

  test('asked in the very minute in which it is due, nothing is left to wait for', () => {
    const limit: Term = { amount: 8, unit: 'working_hour' }
    const history = happened(received, '2025-05-13 08:00 supplement_asked', '2025-05-15 09:00 supplemented')
    expect(clock('2025-05-15 09:00', limit, history)).toMatchObject({ dueAt: at('2025-05-13 08:00'), isLate: true })
  })

  test('a pause that begins after the due moment does not cure that it has passed', () => {
    const history = happened(received, '2025-05-20 08:00 supplement_asked', '2025-05-22 08:00 supplemented')
    const after = clock('2025-05-22 09:00', days(5), history)
    expect([after.dueAt, after.isLate, after.leftMinutes]).toEqual([at('2025-05-19 17:00'), true, -2 * 60])
  })

  test('§2.3 a notice within three working days of reception lets time count anew', () => {
    const notice = (askedAt: string) =>
      countsAnew({ startsAt: at('2025-05-12 08:00'), askedAt: at(askedAt), rules, calendar: office })
    expect([notice('2025-05-15 16:59'), notice('2025-05-16 08:00')]).toEqual([true, false])
    const history = happened(...supplemented, '2025-05-19 09:00 restarted')
    const after = clock('2025-05-19 11:00', days(5), history)
    expect([after.startsAt, after.dueAt]).toEqual([at('2025-05-19 09:00'), at('2025-05-26 17:00')])
    expect(after.workedMinutesUsed).toBe(2 * 60)
  })

  test('asked before reception nothing runs yet, and what is received is complete', () => {
    const history = happened('2025-05-12 08:00 supplement_asked', '2025-05-14 08:00 received')
    expect(clock('2025-05-13 08:00', days(5), history).state).toBe('not_started')
    expect(clock('2025-05-14 09:00', days(5), history)).toMatchObject({ state: 'running', supplements: 1, pauses: [] })
  })
})

describe('what moves the appointment', () => {
  const received = '2025-05-12 08:00 received'

  test('§2.3 §10.28 extended once, with an apology at least a day before', () => {
    const newDue = at('2025-05-23 17:00')
    const extend = (now: string, history = happened(received), by = newDue) =>
      objectionToExtend({ clock: clock(now, days(5), history), rules, newDue: by, now: at(now) })
    expect(clock('2025-05-12 09:00', days(5), happened(received)).apologyBy).toBe('2025-05-16')
    expect(extend('2025-05-16 16:00')).toBeNull()
    expect(extend('2025-05-19 08:00')).toBe('clock.objection.apology_too_late')
    expect(extend('2025-05-16 16:00', undefined, at('2025-05-19 17:00'))).toBe('clock.objection.extension_not_later')

    const extended = happened(received, '2025-05-16 16:00 extended 2025-05-23 17:00')
    expect(clock('2025-05-19 08:00', days(5), extended)).toMatchObject({
      dueAt: newDue,
      extensions: 1,
      apologyBy: null,
      calendarWouldSay: null,
    })
    expect(extend('2025-05-19 08:00', extended, at('2025-05-30 17:00'))).toBe('clock.objection.extended_already')
    const twice = [...extended, ...happened('2025-05-20 08:00 extended 2025-05-30 17:00')]
    expect(clock('2025-05-21 08:00', days(5), twice)).toMatchObject({ dueAt: newDue, extensions: 2 })
  })

  test('§2.3 a dossier received elsewhere that arrives two days later counts from its arrival', () => {
    const history = happened('2025-05-12 08:00 received', '2025-05-14 08:00 reached_competent')
    const under = (now: string) => clock(now, days(3), history, { elsewhere: true })
    expect(under('2025-05-13 08:00')).toMatchObject({ state: 'not_started', startsAt: null, dueAt: null })
    expect(under('2025-05-15 08:00')).toMatchObject({
      startsAt: at('2025-05-14 08:00'),
      dueAt: at('2025-05-19 17:00'),
      workedMinutesUsed: 8 * 60,
    })
  })

  test('§2.3 a holiday that is added after the receipt was printed does not move the appointment, and is told', () => {
    const promised = at('2025-05-19 17:00')
    const calendar = { ...office, closed: new Map([...office.closed, [day('2025-05-15'), because]]) }
    const history = happened(received)
    expect(clock('2025-05-13 08:00', days(5), history, { promised })).toMatchObject({
      dueAt: promised,
      calendarWouldSay: null,
    })
    expect(clock('2025-05-13 08:00', days(5), history, { promised, calendar })).toMatchObject({
      dueAt: promised,
      calendarWouldSay: at('2025-05-20 17:00'),
    })
    const told = happened(received, '2025-05-13 08:00 payment_asked', '2025-05-14 08:00 paid 2025-05-20 17:00')
    expect(clock('2025-05-14 09:00', days(5), told, { promised, calendar }).dueAt).toEqual(at('2025-05-20 17:00'))
  })
})

describe('how it ends', () => {
  const received = '2025-05-12 08:00 received'
  const ending = (...lines: readonly string[]) => clock('2025-12-31 12:00', days(5), happened(received, ...lines))

  test('§2.3 §10.29 a result a day before is early, on the day on time, a minute after it late', () => {
    const outcomes = ['2025-05-16 17:00', '2025-05-19 17:00', '2025-05-19 17:01'].map(
      (on) => ending(`${on} finished`).outcome,
    )
    expect(outcomes).toEqual(['early', 'on_time', 'late'])
    expect(ending('2025-05-15 08:00 finished')).toMatchObject({ leftMinutes: (7 + 8 + 8) * 60 })
  })

  test('§2.3 a written refusal keeps the time limit of the result', () => {
    expect(ending('2025-05-14 08:00 refused').outcome).toBe('early')
    expect(ending('2025-05-20 08:00 refused').outcome).toBe('late')
  })

  test('§2.3 §10.30 withdrawn or stopped, the clock ends where it stood and nothing starts it again', () => {
    for (const kind of ['withdrawn', 'stopped']) {
      const paused = ending(
        '2025-05-14 10:00 supplement_asked',
        `2025-05-21 08:00 ${kind}`,
        '2025-05-22 08:00 supplemented',
      )
      expect(paused).toMatchObject({ state: 'ended', endedAt: at('2025-05-21 08:00'), outcome: 'on_time' })
      expect(paused.pauses).toEqual([{ from: at('2025-05-14 10:00'), to: at('2025-05-21 08:00'), why: 'supplement' }])
      expect(ending(`2025-05-19 17:30 ${kind}`).outcome).toBe('late')
    }
  })

  test('what ends before it was received never had a clock', () => {
    const never = clock('2025-05-31 08:00', days(5), happened('2025-05-12 08:00 withdrawn'))
    expect(never).toMatchObject({ state: 'ended', startsAt: null, dueAt: null, outcome: null, leftMinutes: null })
  })
})
