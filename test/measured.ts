/** Small worlds for tests of measures: units with a history, three measures, and what is kept of their closings. */
import type { Db } from '#kernel/db/open.ts'
import type { Fact, MeasureForm } from '#kernel/measure.ts'
import { registerMeasures } from '#kernel/measure-fact.store.ts'
import { type Day, day } from '#kernel/time.ts'
import { rebuildUnitTree } from '#kernel/unit.store.ts'

let worlds = 0

export type Version = { unit: number; parent: number | null; from: Day; to: Day | null }

export const kinds = ['ratio', 'plain', 'stock'] as const
export type Kind = (typeof kinds)[number]
export type Own = { kind: Kind; unit: number; day: Day; numerator: number; denominator: number | null }

/** Units are named by their number in this world. */
export type World = { ids: readonly number[]; codes: Record<Kind, string> }

/** Units and measures of their own, so that one world does not see another. */
export async function buildWorld(db: Db, versions: readonly Version[]): Promise<World> {
  worlds += 1
  const world = worlds
  const count = Math.max(...versions.map(({ unit }) => unit)) + 1
  const slugs = Array.from({ length: count }, (_, unit) => ({ slug: `w${world}-${unit}` }))
  const ids = (await db.insertInto('kernel.unit').values(slugs).returning('id').execute()).map(({ id }) => id)
  await db
    .insertInto('kernel.unit_version')
    .values(versions.map((version) => rowOf(version, ids)))
    .execute()
  await rebuildUnitTree(db)
  const codes = { ratio: `w${world}.ratio`, plain: `w${world}.plain`, stock: `w${world}.stock` }
  const common = { unit: 'count', direction: 'up', validFrom: day('2020-01-01') } as const
  const measures: MeasureForm[] = [
    { ...common, code: codes.ratio, kind: 'flow', denominator: 'all' },
    { ...common, code: codes.plain, kind: 'flow', denominator: null },
    { ...common, code: codes.stock, kind: 'stock', denominator: 'all' },
  ]
  await registerMeasures(db, measures)
  return { ids, codes }
}

const rowOf = ({ unit, parent, from, to }: Version, ids: readonly number[]) => ({
  unitId: ids[unit] as number,
  name: `Unit ${unit}`,
  folded: `unit ${unit}`,
  kind: 'test',
  parentId: parent === null ? null : (ids[parent] as number),
  validFrom: from,
  validTo: to,
})

export type Sums = Map<string, { numerator: number; denominator: number | null }>

/** By kind, number of the unit and month: `plain 0 2025-05-01`. */
export async function keptClosings(db: Db, { ids, codes }: World): Promise<Sums> {
  const rows = await db
    .selectFrom('kernel.closing as c')
    .innerJoin('kernel.measure as m', 'm.no', 'c.measureNo')
    .select(['m.code', 'c.unitId', 'c.month', 'c.numerator', 'c.denominator'])
    .where('m.code', 'in', Object.values(codes))
    .execute()
  return new Map(
    rows.map(({ code, unitId, month, numerator, denominator }) => [
      `${code.split('.')[1]} ${ids.indexOf(unitId)} ${month}`,
      { numerator: Number(numerator), denominator: denominator === null ? null : Number(denominator) },
    ]),
  )
}

export const factOf = (own: Own, { ids, codes }: World): Fact => ({
  measure: codes[own.kind],
  unitId: ids[own.unit] as number,
  day: own.day,
  numerator: own.numerator,
  denominator: own.denominator,
})
