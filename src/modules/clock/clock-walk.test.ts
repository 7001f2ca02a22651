/** Over random histories, limits and calendars: the clock agrees with one that looks at every minute, and keeps its word. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '#kernel/calendar.ts'
import { day, dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { because, officeHours } from '#test/office-calendar.ts'
import { slowClock } from '#test/slow-clock.ts'
import { type Clock, clockOf } from './clock.ts'
import { type ClockEvent, clockEventKinds, isEnd } from './clock-event.ts'
import type { ClockInput } from './clock-walk.ts'
import { oneStopRulesOn } from './one-stop-rule.ts'
import { minutesOutside, type Term } from './term.ts'

const rules = oneStopRulesOn(day('2025-05-14'))
const first = day('2025-04-21')
const anyDay = fc.integer({ min: 0, max: 24 }).map((n) => plusDays(first, n))
const days = fc.uniqueArray(anyDay, { maxLength: 8 })

const anyCalendar: fc.Arbitrary<Calendar> = fc
  .record({
    closed: days,
    open: days,
    week: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 3, 5], [2, 3, 4, 5, 6, 7]),
    mornings: fc.constantFrom([], [6], [3, 6]),
    insteadOf: fc.constantFrom(1, 6, null),
  })
  .map(({ closed, open, week, mornings, insteadOf }) => ({
    closed: new Map(closed.map((on) => [on, because])),
    open: new Map(open.map((on) => [on, { ...because, insteadOf }])),
    week,
    hours: officeHours(week, mornings),
  }))

/** Moments on which much depends are likely, and so are two things in one minute. */
const minuteOfDay = fc.oneof(
  fc.constantFrom(0, 420, 480, 690, 720, 899, 900, 901, 1019, 1020, 1080),
  fc.integer({ min: 0, max: 1439 }),
)
const anyMoment = fc.tuple(anyDay, minuteOfDay).map(([on, minute]) => momentOf(on, 0, minute))

const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.constant<Term>({ amount: 1, unit: 'working_day', sameDay: true }),
  fc.record({ amount: fc.integer({ min: 1, max: 80 }).map((n) => n / 2), unit: fc.constant('working_hour' as const) }),
  fc.record({ amount: fc.integer({ min: 1, max: 12 }), unit: fc.constantFrom('working_day', 'day') }),
  fc.constant<Term>({ amount: 1, unit: 'month' }),
)

const told = ({ newDue, ...event }: ClockEvent): ClockEvent =>
  event.kind === 'extended' ? { ...event, newDue } : event
const anyEvent = fc.record({ at: anyMoment, kind: fc.constantFrom(...clockEventKinds), newDue: anyMoment }).map(told)

/** What mostly happens: asked and answered, now and then on one day. */
const anyPause = fc
  .record({
    why: fc.constantFrom(['supplement_asked', 'supplemented'] as const, ['payment_asked', 'paid'] as const),
    one: anyMoment,
    other: fc.oneof(anyMoment, minuteOfDay),
  })
  .map(({ why: [asks, answers], one, other }): ClockEvent[] => {
    const second = typeof other === 'number' ? momentOf(dayOf(one), 0, other) : other
    const [from, to] = one < second ? [one, second] : [second, one]
    return [
      { at: from, kind: asks },
      { at: to, kind: answers },
    ]
  })

/** Received early, so that there is something to count; what ends it is rarer than what moves it. */
const anyHistory = fc
  .record({
    received: fc.option(fc.tuple(fc.nat(3), minuteOfDay), { freq: 15 }),
    pauses: fc.array(anyPause, { maxLength: 3 }),
    events: fc.array(anyEvent, { maxLength: 5 }),
    endless: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ received, pauses, events, endless }): ClockEvent[] => [
    ...(received ? [{ at: momentOf(plusDays(first, received[0]), 0, received[1]), kind: 'received' as const }] : []),
    ...pauses.flat(),
    ...events.filter((event) => endless === 0 || !isEnd(event)),
  ])

const anyInput = fc.record({
  rules: fc.constant(rules),
  limit: anyTerm,
  calendar: anyCalendar,
  history: anyHistory,
  promised: fc.option(anyMoment, { freq: 1, nil: null }),
  elsewhere: fc.option(fc.boolean(), { freq: 1, nil: undefined }),
  now: fc.oneof(anyMoment, fc.constant(momentOf(plusDays(first, 25)))),
})
type Input = ClockInput & { limit: Term }

const minuteOf = (moment: Date) => moment.getTime() / 60_000

/** The stretches in which the clock stood still, up to now; what follows for the same reason is one. */
function standingStill({ pauses }: Clock, now: Date) {
  const found: { from: number; to: number; why: string }[] = []
  for (const { from, to, why } of pauses) {
    const [start, end, before] = [minuteOf(from), minuteOf(to ?? now), found.at(-1)]
    if (before?.to === start && before.why === why) before.to = end
    else if (start < end) found.push({ from: start, to: end, why })
  }
  return found
}

