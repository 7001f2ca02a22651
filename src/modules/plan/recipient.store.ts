/** Who is told: people whose post in a unit lets them do something, as posts stand on a day. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import type { Rung } from './ladder.ts'

export type Recipient = { accountId: string; name: string }

export const listHolders = (db: Db, unitId: number, permission: string, on: Day): Promise<Recipient[]> =>
  db
    .selectFrom('kernel.post as p')
    .innerJoin('kernel.account as a', 'a.id', 'p.accountId')
    .innerJoin('kernel.role as r', 'r.code', 'p.roleCode')
    .select(['p.accountId', 'a.name'])
    .distinct()
    .where('p.unitId', '=', unitId)
    .where(sql<boolean>`${permission} = any(r.permissions)`)
    .where('p.validFrom', '<=', on)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', on)]))
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', on)]))
    .orderBy('a.name')
    .execute()

/** From the unit to the province; `above` is the unit between them, where there is one. */
export async function lineOf(db: Db, unitId: number, on: Day) {
  const line = await listAncestors(db, unitId, on)
  const parent = line[1]
  return { line, above: line.length > 2 && parent ? parent : null, top: line.at(-1) ?? null }
}

/** The unit a rung speaks to for a unit that was reminded. */
export async function unitOfRung(db: Db, unitId: number, rung: Rung, on: Day): Promise<number | null> {
  if (rung.of === 'unit') return unitId
  const { above, top } = await lineOf(db, unitId, on)
  return (rung.of === 'above' ? above : top)?.id ?? null
}
