/** All the administrative units there ever were, by version: what a book of places is made of (`#fields/place-book.ts`). */
import type { Db } from './db/open.ts'
import { type Day, plusDays } from './time.ts'

const codesOf = 'gso'

/** `validTo` is the last day in force, as rules want it. */
export async function listAreas(db: Db) {
  const rows = await db
    .selectFrom('kernel.unit_version as v')
    .leftJoin('kernel.unit_code as c', (join) =>
      join
        .onRef('c.unitId', '=', 'v.unitId')
        .on('c.system', '=', codesOf)
        .on((on) => on.or([on('v.validTo', 'is', null), on('c.validFrom', '<', on.ref('v.validTo'))]))
        .on((on) => on.or([on('c.validTo', 'is', null), on('c.validTo', '>', on.ref('v.validFrom'))])),
    )
    .select(['v.unitId', 'v.parentId', 'v.kind', 'v.name', 'v.shortName', 'c.code'])
    .select(['v.validFrom', 'v.validTo', 'c.validFrom as codeFrom', 'c.validTo as codeTo'])
    .where('v.kind', 'in', ['province', 'district', 'commune'])
    .orderBy('v.folded')
    .execute()
  return rows.map(({ unitId, parentId, validFrom, validTo, codeFrom, codeTo, ...area }) => {
    const ends = [validTo, codeTo].filter((one) => one !== null).toSorted()
    return {
      ...area,
      id: String(unitId),
      parent: parentId === null ? null : String(parentId),
      validFrom: codeFrom !== null && codeFrom > validFrom ? codeFrom : validFrom,
      validTo: ends[0] === undefined ? null : lastBefore(ends[0]),
    }
  })
}

const lastBefore = (day: Day): Day => plusDays(day, -1)
