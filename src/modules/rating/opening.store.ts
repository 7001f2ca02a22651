/** Opening what a low rating asks for, and telling whoever answers for the unit, or above it. */
import { calendarOf } from '#kernel/calendar.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { notify } from '#kernel/notice.store.ts'
import { dayOf } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { dueOf, ownerAmong } from './follow-up.ts'
import { insertFollowUp, updateFollowUp, type Waiting } from './follow-up.store.ts'
import { ratingRulesOn } from './rating-rule.ts'

const answerers = 'rating.answer'
export const hrefOf = (id: string) => `/phan-hoi-danh-gia/${id}`

/** The nearest unit in which somebody is told. */
async function tellNearest(
  ctx: Ctx,
  units: readonly number[],
  told: { key: 'rating.notice.opened' | 'rating.notice.late'; id: string; due: string },
) {
  for (const unitId of units) {
    const people = await notify(ctx, {
      to: { unitId, permission: answerers },
      key: told.key,
      params: { due: told.due },
      href: hrefOf(told.id),
      mail: true,
    })
    if (people.length > 0) return people
  }
  return []
}

const spoken = (day: string) => day.split('-').toReversed().join('/')

/** In the transaction of the change. */
export async function openFollowUp(ctx: Ctx, { id: ratingId, unitId, handledBy }: Waiting): Promise<string> {
  const today = dayOf(ctx.now)
  const above = await listAncestors(ctx.db, unitId, today)
  const dueOn = dueOf(today, ratingRulesOn(today), await calendarOf(ctx.db, above))
  const id = await insertFollowUp(ctx.db, { ratingId, unitId, openedOn: today, dueOn })
  const units = above.map((unit) => unit.id)
  const told = await tellNearest(ctx, units, { key: 'rating.notice.opened', id, due: spoken(dueOn) })
  await updateFollowUp(ctx.db, id, { ownerId: ownerAmong(told, handledBy) })
  return id
}

/** Nobody answered in time: whoever is above the unit is told; where nobody is, the unit once more. */
export async function escalate(ctx: Ctx, { id, unitId }: Waiting): Promise<void> {
  const today = dayOf(ctx.now)
  const [own, ...above] = (await listAncestors(ctx.db, unitId, today)).map((unit) => unit.id)
  const units = own === undefined ? above : [...above, own]
  await tellNearest(ctx, units, { key: 'rating.notice.late', id, due: '' })
  await updateFollowUp(ctx.db, id, { escalatedOn: today })
}
