import { expect, test } from 'vitest'
import fc from 'fast-check'
import { branches, type Branch } from './unit-tree.ts'

type Unit = { id: number; parentId: number | null }
const countOf = (tree: readonly Branch<Unit>[]): number => tree.reduce((sum, { below }) => sum + 1 + countOf(below), 0)

test('every unit stands in the tree once, whatever is missing above it', () => {
  const unit = (id: number) => fc.option(fc.integer({ min: -2, max: id - 1 })).map((parentId) => ({ id, parentId }))
  const units = fc
    .integer({ min: 0, max: 30 })
    .chain((n) => fc.tuple(...Array.from({ length: n }, (_, id) => unit(id))))
  fc.assert(
    fc.property(units, (list) => {
      expect(countOf(branches(list))).toBe(list.length)
    }),
  )
})
