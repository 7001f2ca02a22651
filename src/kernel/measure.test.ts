import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addValues,
  citationOn,
  figureOf,
  isAmount,
  type Measure,
  type Period,
  partsOf,
  ratioOf,
  sinceJanuary,
  sumOf,
  type Value,
  valueFrom,
  withoutValues,
} from './measure.ts'
import { day, daysBetween, plusDays } from './time.ts'

const amount = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map((thousandths) => thousandths / 1000)
const ratio = fc.tuple(amount, amount).map(([numerator, denominator]) => valueFrom(numerator, denominator))
const plain = amount.map((numerator) => valueFrom(numerator, null))
const values = fc.oneof(fc.array(ratio, { minLength: 1 }), fc.array(plain, { minLength: 1 }))

describe('adding values', () => {
  test('gives the same in every order', () => {
    const shuffled = values.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(sumOf(other)).toEqual(sumOf(list))
      }),
    )
  })

  test('gives the same through districts as straight to the province', () => {
    const districts = fc.oneof(
      fc.array(fc.array(ratio, { minLength: 1 }), { minLength: 1 }),
      fc.array(fc.array(plain, { minLength: 1 }), { minLength: 1 }),
    )
    fc.assert(
      fc.property(districts, (communes) => {
        const ofDistricts = communes.map((list) => sumOf(list as Value[]) as Value)
        expect(sumOf(ofDistricts)).toEqual(sumOf(communes.flat() as Value[]))
      }),
    )
  })

  test('is undone by taking the parts away', () => {
    fc.assert(
      fc.property(values, ([whole, ...parts]) => {
        const all = sumOf([whole as Value, ...parts]) as Value
        const rest = withoutValues(all, parts)
        expect(addValues(rest, valueFrom(0, rest.denominator && 0))).toEqual(whole)
      }),
    )
  })

  test('keeps decimals exact', () => {
    expect(sumOf([valueFrom(0.1, null), valueFrom(0.2, null)])?.numerator).toBe(0.3)
  })

  test('of a plain number to a ratio is an error and not a guess', () => {
    expect(() => addValues(valueFrom(1, null), valueFrom(1, 2))).toThrow('cannot be added')
  })
})

describe('a ratio', () => {
  test('of two units is the average of theirs only when they divide by the same or are the same', () => {
    const count = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const together = addValues(valueFrom(a, b), valueFrom(c, d)).ratio as number
        const average = (a / b + c / d) / 2
        const same = b === d || a * d === b * c
        expect(Math.abs(together - average) < 1e-12).toBe(same)
      }),
    )
  })

  test('with nothing to divide by is unknown', () => {
    expect([ratioOf(0, 0), ratioOf(5, 0), ratioOf(5, null), ratioOf(1, 2)]).toEqual([null, null, null, 0.5])
  })

  test('is the figure to compare; of a plain number it is the sum', () => {
    expect([valueFrom(3, 4), valueFrom(3, null), valueFrom(0, 0)].map(figureOf)).toEqual([0.75, 3, null])
  })
})

describe('a period', () => {
  test('falls into whole months and the days that are left, each day once', () => {
    const start = fc.integer({ min: 0, max: 1500 }).map((days) => plusDays(day('2023-01-01'), days))
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 800 }), (from, length) => {
        const period: Period = { from, to: plusDays(from, length) }
        const { months, days } = partsOf(period)
        const ends = months.map((month) => daysBetween(month, day(`${plusDays(month, 31).slice(0, 8)}01`)))
        const covered = ends.reduce((sum, length) => sum + length, 0)
        const left = days.reduce((sum, part) => sum + daysBetween(part.from, part.to) + 1, 0)
        expect(covered + left).toBe(length + 1)
        for (const part of days) expect(part.from.slice(0, 7)).toBe(part.to.slice(0, 7))
        expect(days.length).toBeLessThanOrEqual(2)
      }),
    )
  })

  test('of a reporting year from 15 December to 14 December is eleven months and two ends', () => {
    const { months, days } = partsOf({ from: day('2023-12-15'), to: day('2024-12-14') })
    expect([months[0], months.at(-1), months.length]).toEqual(['2024-01-01', '2024-11-01', 11])
    expect(days).toEqual([
      { from: '2023-12-15', to: '2023-12-31' },
      { from: '2024-12-01', to: '2024-12-14' },
    ])
  })

  test('that ends before it begins holds nothing', () => {
    expect(partsOf({ from: day('2024-05-02'), to: day('2024-05-01') })).toEqual({ months: [], days: [] })
  })
})

describe('since January', () => {
  const points = ['2024-12-01', '2025-01-01', '2025-02-01'].map((month, index) => {
    return { month: day(month), value: valueFrom(index + 1, 10 * (index + 1)) }
  })

  test('a flow is summed and a stock is the last', () => {
    expect(sinceJanuary('flow', points, day('2025-02-01'))).toEqual(valueFrom(5, 50))
    expect(sinceJanuary('stock', points, day('2025-02-01'))).toEqual(valueFrom(3, 30))
  })

  test('nothing known is not zero', () => {
    expect(sinceJanuary('flow', points, day('2023-02-01'))).toBeNull()
    expect(sinceJanuary('stock', points, day('2023-02-01'))).toBeNull()
  })
})

test('the text that asks for a measure is the one in force on the day', () => {
  const asked: Pick<Measure, 'citations'> = {
    citations: [
      { text: 'old', validFrom: day('2020-01-01'), validTo: day('2025-07-01') },
      { text: 'new', validFrom: day('2025-07-01') },
    ],
  }
  const on = (text: string) => citationOn(asked as Measure, day(text))?.text
  expect([on('2019-12-31'), on('2025-06-30'), on('2025-07-01')]).toEqual([undefined, 'old', 'new'])
})

test('an amount has three decimals at most', () => {
  expect([0, 1.5, 0.125, 1e15, 0.0001, 1e16, Number.NaN].map(isAmount)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
