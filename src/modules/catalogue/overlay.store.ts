/** Local rows about national procedures: only added to, and ended. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { channelOf, type OverlayContent } from './overlay.ts'

const rows = (db: Db) =>
  db
    .selectFrom('catalogue.overlay')
    .select(['id', 'procedureCode', 'citation', 'verified', 'createdAt'])
    .select((c) => [
      c.ref('content').$castTo<OverlayContent>().as('content'),
      c.ref('validFrom').$castTo<Day>().as('validFrom'),
      c.ref('validTo').$castTo<Day | null>().as('validTo'),
    ])
export type OverlayRow = Awaited<ReturnType<typeof listOverlays>>[number]

/** All there ever were, the newest first. */
export const listOverlays = (db: Db, procedure: string) =>
  rows(db).where('procedureCode', '=', procedure).orderBy('validFrom', 'desc').orderBy('createdAt', 'desc').execute()

export const overlaysOn = (db: Db, procedure: string, on: Day) =>
  rows(db)
    .where('procedureCode', '=', procedure)
    .where('validFrom', '<=', on)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', on)]))
    .orderBy('createdAt', 'desc')
    .execute()

export const holdOverlay = async (db: Db, id: string) =>
  (await rows(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('missing', 'catalogue.overlay.missing')

/** Those that say the same kind of thing about the same channel from this day on or through it. */
export const rivalsOf = (db: Db, procedure: string, content: OverlayContent, from: Day) =>
  rows(db)
    .where('procedureCode', '=', procedure)
    .where('kind', '=', content.kind)
    .where(sql<boolean>`channel is not distinct from ${channelOf(content)}`)
    .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', from)]))
    .forUpdate()
    .execute()

type New = {
  id: string
  procedureCode: string
  content: OverlayContent
  citation: string
  verified: boolean
  validFrom: Day
  createdAt: Date
  createdBy: string | null
}

export const insertOverlays = (db: Db, all: readonly New[]) =>
  db
    .insertInto('catalogue.overlay')
    .values(
      all.map(({ content, ...row }) => ({
        ...row,
        kind: content.kind,
        channel: channelOf(content),
        content: JSON.stringify(content),
      })),
    )
    .execute()

export const endOverlayOn = (db: Db, id: string, on: Day) =>
  db.updateTable('catalogue.overlay').set({ validTo: on }).where('id', '=', id).execute()

/** Which of these procedures were ever said to be owned by another system. */
export async function ownedEver(db: Db, procedures: readonly string[]): Promise<Set<string>> {
  const found = await db
    .selectFrom('catalogue.overlay')
    .select('procedureCode')
    .where('kind', '=', 'owner')
    .where('procedureCode', 'in', [...procedures])
    .execute()
  return new Set(found.map(({ procedureCode }) => procedureCode))
}
