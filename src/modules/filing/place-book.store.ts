/** The communes of the province over time, for questions about addresses. */
import { sql } from 'kysely'
import { type Area, type PlaceBook, placeBook } from '#fields/place-book.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { type Day, plusDays } from '#kernel/time.ts'

/** Of the statistics office: the code of an administrative unit. */
const system = 'gso'

/** How the tables write `since before our records`. */
const farPast = '0001-01-01'

async function readPlaceBook(db: Db): Promise<PlaceBook> {
  const rows = await db
    .selectFrom('kernel.unit_version as v')
    .select(['v.unitId', 'v.kind', 'v.parentId', 'v.name', 'v.shortName', 'v.validFrom', 'v.validTo'])
    .select(
      sql<string | null>`(select c.code from kernel.unit_code c where c.unit_id = v.unit_id and c.system = ${system}
        and c.valid_from <= coalesce(v.valid_to - 1, 'infinity') and coalesce(c.valid_to, 'infinity') > v.valid_from
        order by c.valid_from desc limit 1)`.as('code'),
    )
    .where('v.kind', 'in', ['province', 'district', 'commune'])
    .orderBy('v.folded')
    .execute()
  return placeBook(
    rows.map(
      (row): Area => ({
        ...row,
        id: String(row.unitId),
        parent: row.parentId === null ? null : String(row.parentId),
        validFrom: row.validFrom === farPast ? null : row.validFrom,
        validTo: row.validTo && plusDays(row.validTo as Day, -1),
      }),
    ),
  )
}

const minute = 60_000
const name = 'filing.places'

/** Kept for a minute at most: units change by decisions, and a form asks for them on every page. */
export async function placesOf({ db, now, shelf }: Ctx): Promise<PlaceBook> {
  if (!shelf) return readPlaceBook(db)
  if (db.isTransaction) return shelf.peek<PlaceBook>(name) ?? readPlaceBook(db)
  return shelf.keep(name, Math.floor(now.getTime() / minute), () => readPlaceBook(db))
}

/** Where no question asks for a place. */
export const noPlaces: PlaceBook = placeBook([])
