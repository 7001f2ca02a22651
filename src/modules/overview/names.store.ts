/** What units and people on a page are called. */
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { officerNames } from '#modules/scores/public.ts'

export async function namesFor({ db, now }: Pick<Ctx, 'db' | 'now'>, accounts: readonly (string | null)[]) {
  const units = await listUnits(db, dayOf(now))
  const people = await officerNames(db, [...new Set(accounts)])
  return {
    units: new Map(units.map(({ id, name }) => [id, name])),
    people: new Map([...people].map(([id, { name }]) => [id, name])),
  }
}

export const accountsIn = (
  rows: readonly { toAccount: string | null; sentBy: string; readBy: string | null; doneBy: string | null }[],
) => rows.flatMap(({ toAccount, sentBy, readBy, doneBy }) => [toAccount, sentBy, readBy, doneBy])
