/** The week a service is held against: as the unit of whoever designs it works. */
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { weekOf } from './limit.ts'
import type { World } from './proof.ts'

export async function worldOf(ctx: Ctx): Promise<World> {
  const on = dayOf(ctx.now)
  const above = ctx.actor.unitId === null ? [] : await listAncestors(ctx.db, ctx.actor.unitId, on)
  return { on, week: weekOf(await calendarOf(ctx.db, above), on) }
}
