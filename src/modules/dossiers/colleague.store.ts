/** Members of staff to whom a dossier may be given: in post in the unit, or above it, with the permission to do it. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf } from '#kernel/time.ts'

export type Colleague = { readonly accountId: string; readonly name: string; readonly title: string }

const colleagues = (ctx: Ctx, unitId: number, permission: string) => {
  const today = dayOf(ctx.now)
  return ctx.db
    .selectFrom('kernel.post as p')
    .innerJoin('kernel.role as r', 'r.code', 'p.roleCode')
    .innerJoin('kernel.account as a', 'a.id', 'p.accountId')
    .select(['p.accountId', 'a.name', 'p.title'])
    .distinct()
    .where('p.unitId', '=', unitId)
    .where(sql<boolean>`${permission} = any(r.permissions)`)
    .where('p.validFrom', '<=', today)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', today)]))
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', today)]))
}

export const listColleagues = (ctx: Ctx, unitId: number, permission: string): Promise<Colleague[]> =>
  colleagues(ctx, unitId, permission).orderBy('a.name').execute()

export const findColleague = (
  ctx: Ctx,
  unitId: number,
  accountId: string,
  permission: string,
): Promise<Colleague | undefined> =>
  colleagues(ctx, unitId, permission).where('p.accountId', '=', accountId).executeTakeFirst()

/** What accounts are called. */
export async function namesOf(ctx: Ctx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('kernel.account').select(['id', 'name']).where('id', 'in', asked).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
