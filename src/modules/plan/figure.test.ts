import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import {
  askedFor,
  askState,
  type Confirmed,
  faultOfNumbers,
  type FigureState,
  figureStates,
  objectionToConfirm,
  objectionToCorrect,
  objectionToReport,
  objectionToReturn,
  readingOn,
  readingsOf,
  type Reporting,
} from './figure.ts'
import type { Standpoint } from './standpoint.ts'

const lead: Standpoint = {
  permissions: new Set(['plan.confirm']),
  leads: true,
  cooperates: false,
  leadsPlan: false,
  planState: 'published',
}
const unit: Reporting = { permissions: new Set(['plan.work']), scope: [7, 8], inForce: true }
const asked = { basis: 'reported', reporters: [7, 8, 9] } as const

describe('what may happen to a figure', () => {
  test.each<[FigureState, boolean, boolean, boolean]>([
    // state, confirm, return, correct
    ['sent', true, true, true],
    ['returned', false, false, true],
    ['confirmed', false, false, true],
    ['replaced', false, false, false],
  ])('%s: confirm %s, return %s, correct %s', (state, confirm, back, correct) => {
    const figure = { state, unitId: 7 }
    expect(objectionToConfirm(lead, figure) === null).toBe(confirm)
    expect(objectionToReturn(lead, figure) === null).toBe(back)
    expect(objectionToCorrect(unit, figure, false) === null).toBe(correct)
  })

  test('only the lead unit, or the lead of the plan, judges', () => {
    const outside = { ...lead, leads: false }
    expect(objectionToConfirm(outside, { state: 'sent', unitId: 7 })).toBe('plan.work.not_lead')
    expect(objectionToConfirm({ ...outside, leadsPlan: true }, { state: 'sent', unitId: 7 })).toBeNull()
    expect(objectionToConfirm({ ...lead, permissions: new Set() }, { state: 'sent', unitId: 7 })).toBe(
      'kernel.not_permitted',
    )
    expect(objectionToReturn({ ...lead, planState: 'closed' }, { state: 'sent', unitId: 7 })).toBe(
      'plan.work.not_in_force',
    )
  })

  test('a unit reports for itself and those below it, what it is asked, once a day', () => {
    expect(objectionToReport(unit, asked, 7, [])).toBeNull()
    expect(objectionToReport(unit, asked, 9, [])).toBe('kernel.outside_your_unit')
    expect(objectionToReport(unit, { ...asked, reporters: [9] }, 7, [])).toBe('plan.figure.not_asked')
    expect(objectionToReport(unit, { ...asked, basis: 'measure' }, 7, [])).toBe('plan.figure.is_measured')
    expect(objectionToReport({ ...unit, inForce: false }, asked, 7, [])).toBe('plan.work.not_in_force')
    for (const state of figureStates)
      expect(objectionToReport(unit, asked, 7, [{ state, unitId: 7 }]) === null).toBe(state === 'replaced')
  })

  test('a correction that waits is not corrected past itself', () => {
    expect(objectionToCorrect(unit, { state: 'confirmed', unitId: 7 }, true)).toBe('plan.figure.correction_waits')
  })
})

test('what two numbers cannot be', () => {
  const share = { unit: 'percent', reportedBy: 'commune' }
  expect(faultOfNumbers({ numerator: 90, denominator: null }, share)?.field).toBe('denominator')
  expect(faultOfNumbers({ numerator: 90, denominator: null }, { ...share, reportedBy: 'lead' })).toBeNull()
  expect(faultOfNumbers({ numerator: 0, denominator: 0 }, share)?.field).toBe('denominator')
  expect(faultOfNumbers({ numerator: 3, denominator: 2 }, share)?.field).toBe('numerator')
  expect(faultOfNumbers({ numerator: 3, denominator: 2 }, { ...share, unit: 'lần' })).toBeNull()
})

