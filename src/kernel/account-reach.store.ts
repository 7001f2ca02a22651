/**
 * Which accounts the holder of a post may manage: those whose posts all lie in the post's unit or below it. From the top
 * all of them, so that a person left without a post, or in a unit that is no more, is still in somebody's care.
 */
import { reaches, scopeOf, type Scope } from './access.store.ts'
import type { Ctx } from './ctx.ts'
import { unitsOfAccount } from './post.store.ts'
import { refuse } from './problem.ts'
import { dayOf } from './time.ts'
import { findTopUnit } from './unit.store.ts'

/** Whether the actor's post is in the province itself, which also looks after whatever stands below nobody. */
export const isAtTop = async (ctx: Ctx): Promise<boolean> =>
  ctx.actor.unitId !== null && (await findTopUnit(ctx.db, dayOf(ctx.now)))?.id === ctx.actor.unitId

/** Units whose people and events the actor looks after: `null` means all there are. */
export const careOf = async (ctx: Ctx): Promise<Scope | null> => ((await isAtTop(ctx)) ? null : scopeOf(ctx))

/** Refuses whoever gives or takes a post in a unit they do not look after. */
export async function mustCareFor(ctx: Ctx, unitId: number): Promise<void> {
  if (!(await isAtTop(ctx)) && !(await reaches(ctx, unitId))) refuse('forbidden', 'kernel.outside_your_unit')
}

/** What holds for every unit alike, such as a role, is changed from the top only. */
export async function mustBeAtTop(ctx: Ctx): Promise<void> {
  if (!(await isAtTop(ctx))) refuse('forbidden', 'kernel.outside_your_unit')
}

async function mayManage(ctx: Ctx, accountId: string): Promise<boolean> {
  if (await isAtTop(ctx)) return true
  const units = await unitsOfAccount(ctx.db, accountId, dayOf(ctx.now))
  for (const unit of units) if (!(await reaches(ctx, unit))) return false
  return units.length > 0
}

export async function mustManage(ctx: Ctx, accountId: string): Promise<void> {
  if (!(await mayManage(ctx, accountId))) refuse('forbidden', 'kernel.outside_your_unit')
}
