/** A target: what the plan wants to reach, who answers for it, and how each of its numbers is known. Pure. */

import { kindsOfLevel } from './level.ts'

type Standing = { readonly id: number; readonly kind: string }

/** `measure`: computed from what happened; `reported`: units enter it. */
export const valueBases = ['measure', 'reported'] as const
export type ValueBasis = (typeof valueBases)[number]

/** Beside these two, a kind of unit: each unit of that kind. */
export const reporters = ['lead', 'cooperating'] as const

/**
 * The units that report a number, of all that stand on a day. Of those that cooperate, only the ones of the level the
 * number is about; the lead unit, or a kind of unit, was chosen for it.
 */
export function reportersOf(
  value: { readonly reportedBy: string; readonly level?: string | null },
  target: { readonly leadUnitId: number | null; readonly cooperating: readonly number[] },
  standing: readonly Standing[],
): number[] {
  const kinds = kindsOfLevel(value.level ?? null)
  const isReporter = ({ id, kind }: Standing) => {
    if (value.reportedBy === 'lead') return id === target.leadUnitId
    if (value.reportedBy === 'cooperating') return target.cooperating.includes(id) && (kinds?.includes(kind) ?? true)
    return kind === value.reportedBy
  }
  return standing.filter(isReporter).map(({ id }) => id)
}
