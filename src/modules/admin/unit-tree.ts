/** A flat list of units as the tree it describes. */
import type { Day } from '#kernel/time.ts'

export type Branch<Unit> = { readonly unit: Unit; readonly below: readonly Branch<Unit>[] }

/** Every unit once, under its parent; one whose parent is not in the list stands at the top. Order is kept. */
export function branches<Unit extends { id: number; parentId: number | null }>(
  units: readonly Unit[],
): readonly Branch<Unit>[] {
  const ids = new Set(units.map(({ id }) => id))
  const byParent = Map.groupBy(units, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const under = (parent: number | null): Branch<Unit>[] =>
    (byParent.get(parent) ?? []).map((unit) => ({ unit, below: under(unit.id) }))
  return under(null)
}

/** The day our records stand for "since before they begin". */
export const isSinceEver = (day: Day): boolean => day === '0001-01-01'
