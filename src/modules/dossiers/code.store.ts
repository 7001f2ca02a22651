/** Giving a dossier its code, in the transaction of its reception. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Day } from '#kernel/time.ts'
import { unitsToday } from '#modules/filing/public.ts'
import { nextOfDay } from './dossier.store.ts'

export async function giveCode(ctx: Ctx, unitId: number, on: Day): Promise<string> {
  const unit = (await unitsToday(ctx)).find(({ id }) => id === unitId)
  const sequence = await nextOfDay(ctx.db, unitId, on)
  return `${unit?.slug ?? unitId}-${on.slice(2).replaceAll('-', '')}-${String(sequence).padStart(4, '0')}`
}
