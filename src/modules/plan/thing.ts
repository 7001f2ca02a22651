/** What in a plan one can speak about to a unit: the plan as a whole, or one thing that it lays upon somebody. Pure. */
import type { Day } from '#kernel/time.ts'

export const thingKinds = ['plan', 'target', 'task', 'figure', 'report'] as const
export type ThingKind = (typeof thingKinds)[number]

export type Thing = {
  readonly kind: ThingKind
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly leadUnitId: number | null
  readonly dueOn: Day | null
}

/** A target or task of a plan with who works on it: what a unit can take up into a plan of its own. */
export type SharedWork = {
  readonly id: string
  readonly kind: 'target' | 'task'
  readonly ref: string
  readonly title: string
  readonly wording: string
  readonly dueOn: Day | null
  readonly leadUnitId: number | null
  readonly cooperating: readonly number[]
}

/** Where a thing of a plan has its page; reports have none of their own. */
export function hrefOfThing(planCode: string, { kind, ref }: Pick<Thing, 'kind' | 'ref'>): string {
  const plan = `/ke-hoach/${encodeURIComponent(planCode)}`
  if (kind === 'task') return `${plan}/nhiem-vu/${encodeURIComponent(ref)}`
  return kind === 'report' ? `${plan}/ky-bao-cao` : `${plan}/chi-tieu/${encodeURIComponent(ref)}`
}