describe('the number as of a day', () => {
  const start = day('2025-01-31')
  const amount = fc.integer({ min: 0, max: 100_000 }).map((thousandths) => thousandths / 1000)
  const figure = fc.record({
    unitId: fc.integer({ min: 1, max: 6 }),
    numerator: amount,
    denominator: amount.filter((n) => n > 0),
    on: fc.nat({ max: 300 }).map((days) => plusDays(start, days)),
    endsOn: fc.option(
      fc.nat({ max: 400 }).map((days) => plusDays(start, days)),
      { nil: null },
    ),
  })
  const all = fc.uniqueArray(figure, { maxLength: 20, selector: ({ unitId, on }) => `${unitId} ${on}` })
  const someDay = fc.nat({ max: 350 }).map((days) => plusDays(start, days))

  test('is the sum of what each standing unit last had confirmed, divided once', () => {
    fc.assert(
      fc.property(all, someDay, (figures, on) => {
        const last = [1, 2, 3, 4, 5, 6].flatMap((unitId) => {
          const known = figures.filter((one) => one.unitId === unitId && one.on <= on && (one.endsOn ?? '9999') > on)
          return known.toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, 1)
        })
        const reading = readingOn(on, 'percent', figures)
        expect(reading?.units ?? 0).toBe(last.length)
        if (!reading) return
        const total = last.reduce((sum, one) => sum + one.denominator, 0)
        const part = last.reduce((sum, one) => sum + one.numerator, 0)
        expect(reading.value).toBeCloseTo((part / total) * 100, 6)
      }),
    )
  })

  test('lies between the lowest and the highest share of the units', () => {
    fc.assert(
      fc.property(all, someDay, (figures, on) => {
        const reading = readingOn(on, 'percent', figures)
        const shares = figures.map(({ numerator, denominator }) => (numerator / denominator) * 100)
        if (!reading) return
        expect(reading.value).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-6)
        expect(reading.value).toBeLessThanOrEqual(Math.max(...shares) + 1e-6)
      }),
    )
  })

  test('does not depend on the order of the figures', () => {
    fc.assert(
      fc.property(all, (figures) => {
        expect(readingsOf('percent', figures.toReversed())).toEqual(readingsOf('percent', figures))
      }),
    )
  })

  test('a unit that was merged away counts up to its last day and not after', () => {
    const old: Confirmed = { unitId: 1, on: start, numerator: 10, denominator: 100, endsOn: day('2025-07-01') }
    const successor: Confirmed = { unitId: 2, on: day('2025-07-31'), numerator: 60, denominator: 200, endsOn: null }
    expect(readingOn(day('2025-06-30'), 'percent', [old, successor])?.value).toBeCloseTo(10)
    expect(readingOn(day('2025-07-31'), 'percent', [old, successor])).toMatchObject({ units: 1, denominator: 200 })
  })

  test('plain numbers are added up and have no denominator', () => {
    const one = { numerator: 0.1, denominator: null, on: start, endsOn: null }
    const reading = readingOn(start, 'cuộc', [
      { ...one, unitId: 1 },
      { ...one, unitId: 2, numerator: 0.2 },
    ])
    expect(reading).toMatchObject({ value: 0.3, denominator: null })
  })
})

describe('what is asked of a unit', () => {
  test.each([
    ['2025-05-14', 1, '2025-04-30'],
    ['2025-05-14', 3, '2025-03-31'],
    ['2025-05-14', 6, '2024-12-31'],
    ['2025-07-01', 6, '2025-06-30'],
    ['2025-01-01', 12, '2024-12-31'],
    ['2025-04-01', 3, '2025-03-31'],
  ])('on %s, every %i months: the figure of %s', (today, every, on) => {
    expect(askedFor(day(today), every)).toBe(on)
  })

  test('a returned figure waits for the unit before anything else', () => {
    const asOf = day('2025-03-31')
    expect(askState([], asOf)).toBe('due')
    expect(askState([{ state: 'confirmed', asOf: day('2024-12-31') }], asOf)).toBe('due')
    expect(askState([{ state: 'sent', asOf }], asOf)).toBe('waiting')
    expect(askState([{ state: 'confirmed', asOf }], asOf)).toBe('given')
    expect(askState([{ state: 'replaced', asOf }], asOf)).toBe('due')
    expect(
      askState(
        [
          { state: 'confirmed', asOf },
          { state: 'returned', asOf: day('2024-12-31') },
        ],
        asOf,
      ),
    ).toBe('returned')
  })
})
