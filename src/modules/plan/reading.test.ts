import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import { knownFromFigures, type UnitFigure } from './reading.ts'

const start = day('2025-01-01')
const figure = fc.record({
  unitId: fc.integer({ min: 1, max: 4 }),
  after: fc.integer({ min: 0, max: 20 }),
  numerator: fc.integer({ min: 0, max: 100 }),
  denominator: fc.integer({ min: 1, max: 100 }),
})
const figures = fc
  .array(figure)
  .map((all) =>
    all
      .map(({ after, ...rest }): UnitFigure => ({ ...rest, asOf: plusDays(start, after) }))
      .toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0)),
  )

test('the value of a day is the sum of what each unit last said, divided once', () => {
  fc.assert(
    fc.property(figures, (all) => {
      for (const known of knownFromFigures(all)) {
        const last = [1, 2, 3, 4].flatMap(
          (unit) => all.findLast((one) => one.unitId === unit && one.asOf <= known.on) ?? [],
        )
        expect(known.numerator).toBe(last.reduce((sum, one) => sum + one.numerator, 0))
        expect(known.denominator).toBe(last.reduce((sum, one) => sum + (one.denominator ?? 0), 0))
        expect(known.value).toBeCloseTo((known.numerator / (known.denominator ?? 1)) * 100)
      }
    }),
  )
})

test('two units of different size are not averaged', () => {
  const on = day('2025-05-01')
  const all = [
    { unitId: 1, asOf: on, numerator: 90, denominator: 100 },
    { unitId: 2, asOf: on, numerator: 0, denominator: 900 },
  ]
  expect(knownFromFigures(all)).toEqual([{ on, numerator: 90, denominator: 1000, value: 9 }])
})

test('one entry for each day, in the order of days', () => {
  fc.assert(
    fc.property(figures, (all) => {
      const days = knownFromFigures(all).map(({ on }) => on)
      expect(days).toEqual([...new Set(all.map(({ asOf }) => asOf))])
    }),
  )
})
