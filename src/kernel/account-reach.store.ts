/**
 * Which accounts the holder of a post may manage: those whose posts all lie in the post's unit or below it. From the top
 * all of them, so that a person left without a post, or in a unit that is no more, is still in somebody's care.
 */
import { reaches } from './access.store.ts'
import type { Ctx } from './ctx.ts'
import { unitsOfAccount } from './post.store.ts'
import { refuse } from './problem.ts'
import { dayOf } from './time.ts'
import { listAncestors } from './unit.store.ts'

/** Whether the actor's post is in a unit that stands below no other. */
export async function isAtTop(ctx: Ctx): Promise<boolean> {
  if (ctx.actor.unitId === null) return false
  return (await listAncestors(ctx.db, ctx.actor.unitId, dayOf(ctx.now))).length === 1
}

/** What holds for every unit alike, such as a role, is changed from the top only. */
export async function mustBeAtTop(ctx: Ctx): Promise<void> {
  if (!(await isAtTop(ctx))) refuse('forbidden', 'kernel.outside_your_unit')
}

export async function mayManage(ctx: Ctx, accountId: string): Promise<boolean> {
  if (await isAtTop(ctx)) return true
  const units = await unitsOfAccount(ctx.db, accountId, dayOf(ctx.now))
  for (const unit of units) if (!(await reaches(ctx, unit))) return false
  return units.length > 0
}

export async function mustManage(ctx: Ctx, accountId: string): Promise<void> {
  if (!(await mayManage(ctx, accountId))) refuse('forbidden', 'kernel.outside_your_unit')
}
