/** Finds out what the actor's post is to a thing of a plan. */
import type { Ctx } from '#kernel/ctx.ts'
import { type Scope, scopeOf } from '#kernel/access.store.ts'
import { refuse } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import type { PlanState } from './plan.ts'
import type { Standpoint } from './standpoint.ts'

export type Belonging = {
  readonly leadUnitId: number | null
  readonly cooperating: readonly number[]
  readonly planUnitId: number
  readonly planLeadUnitId: number | null
  readonly planState: PlanState
}

const standpointIn = (ctx: Ctx, scope: Scope, thing: Belonging): Standpoint => ({
  permissions: ctx.actor.permissions,
  leads: thing.leadUnitId !== null && scope.includes(thing.leadUnitId),
  cooperates: thing.cooperating.some((unitId) => scope.includes(unitId)),
  leadsPlan: scope.includes(thing.planLeadUnitId ?? thing.planUnitId),
  planState: thing.planState,
})

export const standpointOf = async (ctx: Ctx, thing: Belonging): Promise<Standpoint> =>
  standpointIn(ctx, await scopeOf(ctx), thing)

/** Ends the work when there is an objection: to the person (403), or to how the thing stands meanwhile (409). */
export function heed(objection: Key | null): void {
  if (objection === null) return
  const isToThePerson = objection.startsWith('kernel.') || objection.startsWith('plan.work.')
  refuse(isToThePerson ? 'forbidden' : 'conflict', objection)
}
