import { describe, expect, test } from 'vitest'
import { type Borders, type BorderUnit, placesOf, unitsWithin } from './measure-border.ts'
import { type Day, day } from './time.ts'

/** 1 province; 2 and 3 districts until July 2025; communes 4, 5 under 2 and 6 under 3; 7 and 8 come of them. */
const always = day('0001-01-01')
const july = day('2025-07-01')
const unit = (id: number, begins: Day, ends: Day | null, parent: number | null): BorderUnit => {
  return { id, begins, ends, firstParent: parent, lastParent: parent }
}
const bordersOn = (on: string): Borders => ({
  day: day(on),
  units: [
    unit(1, always, null, null),
    unit(2, always, july, 1),
    unit(3, always, july, 1),
    unit(4, always, july, 2),
    unit(5, always, july, 2),
    unit(6, always, july, 3),
    unit(7, july, null, 1),
    unit(8, july, null, 1),
  ],
  passages: [
    { on: july, from: 4, to: 7 },
    { on: july, from: 5, to: 7 },
    { on: july, from: 5, to: 8 },
    { on: july, from: 6, to: 8 },
  ],
})
const within = (on: string, below: number[]) => unitsWithin(bordersOn(on), new Set(below))

describe('in the borders of today', () => {
  test('a merged commune counts in the one it became, and the new one in itself', () => {
    expect(within('2025-12-31', [7])).toEqual({ within: [4, 7], divided: [5] })
  })

  test('a divided commune counts in neither half but in the province', () => {
    expect(within('2025-12-31', [8])).toEqual({ within: [6, 8], divided: [5] })
    expect(within('2025-12-31', [1, 7, 8]).within).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('a district that left nothing behind counts where its parent does', () => {
    expect([...placesOf(bordersOn('2025-12-31'), 2)]).toEqual([1])
  })
})

describe('in the borders of last year', () => {
  test('a new commune counts where all it was made of lies', () => {
    expect(within('2024-12-31', [2, 4, 5])).toEqual({ within: [2, 4, 5, 7], divided: [8] })
    expect(within('2024-12-31', [1, 2, 3, 4, 5, 6]).divided).toEqual([])
  })
})

test('changes that lead in a ring end nowhere instead of running for ever', () => {
  const ring: Borders = {
    day: day('2025-12-31'),
    units: [unit(1, always, july, null), unit(2, always, july, null)],
    passages: [
      { on: july, from: 1, to: 2 },
      { on: july, from: 2, to: 1 },
    ],
  }
  expect(placesOf(ring, 1).size).toBe(0)
})
