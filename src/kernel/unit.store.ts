/** Units as of a day, by index: who is below whom, who was called what, what a code meant. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { refuse } from './problem.ts'
import type { Day } from './time.ts'

export type UnitRow = {
  id: number
  slug: string
  name: string
  shortName: string | null
  kind: string
  parentId: number | null
}

/** `on` lies within valid_from (included) and valid_to (not included). */
const versions = (db: Db, on: Day) =>
  db
    .selectFrom('kernel.unit as u')
    .innerJoin('kernel.unit_version as v', 'v.unitId', 'u.id')
    .select(['u.id', 'u.slug', 'v.name', 'v.shortName', 'v.kind', 'v.parentId'])
    .where('v.validFrom', '<=', on)
    .where((where) => where.or([where('v.validTo', 'is', null), where('v.validTo', '>', on)]))

export const findUnit = (db: Db, slug: string, on: Day): Promise<UnitRow | undefined> =>
  versions(db, on).where('u.slug', '=', slug).executeTakeFirst()

export const getUnit = async (db: Db, slug: string, on: Day): Promise<UnitRow> =>
  (await findUnit(db, slug, on)) ?? refuse('missing', 'kernel.unit.missing')

export const listUnits = (db: Db, on: Day): Promise<UnitRow[]> => versions(db, on).orderBy('v.folded').execute()

/** The unit of the province itself. Others may stand below nobody too: the party's newspaper, the delegation's office. */
export const findTopUnit = (db: Db, on: Day): Promise<UnitRow | undefined> =>
  versions(db, on).where('v.parentId', 'is', null).where('v.kind', '=', 'province').executeTakeFirst()

export const listChildren = (db: Db, parentId: number, on: Day): Promise<UnitRow[]> =>
  versions(db, on).where('v.parentId', '=', parentId).orderBy('v.folded').execute()

const treeOn = (db: Db, on: Day) =>
  db
    .selectFrom('kernel.unit_tree as t')
    .where('t.validFrom', '<=', on)
    .where((where) => where.or([where('t.validTo', 'is', null), where('t.validTo', '>', on)]))

/** The ids of a unit and of all below it. */
export const idsBelow = async (db: Db, unitId: number, on: Day): Promise<number[]> =>
  (await treeOn(db, on).select('t.descendantId').where('t.ancestorId', '=', unitId).execute()).map(
    (row) => row.descendantId,
  )

/** From the unit up to the province. */
export const listAncestors = (db: Db, unitId: number, on: Day): Promise<UnitRow[]> =>
  versions(db, on)
    .innerJoin('kernel.unit_tree as t', 't.ancestorId', 'u.id')
    .where('t.descendantId', '=', unitId)
    .where('t.validFrom', '<=', on)
    .where((where) => where.or([where('t.validTo', 'is', null), where('t.validTo', '>', on)]))
    .orderBy('t.depth')
    .execute()

export async function isBelow(db: Db, unitId: number, ancestorId: number, on: Day): Promise<boolean> {
  const found = await treeOn(db, on)
    .select('t.depth')
    .where('t.ancestorId', '=', ancestorId)
    .where('t.descendantId', '=', unitId)
    .executeTakeFirst()
  return found !== undefined
}

/** What a code meant on a day; a code alone means different units over time. */
export const findUnitByCode = (db: Db, system: string, code: string, on: Day): Promise<UnitRow | undefined> =>
  versions(db, on)
    .innerJoin('kernel.unit_code as c', 'c.unitId', 'u.id')
    .where('c.system', '=', system)
    .where('c.code', '=', code)
    .where('c.validFrom', '<=', on)
    .where((where) => where.or([where('c.validTo', 'is', null), where('c.validTo', '>', on)]))
    .executeTakeFirst()

export const rebuildUnitTree = (db: Db) => sql`select kernel.rebuild_unit_tree()`.execute(db)