describe('against a clock that looks at every minute', () => {
  test('§2.3 both say the same of any history, limit and calendar', () => {
    fc.assert(
      fc.property(anyInput, (input: Input) => {
        const clock = clockOf(input)
        fc.pre(!clock.startsAt || !clock.dueAt || clock.startsAt <= clock.dueAt)
        const { waits, ...slow } = slowClock(input)
        expect(clock).toMatchObject(slow)
        expect(standingStill(clock, input.now)).toEqual(waits)
      }),
      { numRuns: 200 },
    )
  })
})

describe('of any history', () => {
  const holds = (property: (input: Input, clock: Clock) => void, numRuns = 300) =>
    fc.assert(
      fc.property(anyInput, (input: Input) => property(input, clockOf(input))),
      { numRuns },
    )

  test('pauses never overlap, and only the last may be open', () => {
    holds(({ now }, { pauses, state }) => {
      pauses.forEach(({ from, to }, n) => {
        const next = pauses[n + 1]
        if (next) expect(to && to <= next.from).toBe(true)
        if (to) expect(from < to).toBe(true)
        expect(from <= now).toBe(true)
      })
      expect(pauses.filter(({ to }) => !to)).toHaveLength(state === 'paused' ? 1 : 0)
    })
  })

  test('what was used and what is left make up the term', () => {
    holds(({ calendar, limit, history, promised }, clock) => {
      const { startsAt, stoppedAt, dueAt, state, pauses, workedMinutesUsed, leftMinutes, isLate } = clock
      if (!startsAt || !dueAt || dueAt < startsAt) return
      const moved = history.some(({ kind }) => kind === 'extended' || kind === 'restarted')
      if (moved && state === 'paused') return
      const over = pauses.filter(({ to }) => to && (!stoppedAt || to <= stoppedAt))
      expect(workedMinutesUsed + Number(leftMinutes)).toBe(minutesOutside(startsAt, dueAt, over, calendar))
      if (!promised && !moved && limit.unit === 'working_hour' && !isLate)
        expect(workedMinutesUsed + Number(leftMinutes)).toBe(limit.amount * 60)
    })
  })

  test('as time goes on, time left only shrinks, unless something happened', () => {
    fc.assert(
      fc.property(anyInput, anyMoment, (input: Input, other) => {
        const [earlier, later] = input.now < other ? [input.now, other] : [other, input.now]
        const between = input.history.some(({ at }) => earlier < at && at <= later)
        fc.pre(!between)
        const [before, after] = [earlier, later].map((now) => clockOf({ ...input, now }))
        expect(after?.state).toBe(before?.state)
        expect(after?.dueAt).toEqual(before?.dueAt)
        expect(Number(after?.leftMinutes)).toBeLessThanOrEqual(Number(before?.leftMinutes))
      }),
      { numRuns: 300 },
    )
  })

  test('the due moment never moves to an earlier one once the clock has started', () => {
    holds((drawn) => {
      const input = { ...drawn, elsewhere: drawn.elsewhere ?? false }
      const moments = input.history.map(({ at }) => at.getTime()).sort((a, b) => a - b)
      const dues = moments.map((now) => clockOf({ ...input, now: new Date(now) }).dueAt?.getTime() ?? 0)
      expect(dues).toEqual(dues.toSorted((a, b) => a - b))
    })
  })

  test('ended stays ended, as it was', () => {
    const anyEnd = fc.record({
      at: anyMoment,
      kind: fc.constantFrom(...clockEventKinds.filter((kind) => isEnd({ at: new Date(0), kind }))),
    })
    fc.assert(
      fc.property(anyInput, anyEnd, fc.array(anyEvent, { maxLength: 4 }), (input: Input, end, more) => {
        const history = [...input.history.filter(({ at }) => at <= end.at), end]
        // That it was received elsewhere is known by then.
        const known = { ...input, elsewhere: input.elsewhere ?? false }
        const ended = clockOf({ ...known, history, now: end.at })
        const later = more.filter(({ at }) => at > end.at)
        expect(ended.state).toBe('ended')
        expect(clockOf({ ...known, history: [...history, ...later], now: momentOf(day('2025-08-01')) })).toEqual(ended)
      }),
      { numRuns: 300 },
    )
  })

  test('what happens in one minute may be written down in any order', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat(20)), (input: Input, chance) => {
        const drawn = input.history.map((event) => ({ event, key: Number(chance.next().value) }))
        const history = drawn.toSorted((a, b) => a.key - b.key).map(({ event }) => event)
        expect(clockOf({ ...input, history })).toEqual(clockOf(input))
      }),
      { numRuns: 300 },
    )
  })

  test('moments that people were told hold on any calendar', () => {
    const allTold = anyHistory.chain((history) =>
      fc.tuple(...history.map((event) => anyMoment.map((newDue): ClockEvent => ({ ...event, newDue })))),
    )
    fc.assert(
      fc.property(
        anyInput,
        allTold,
        anyMoment,
        anyCalendar,
        anyTerm,
        (input: Input, history, promised, calendar, limit) => {
          const before = clockOf({ ...input, history, promised })
          const after = clockOf({ ...input, history, promised, calendar, limit })
          // A restart and an end may count for themselves; everything else was said.
          fc.pre(before.state !== 'ended')
          expect([after.dueAt, after.state, after.pauses]).toEqual([before.dueAt, before.state, before.pauses])
        },
      ),
      { numRuns: 300 },
    )
  })
})
