/** Puts a province's pack into a database that has none: units, codes, calendar. Later changes come by decisions. */
import type { CalendarDay } from './calendar.ts'
import type { Db } from './db/open.ts'
import { fold } from './fold.ts'
import type { Pack } from './pack.ts'
import { type Day, day, plusDays } from './time.ts'
import type { Unit, UnitVersion } from './unit.ts'
import { rebuildUnitTree } from './unit.store.ts'

/** How the tables write `since before our records`. */
export const farPast: Day = day('0001-01-01')

/** Days in force are closed in data and rules (last day included), half open in tables. */
const fromOf = (validFrom: Day | null): Day => validFrom ?? farPast
const endOf = (validTo: Day | null): Day | null => validTo && plusDays(validTo, 1)

const hasUnits = async (db: Db) =>
  (await db.selectFrom('kernel.unit').select('id').limit(1).executeTakeFirst()) !== undefined

/** Returns whether anything was put in. */
export const applyPack = (database: Db, pack: Pack, holidays: readonly CalendarDay[]): Promise<boolean> =>
  database.transaction().execute(async (db) => {
    if (await hasUnits(db)) return false
    const ids = await insertUnits(db, pack.units)
    const root = ids.get(pack.province.root)
    if (root === undefined) throw new Error(`the pack has no unit ${pack.province.root}`)
    const { hours, citation, verified } = pack.calendar
    if (hours.length)
      await db
        .insertInto('kernel.calendar_hours')
        .values(
          hours.map((one) => ({
            unitId: root,
            weekday: one.weekday,
            fromClock: one.from,
            toClock: one.to,
            citation,
            verified,
            validFrom: fromOf(one.validFrom),
            validTo: endOf(one.validTo),
          })),
        )
        .execute()
    if (holidays.length)
      await db
        .insertInto('kernel.calendar_day')
        .values(
          holidays.map((one) => ({
            day: one.day,
            kind: one.kind,
            name: one.name,
            citation: one.citation,
            verified: one.verified,
            insteadOf: one.insteadOf,
          })),
        )
        .execute()
    return true
  })

async function insertUnits(db: Db, units: readonly Unit[]): Promise<Map<string, number>> {
  const rows = await db
    .insertInto('kernel.unit')
    .values(units.map(({ slug, source }) => ({ slug, source })))
    .returning(['id', 'slug'])
    .execute()
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  await insertVersions(
    db,
    (slug) => ids.get(slug) ?? 0,
    units.flatMap((unit) => unit.versions.map((version) => ({ unit, version }))),
  )
  await rebuildUnitTree(db)
  return ids
}

/** Versions of units that stand in their table already, with the codes each bears. */
export async function insertVersions(
  db: Db,
  idOf: (slug: string) => number,
  versions: readonly { unit: Unit; version: UnitVersion }[],
) {
  const rows = versions.map(({ unit: { slug, kind, verified }, version }) => ({
    kind,
    verified,
    unitId: idOf(slug),
    name: version.name,
    shortName: version.shortName,
    folded: fold(version.name),
    parentId: version.parent === null ? null : idOf(version.parent),
    validFrom: fromOf(version.validFrom),
    validTo: endOf(version.validTo),
  }))
  if (rows.length) await db.insertInto('kernel.unit_version').values(rows).execute()
  const codes = versions.flatMap(({ unit, version }) =>
    Object.entries(version.codes).map(([system, code]) => ({
      unitId: idOf(unit.slug),
      system,
      code,
      validFrom: fromOf(version.validFrom),
      validTo: endOf(version.validTo),
    })),
  )
  if (codes.length) await db.insertInto('kernel.unit_code').values(codes).execute()
}
