/** What one unit was called, under whom it stood and which codes it had, over all time. */
import type { Db } from './db/open.ts'
import type { Day } from './time.ts'

export type UnitVersionLine = {
  name: string
  kind: string
  parent: string | null
  verified: boolean
  validFrom: Day
  validTo: Day | null
}
export type UnitCodeLine = { system: string; code: string; validFrom: Day; validTo: Day | null }

/** The latest first. The parent is called what it was called when the version began. */
export const listVersions = (db: Db, slug: string): Promise<UnitVersionLine[]> =>
  db
    .selectFrom('kernel.unit_version as v')
    .innerJoin('kernel.unit as u', 'u.id', 'v.unitId')
    .leftJoin('kernel.unit_version as above', (join) =>
      join
        .onRef('above.unitId', '=', 'v.parentId')
        .onRef('above.validFrom', '<=', 'v.validFrom')
        .on((on) => on.or([on('above.validTo', 'is', null), on('above.validTo', '>', on.ref('v.validFrom'))])),
    )
    .select(['v.name', 'v.kind', 'above.name as parent', 'v.verified', 'v.validFrom', 'v.validTo'])
    .where('u.slug', '=', slug)
    .orderBy('v.validFrom', 'desc')
    .execute()

export const listCodes = (db: Db, slug: string): Promise<UnitCodeLine[]> =>
  db
    .selectFrom('kernel.unit_code as c')
    .innerJoin('kernel.unit as u', 'u.id', 'c.unitId')
    .select(['c.system', 'c.code', 'c.validFrom', 'c.validTo'])
    .where('u.slug', '=', slug)
    .orderBy('c.system')
    .orderBy('c.validFrom', 'desc')
    .execute()
