/** What units and officers are called. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'

export type UnitName = { id: number; slug: string; name: string }

/** As they are called now, or were last. */
export async function unitNames(db: Db, ids: readonly number[]): Promise<Map<number, UnitName>> {
  const { rows } = await sql<UnitName>`
    select distinct on (u.id) u.id, u.slug, v.name
    from kernel.unit u join kernel.unit_version v on v.unit_id = u.id
    where u.id = any(${[...new Set(ids)]}::integer[])
    order by u.id, v.valid_from desc`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export type OfficerName = { id: string; login: string; name: string }

export async function officerNames(db: Db, ids: readonly (string | null)[]): Promise<Map<string, OfficerName>> {
  const { rows } = await sql<OfficerName>`
    select id, login, name from kernel.account where id = any(${ids.filter((id) => id !== null)}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

export const findOfficer = (db: Db, login: string): Promise<OfficerName | undefined> =>
  db.selectFrom('kernel.account').select(['id', 'login', 'name']).where('login', '=', login).executeTakeFirst()
