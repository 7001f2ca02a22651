/** Units around the things of a plan: who cooperates, and what units are called. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type UnitRow, listUnits } from '#kernel/unit.store.ts'
import type { Day } from '#kernel/time.ts'
import { refuseField } from '#kernel/problem.ts'

const anyOf = <T>(list: readonly T[], type: 'uuid[]' | 'integer[]') => sql<T>`any(${[...list]}::${sql.raw(type)})`

/** Of a target or task `t`: one of the units leads it or cooperates on it. */
export const isWorkOf = (unitIds: readonly number[]) => {
  const units = anyOf(unitIds, 'integer[]')
  return sql<boolean>`(t.lead_unit_id = ${units}
    or exists (select from plan.cooperation c where c.thing_id = t.id and c.unit_id = ${units}))`
}

/** By thing: the units that cooperate on it. */
export async function cooperationOf(db: Db, thingIds: readonly string[]): Promise<Map<string, number[]>> {
  const rows = await db
    .selectFrom('plan.cooperation')
    .select(['thingId', 'unitId'])
    .where('thingId', '=', anyOf(thingIds, 'uuid[]'))
    .orderBy('unitId')
    .execute()
  const found = new Map<string, number[]>(thingIds.map((id) => [id, []]))
  for (const { thingId, unitId } of rows) found.get(thingId)?.push(unitId)
  return found
}

export async function setCooperation(db: Db, thingId: string, unitIds: readonly number[]) {
  await db.deleteFrom('plan.cooperation').where('thingId', '=', thingId).execute()
  if (unitIds.length === 0) return
  await db
    .insertInto('plan.cooperation')
    .values([...new Set(unitIds)].map((unitId) => ({ thingId, unitId })))
    .execute()
}

type UnitName = { id: number; slug: string; name: string }
export type UnitNames = ReadonlyMap<number, UnitName>

/** What units are called now, or were called last. */
export async function unitNames(db: Db, ids: readonly (number | null)[]): Promise<UnitNames> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows = await db
    .selectFrom('kernel.unit as u')
    .innerJoin('kernel.unit_version as v', 'v.unitId', 'u.id')
    .select(['u.id', 'u.slug', 'v.name'])
    .where('u.id', '=', anyOf(wanted, 'integer[]'))
    .orderBy('v.validFrom')
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Refuses units that do not stand on the day: one cannot be given work any more. */
export async function mustStand(db: Db, field: string, ids: readonly number[], on: Day): Promise<UnitRow[]> {
  const standing = await listUnits(db, on)
  if (ids.some((id) => !standing.some((unit) => unit.id === id))) refuseField(field, 'plan.work.no_such_unit')
  return standing
}
