/** Whether an actor directs a plan: for the province it is of, or as the unit that leads it. */
import { mustReach, reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'

type PlanOf = { readonly unitId: number; readonly leadUnitId: number | null }

/** Who leads the province's plan directs every unit in it, also those beside its own. */
export const directs = async (ctx: Ctx, plan: PlanOf): Promise<boolean> =>
  (await reaches(ctx, plan.unitId)) || (plan.leadUnitId !== null && (await reaches(ctx, plan.leadUnitId)))

export async function mustDirect(ctx: Ctx, plan: PlanOf): Promise<void> {
  if (!(await directs(ctx, plan))) refuse('forbidden', 'plan.led_by_another_unit')
}

/** Whoever does not direct the plan reaches their own unit and those below it. */
export async function mustDirectUnit(ctx: Ctx, plan: PlanOf, unitId: number): Promise<void> {
  if (!(await directs(ctx, plan))) await mustReach(ctx, unitId)
}
