/** Whether an actor's post reaches a unit: its own and all below it, as the tree stands today. */
import type { Ctx } from './ctx.ts'
import { refuse } from './problem.ts'
import { dayOf } from './time.ts'
import { idsBelow, isBelow } from './unit.store.ts'

export const reaches = async (ctx: Ctx, unitId: number): Promise<boolean> =>
  ctx.actor.unitId !== null && (await isBelow(ctx.db, unitId, ctx.actor.unitId, dayOf(ctx.now)))

/** Refuses a change to what belongs to a unit outside the actor's. */
export async function mustReach(ctx: Ctx, unitId: number): Promise<void> {
  if (!(await reaches(ctx, unitId))) refuse('forbidden', 'kernel.outside_your_unit')
}

/** The units whose rows an actor sees. Every list of rows that units own takes one; there is no default. */
export type Scope = readonly number[]
export const scopeOf = (ctx: Ctx): Promise<Scope> =>
  ctx.actor.unitId === null ? Promise.resolve([]) : idsBelow(ctx.db, ctx.actor.unitId, dayOf(ctx.now))
