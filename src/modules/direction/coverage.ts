/** Whose published plan has taken up which target of the province, and whose is expected to and has not. */
import type { SharedWork } from '#modules/plan/public.ts'
import { isOf } from './unit-plan.ts'

export type TargetCoverage = {
  readonly target: SharedWork
  /** Asked units that lead the target or cooperate on it. */
  readonly concerned: number
  readonly covered: number
  readonly lacking: readonly number[]
  /** Units that have taken it up though the text does not give it to them. */
  readonly others: number
}

type Undertaking = { readonly thingId: string; readonly unitId: number }

export function targetCoverage(
  targets: readonly SharedWork[],
  asked: readonly { readonly unitId: number }[],
  undertakings: readonly Undertaking[],
): readonly TargetCoverage[] {
  const byThing = Map.groupBy(undertakings, ({ thingId }) => thingId)
  return targets.map((target) => {
    const taken = new Set((byThing.get(target.id) ?? []).map(({ unitId }) => unitId))
    const concerned = asked.filter(({ unitId }) => isOf(target, unitId)).map(({ unitId }) => unitId)
    const lacking = concerned.filter((unitId) => !taken.has(unitId))
    const covered = concerned.length - lacking.length
    return { target, concerned: concerned.length, covered, lacking, others: taken.size - covered }
  })
}
