import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWorkingDay, workingMinutesBetween } from '#kernel/calendar.ts'
import { type Day, day, dayOf, plusDays } from '#kernel/time.ts'
import { at, office } from '#test/office-calendar.ts'
import { foresee, paceOf, summed, type Waiting } from './forecast.ts'

const now = at('2025-05-14 08:00')
const one = (more: Partial<Waiting> = {}): Waiting => ({
  dossierId: 'a',
  dueAt: at('2025-05-15 17:00'),
  stepsDueAt: null,
  hoursAhead: 0,
  ...more,
})
const within = { now, calendar: office, perDay: null }

describe('a dossier is foreseen late', () => {
  test('when it is late already', () => {
    const [seen] = foresee([one({ dueAt: at('2025-05-13 17:00') })], within)
    expect(seen).toMatchObject({ reason: 'late', lateOn: '2025-05-13' })
  })

  test('when the steps left take longer than there is time, hours off work left out', () => {
    // From Wednesday 08:00 to Thursday 17:00 there are 7 and 8 hours of work.
    expect(foresee([one({ hoursAhead: 15 })], within)).toEqual([])
    expect(foresee([one({ hoursAhead: 16 })], within)).toMatchObject([
      { reason: 'steps', hoursNeeded: 16, hoursLeft: 15, lateOn: '2025-05-15' },
    ])
    // The open step has until 10:00: two hours, and fourteen behind it.
    expect(foresee([one({ stepsDueAt: at('2025-05-14 10:00'), hoursAhead: 14 })], within)).toHaveLength(1)
    expect(foresee([one({ stepsDueAt: at('2025-05-13 10:00'), hoursAhead: 14 })], within)).toEqual([])
  })

  test('when more are due before it than its officer finishes by then', () => {
    const queue = ['a', 'b', 'c'].map((dossierId) => one({ dossierId }))
    expect(foresee(queue, { ...within, perDay: 1 })).toMatchObject([{ dossierId: 'c', reason: 'queue', before: 2 }])
    expect(foresee(queue, { ...within, perDay: 1.5 })).toEqual([])
    expect(foresee(queue, within)).toEqual([])
  })
})

test('a pace is told only when enough was ended', () => {
  expect([paceOf(4, 20), paceOf(10, 20), paceOf(10, 0)]).toEqual([null, 0.5, null])
})

const moments = fc
  .integer({ min: -5 * 1440, max: 40 * 1440 })
  .map((minutes) => new Date(now.getTime() + minutes * 60_000))
const queues = fc
  .array(
    fc.record({
      dueAt: fc.option(moments, { nil: null }),
      stepsDueAt: fc.option(moments, { nil: null }),
      hoursAhead: fc.integer({ min: 0, max: 60 }),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((row, n): Waiting => ({ dossierId: `d${String(n).padStart(2, '0')}`, ...row })))
const paces = fc.option(
  fc.integer({ min: 1, max: 80 }).map((tenths) => tenths / 10),
  { nil: null },
)

/** The day by which so many are done, found by walking the calendar. */
function dayDone(count: number, perDay: number): Day {
  for (let [on, worked] = [dayOf(now), 0]; ; on = plusDays(on, 1)) {
    if (isWorkingDay(on, office)) worked += perDay
    if (worked >= count - 1e-9) return on
  }
}

test('it says the same as a slow walk over the calendar, one dossier at a time', () => {
  fc.assert(
    fc.property(queues, paces, (queue, perDay) => {
      const dated = queue.filter((row): row is Waiting & { dueAt: Date } => row.dueAt !== null)
      const inTurn = dated.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
      const expected = inTurn.flatMap((row, before) => {
        const steps = row.stepsDueAt ? workingMinutesBetween(now, row.stepsDueAt, office) : 0
        const isTooLong = steps + row.hoursAhead * 60 > workingMinutesBetween(now, row.dueAt, office)
        const isTooFar = perDay !== null && dayDone(before + 1, perDay) > dayOf(row.dueAt)
        const reason = now > row.dueAt ? 'late' : isTooLong ? 'steps' : isTooFar ? 'queue' : null
        return reason ? [[row.dueAt.getTime(), reason]] : []
      })
      const seen = foresee(queue, { now, calendar: office, perDay })
      const dueAt = new Map(dated.map((row) => [row.dossierId, row.dueAt.getTime()]))
      expect(seen.map(({ dossierId, reason }) => [dueAt.get(dossierId), reason])).toEqual(expected)
    }),
  )
})

test('more work never takes a dossier off the list, a quicker officer never puts one on it', () => {
  fc.assert(
    fc.property(queues, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 20 }), (queue, tenths, more) => {
      const seen = (rows: readonly Waiting[], perDay: number | null) =>
        new Set(foresee(rows, { now, calendar: office, perDay }).map(({ dossierId }) => dossierId))
      const usual = seen(queue, tenths / 10)
      const heavier = seen(
        queue.map((row) => ({ ...row, hoursAhead: row.hoursAhead + more })),
        tenths / 10,
      )
      const quicker = seen(queue, (tenths + more) / 10)
      expect([...usual].filter((id) => !heavier.has(id))).toEqual([])
      expect([...quicker].filter((id) => !usual.has(id))).toEqual([])
    }),
  )
})

test('the board keeps what will be late, not what is', () => {
  const seen = foresee(
    [
      one({ dueAt: at('2025-05-13 17:00') }),
      one({ dossierId: 'b', hoursAhead: 90, dueAt: at('2025-05-20 17:00') }),
      one({ dossierId: 'c', hoursAhead: 90 }),
    ],
    within,
  )
  expect(summed(seen)).toEqual({ late: 2, firstOn: day('2025-05-15') })
  expect(summed(seen.filter(({ reason }) => reason === 'late'))).toBeNull()
})
