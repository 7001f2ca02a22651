import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, momentOf } from '#kernel/time.ts'
import { anyFact, plainFact } from '#test/dossier-facts.ts'
import { costOf } from './cost.ts'
import { asOf, noSums, plusSums, type Sums, sumsOf, weightOf } from './count.ts'
import { judge } from './fact.ts'
import { findIndicator, indexOf, type Inputs, pointsFor, sheetOn } from './service-index.ts'
import { inputsIn } from './input.ts'
import { periodOf, readPeriod } from './period.ts'

const sheet = sheetOn(day('2025-05-14'))
const none: Inputs = new Map()
const scoreOf = (code: string, sums: Partial<Sums>, inputs = none) =>
  indexOf(sheet, { ...noSums, ...sums }, inputs).scored.find(({ indicator }) => indicator.code === code)

test('the sheet gives a hundred points, and its groups what the decision gives them', () => {
  const sum = (group: string) =>
    sheet.indicators.filter((one) => one.group === group).reduce((total, { max }) => total + max, 0)
  expect(sheet.indicators.reduce((total, { max }) => total + max, 0)).toBe(100)
  expect(['publicity', 'progress', 'online', 'payment', 'digitisation', 'satisfaction'].map(sum)).toEqual([
    18, 20, 12, 10, 22, 18,
  ])
})

describe('§10.46 points', () => {
  test('all from the threshold on, below it in proportion, two decimals', () => {
    expect(pointsFor({ max: 12, full: 50 }, 50)).toBe(12)
    expect(pointsFor({ max: 12, full: 50 }, 25)).toBe(6)
    expect(pointsFor({ max: 4, full: 80 }, 33.33)).toBe(1.67)
    expect(pointsFor({ max: 4, full: 80 }, 100)).toBe(4)
  })

  test('a share has two decimals', () => {
    expect(scoreOf('2.1', { open: 3, late: 1 })).toMatchObject({ share: 66.67, points: 13.33 })
  })

  test('nothing to divide by is no zero, and what nobody has measured says so', () => {
    expect(scoreOf('P3', {})).toMatchObject({ share: null, points: null, missing: 'nothing_counted' })
    expect(scoreOf('5.2', { received: 9 })).toMatchObject({ points: null, missing: 'not_measured' })
    const { points, of } = indexOf(sheet, { ...noSums, open: 4 }, none)
    expect([points, of]).toEqual([20, 20])
  })

  test('fully online is taken times the share that the national portal knows', () => {
    expect(scoreOf('3.3', { received: 100, wholeOnline: 40, synced: 50 })).toMatchObject({ share: 20, points: 4.8 })
  })

  test('what the national report counts is the whole where it is more', () => {
    const reported = (denominator: number) => new Map([['1.4', { numerator: 0, denominator, source: 'x' }]])
    expect(scoreOf('1.4', { received: 100, synced: 90 }, reported(200))?.share).toBe(45)
    expect(scoreOf('1.4', { received: 100, synced: 90 }, reported(50))?.share).toBe(90)
  })

  test('satisfaction is all without what is late and what is disliked', () => {
    expect(scoreOf('5.4', { received: 100, unhappy: 4, open: 50, late: 8 })).toMatchObject({ share: 80, points: 5.33 })
    expect(scoreOf('5.4', { received: 1, unhappy: 1, open: 1, late: 1 })?.share).toBe(0)
  })

  test('no points below nothing or above the most, whatever the dossiers', () => {
    const facts = fc.array(anyFact([1], ['01940000-0000-7000-8000-000000000009']), { maxLength: 12 })
    fc.assert(
      fc.property(facts, fc.constantFrom('2025-02', '2025-q1', '2025'), (all, code) => {
        const asked = asOf(readPeriod(code, day('2025-07-01')), day('2025-06-30'))
        const sums = sumsOf(
          all.map((fact) => judge(fact, sheet.judging)),
          asked,
        )
        for (const { indicator, points, share } of indexOf(sheet, sums, none).scored) {
          expect(points === null || (points >= 0 && points <= indicator.max)).toBe(true)
          if (share !== null && indicator.formula.kind !== 'average') expect(share >= 0 && share <= 100).toBe(true)
        }
      }),
    )
  })
})

test('of what is told for months a flow is added up, and of a stock the last of each unit holds', () => {
  const told = (indicator: string, unitId: number, month: string, numerator: number) => {
    return { indicator, unitId, month: day(month), numerator, denominator: 10, source: 's' }
  }
  const rows = [
    told('5.2', 1, '2025-03-01', 5),
    told('5.2', 1, '2025-04-01', 6),
    told('5.2', 1, '2025-05-01', 7),
    told('3.1', 1, '2025-02-01', 2),
    told('3.1', 1, '2025-04-01', 3),
    told('3.1', 2, '2025-01-01', 4),
  ]
  const inputs = inputsIn(rows, sheet, periodOf('quarter', day('2025-05-14')))
  expect(inputs.get('5.2')).toMatchObject({ numerator: 13, denominator: 20 })
  expect(inputs.get('3.1')).toMatchObject({ numerator: 7, denominator: 20 })
})

describe('§10.46 what an act would cost', () => {
  const now = momentOf(day('2025-03-05'), 9)
  const weigh = (change: object) => weightOf(judge({ ...plainFact, ...change }, sheet.judging), day('2025-03-05'))
  const nine = Array.from({ length: 9 }, () =>
    weigh({ resultLink: true, resultCodes: 1, state: 9, endedAt: now, endedBy: 'result' }),
  )
  const costIn = (change: object, act: Parameters<typeof costOf>[0]['act']) => {
    const sums = nine.reduce((sum, one) => plusSums(sum, one), weigh(change))
    return costOf({ fact: { ...plainFact, ...change }, act, now, sheet, sums, inputs: none })
  }

  test('the first request for a supplement costs nothing, the second makes the dossier late', () => {
    expect(costIn({}, 'second_supplement')).toBeNull()
    const cost = costIn({ supplementsAsked: [now] }, 'second_supplement')
    expect(cost?.says).toBe('scores.cost.second_supplement')
    expect(cost?.indicators).toContainEqual({ code: '2.1', points: 2 })
  })

  test('an end after the appointment, a component not digitised, a result without its document', () => {
    expect(costIn({}, 'late_finish')?.indicators).toContainEqual({ code: '2.1', points: 2 })
    expect(costIn({}, 'no_e_result')?.indicators).toContainEqual({ code: '4.1', points: 0.6 })
    // Full points are given from 80 % on: one of ten costs no point, and is told all the same.
    expect(costIn({}, 'undigitised')).toMatchObject({ points: 0, indicators: [] })
  })
})

test('periods are read from what an address says, and stand beside one another', () => {
  const today = day('2025-05-14')
  const read = (text?: string) => {
    const { from, to } = readPeriod(text, today)
    return `${from} ${to}`
  }
  expect(read('2025-02')).toBe('2025-02-01 2025-02-28')
  expect(read('2024-q4')).toBe('2024-10-01 2024-12-31')
  expect(read('2024')).toBe('2024-01-01 2024-12-31')
  for (const wrong of [undefined, '2025-13', '2025-q5', 'x', '0000']) expect(read(wrong)).toBe('2025-04-01 2025-06-30')
  expect(findIndicator(sheet, '9.9')).toBeUndefined()
})
