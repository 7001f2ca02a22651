/** Which units are asked for a number, as units stand on a day. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { idsBelow, listUnits } from '#kernel/unit.store.ts'
import { reportersOf } from './target.ts'
import type { Target, Value } from './target.store.ts'

export type Asked = { value: Value; target: Target; unitIds: number[] }

/** For several values at once. A kind of unit means the units of that kind below the unit the plan is of. */
export async function reportersOfValues(
  db: Db,
  values: readonly Value[],
  targets: readonly Target[],
  on: Day,
): Promise<Asked[]> {
  const standing = await listUnits(db, on)
  const below = new Map<number, Set<number>>()
  for (const { planUnitId } of targets)
    if (!below.has(planUnitId)) below.set(planUnitId, new Set(await idsBelow(db, planUnitId, on)))
  return values.flatMap((value) => {
    const target = targets.find(({ id }) => id === value.targetId)
    if (!target) return []
    const units = standing.filter(({ id }) => below.get(target.planUnitId)?.has(id))
    const named = value.reportedBy === 'lead' || value.reportedBy === 'cooperating'
    return [{ value, target, unitIds: reportersOf(value, target, named ? standing : units) }]
  })
}

export const reportersOfValue = async (db: Db, value: Value, target: Target, on: Day): Promise<number[]> =>
  (await reportersOfValues(db, [value], [target], on))[0]?.unitIds ?? []
