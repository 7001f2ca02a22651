/** Units with all their versions, out of the tables and back: what a reorganisation is worked out on. */
import type { Db } from './db/open.ts'
import { newId } from './id.ts'
import { remakeClosings } from './measure-closing.store.ts'
import { farPast, insertVersions } from './pack.store.ts'
import { type Day, dayOf, plusDays } from './time.ts'
import { type Unit, type UnitEvent, type UnitKind, type UnitVersion } from './unit.ts'
import { rebuildUnitTree } from './unit.store.ts'

const startOf = (from: Day): Day | null => (from === farPast ? null : from)
const lastOf = (to: Day | null): Day | null => to && plusDays(to, -1)

export async function loadUnits(db: Db): Promise<Unit[]> {
  const [units, versions, codes] = await Promise.all([
    db.selectFrom('kernel.unit').selectAll().orderBy('id').execute(),
    db.selectFrom('kernel.unit_version').selectAll().orderBy('validFrom').execute(),
    db.selectFrom('kernel.unit_code').selectAll().execute(),
  ])
  const slugOf = new Map(units.map(({ id, slug }) => [id, slug]))
  const versionsOf = Map.groupBy(versions, ({ unitId }) => unitId)
  const codesOf = Map.groupBy(codes, ({ unitId }) => unitId)
  return units.map(({ id, slug, source }) => {
    const own = versionsOf.get(id) ?? []
    const last = own.at(-1)
    return {
      slug,
      source: source ?? '',
      kind: (last?.kind ?? 'other') as UnitKind,
      verified: last?.verified ?? false,
      note: null,
      versions: own.map(
        (version): UnitVersion => ({
          name: version.name,
          shortName: version.shortName,
          parent: version.parentId === null ? null : (slugOf.get(version.parentId) ?? null),
          codes: Object.fromEntries(
            (codesOf.get(id) ?? [])
              .filter(
                (code) => code.validFrom < (version.validTo ?? '9999') && (code.validTo ?? '9999') > version.validFrom,
              )
              .map(({ system, code }) => [system, code]),
          ),
          validFrom: startOf(version.validFrom),
          validTo: lastOf(version.validTo),
          citation: null,
        }),
      ),
    }
  })
}

/** Writes what a reorganisation made of the units: ends what ended, begins what began, keeps the decisions. */
export async function saveReorganisation(
  db: Db,
  before: readonly Unit[],
  after: readonly Unit[],
  events: readonly UnitEvent[],
  now: Date,
) {
  const ids = new Map(
    (await db.selectFrom('kernel.unit').select(['id', 'slug']).execute()).map(({ id, slug }) => [slug, id]),
  )
  const known = new Map(before.map((unit) => [unit.slug, unit]))
  for (const unit of after.filter(({ slug }) => !ids.has(slug))) {
    const row = await db
      .insertInto('kernel.unit')
      .values({ slug: unit.slug, source: unit.source })
      .returning('id')
      .executeTakeFirstOrThrow()
    ids.set(unit.slug, row.id)
  }
  const idOf = (slug: string) => ids.get(slug) ?? 0
  const changed = after.filter(
    (unit) =>
      known.get(unit.slug)?.versions.length !== unit.versions.length ||
      known.get(unit.slug)?.versions.at(-1)?.validTo !== unit.versions.at(-1)?.validTo,
  )
  // Codes that end must have ended before others begin to use them.
  for (const unit of changed) await endVersions(db, idOf(unit.slug), unit, known.get(unit.slug))
  for (const unit of changed) await beginVersions(db, idOf, unit, known.get(unit.slug))
  for (const event of events) {
    const id = newId(now)
    await db
      .insertInto('kernel.unit_event')
      .values({ id, kind: event.kind, decision: event.decision, happenedOn: event.on, source: event.note })
      .execute()
    const parts = [
      ...event.from.map((slug) => ({ slug, side: 'from' })),
      ...event.to.map(({ slug }) => ({ slug, side: 'to' })),
    ]
    if (parts.length)
      await db
        .insertInto('kernel.unit_event_part')
        .values(parts.map(({ slug, side }) => ({ eventId: id, unitId: idOf(slug), side })))
        .execute()
  }
  await rebuildUnitTree(db)
  const from = events.map(({ on }) => on).toSorted()[0]
  if (from) await remakeClosings(db, from, dayOf(now))
}

async function endVersions(db: Db, unitId: number, unit: Unit, was: Unit | undefined) {
  const open = was?.versions.at(-1)
  const now = unit.versions[(was?.versions.length ?? 0) - 1]
  if (!open || open.validTo !== null || !now?.validTo) return
  const validTo = plusDays(now.validTo, 1)
  await db
    .updateTable('kernel.unit_version')
    .set({ validTo })
    .where('unitId', '=', unitId)
    .where('validTo', 'is', null)
    .execute()
  await db
    .updateTable('kernel.unit_code')
    .set({ validTo })
    .where('unitId', '=', unitId)
    .where('validTo', 'is', null)
    .execute()
}

const beginVersions = (db: Db, idOf: (slug: string) => number, unit: Unit, was: Unit | undefined) =>
  insertVersions(
    db,
    idOf,
    unit.versions.slice(was?.versions.length ?? 0).map((version) => ({ unit, version })),
  )
