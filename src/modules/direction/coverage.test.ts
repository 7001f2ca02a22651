import fc from 'fast-check'
import { expect, test } from 'vitest'
import { targetCoverage } from './coverage.ts'
import type { SharedWork } from '#modules/plan/public.ts'

const target = (id: string, leadUnitId: number | null, cooperating: number[] = []): SharedWork => ({
  id,
  kind: 'target',
  ref: id,
  title: id,
  wording: id,
  dueOn: null,
  leadUnitId,
  cooperating,
})
const asked = [{ unitId: 1 }, { unitId: 2 }, { unitId: 3 }]

test('counts among those the target is given to, and names who has not taken it up', () => {
  const [found] = targetCoverage([target('a', 1, [2])], asked, [{ thingId: 'a', unitId: 2 }])
  expect(found).toMatchObject({ concerned: 2, covered: 1, lacking: [1], others: 0 })
})

test('who takes up what was not given to them counts beside, not instead', () => {
  const [found] = targetCoverage([target('a', 1)], asked, [{ thingId: 'a', unitId: 3 }])
  expect(found).toMatchObject({ concerned: 1, covered: 0, lacking: [1], others: 1 })
})

test('a unit that was not asked for a plan is not expected to have the target in it', () => {
  const [found] = targetCoverage([target('a', 9)], asked, [])
  expect(found).toMatchObject({ concerned: 0, covered: 0, lacking: [] })
})

test('covered and lacking always make up all concerned', () => {
  const units = fc.uniqueArray(fc.integer({ min: 1, max: 6 }))
  fc.assert(
    fc.property(units, units, units, (asking, working, taking) => {
      const [found] = targetCoverage(
        [target('a', null, working)],
        asking.map((unitId) => ({ unitId })),
        taking.map((unitId) => ({ thingId: 'a', unitId })),
      )
      expect((found?.covered ?? 0) + (found?.lacking.length ?? 0)).toBe(found?.concerned)
      expect((found?.covered ?? 0) + (found?.others ?? 0)).toBe(taking.length)
    }),
  )
})
