/** Procedures and their versions, as they were published. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { PublishedChannel } from './channel-table.ts'
import type { Offer } from './offer.ts'
import type { Level, Procedure } from './procedure.ts'

const versions = (db: Db) =>
  db
    .selectFrom('catalogue.procedure_version as v')
    .select(['v.procedureCode', 'v.version', 'v.importId', 'v.validFrom', 'v.validTo'])

/** With what it says: a list of versions leaves that out. */
const withContent = (db: Db) => versions(db).select((c) => c.ref('v.content').$castTo<Procedure>().as('procedure'))

export type ProcedureVersion = Awaited<ReturnType<ReturnType<typeof withContent>['executeTakeFirstOrThrow']>>

const findProcedureInForce = (db: Db, code: string): Promise<ProcedureVersion | undefined> =>
  withContent(db).where('v.procedureCode', '=', code).where('v.validTo', 'is', null).executeTakeFirst()

export const getProcedure = async (db: Db, code: string): Promise<ProcedureVersion> =>
  (await findProcedureInForce(db, code)) ?? refuse('missing', 'catalogue.missing')

export const getVersion = async (db: Db, code: string, version: number): Promise<ProcedureVersion> =>
  (await withContent(db).where('v.procedureCode', '=', code).where('v.version', '=', version).executeTakeFirst()) ??
  refuse('missing', 'catalogue.missing')

export const listVersions = (db: Db, code: string) =>
  versions(db)
    .innerJoin('catalogue.import as i', 'i.id', 'v.importId')
    .select('i.fileName')
    .where('v.procedureCode', '=', code)
    .orderBy('v.version', 'desc')
    .execute()

export type FoundProcedure = Pick<Procedure, 'code' | 'name' | 'levels' | 'field' | 'agency' | 'channels'>

/** What other modules ask of a procedure. */
export async function findProcedure(db: Db, code: string): Promise<FoundProcedure | undefined> {
  const found = await findProcedureInForce(db, code)
  if (!found) return undefined
  const { name, levels, field, agency, channels } = found.procedure
  return { code, name, levels, field, agency, channels }
}

/** What the search keeps of each: no more of the content than it shows or looks through. */
export const listForSearch = async (db: Db) =>
  db
    .selectFrom('catalogue.procedure as p')
    .innerJoin('catalogue.procedure_version as v', (join) =>
      join.onRef('v.procedureCode', '=', 'p.code').onRef('v.version', '=', 'p.version'),
    )
    .leftJoin('catalogue.offer as o', (join) =>
      join.onRef('o.procedureCode', '=', 'p.code').on('o.validTo', 'is', null),
    )
    .select(['p.code', 'p.name', 'p.field', 'p.agency', 'p.changedAt'])
    .select((c) => [
      c.ref('p.levels').$castTo<Level[]>().as('levels'),
      sql<PublishedChannel[]>`v.content->'channels'`.as('channels'),
      sql<string>`coalesce(v.content->>'keywords', '')`.as('keywords'),
      sql<{ name: string }[]>`v.content->'results'`.as('results'),
      sql<Offer['kind'] | null>`o.content->>'kind'`.as('offered'),
      sql<boolean>`exists (select from catalogue.overlay w where w.procedure_code = p.code and w.kind = 'owner' and w.valid_to is null)`.as(
        'owned',
      ),
    ])
    .orderBy('p.code')
    .execute()
export type ForSearch = Awaited<ReturnType<typeof listForSearch>>[number]

/** Whether a system of a ministry owns it: then it is shown and handed over, never offered twice. */
export const isHandedOver = async (db: Db, code: string): Promise<boolean> =>
  (await db
    .selectFrom('catalogue.overlay')
    .select('id')
    .where('procedureCode', '=', code)
    .where('kind', '=', 'owner')
    .where('validTo', 'is', null)
    .executeTakeFirst()) !== undefined

/** All there are, for whoever designs services: the code, the name, and whether another system owns it. */
export const listProcedureHeads = (db: Db) =>
  db
    .selectFrom('catalogue.procedure as p')
    .select(['p.code', 'p.name', 'p.changedAt'])
    .select(
      sql<boolean>`exists (select from catalogue.overlay w where w.procedure_code = p.code and w.kind = 'owner' and w.valid_to is null)`.as(
        'handedOver',
      ),
    )
    .orderBy('p.code')
    .execute()

/** Code and moment of the newest change: what a sitemap tells. */
export const listChanged = (db: Db) =>
  db.selectFrom('catalogue.procedure').select(['code', 'changedAt']).orderBy('code').execute()

type Line = { code: string; name: string }

/** Of an import that waits: new, changed, and what is here and not in the file. */
export async function listChanges(
  db: Db,
  importId: string,
  kind: 'new' | 'changed' | 'absent',
  limit: number,
): Promise<Line[]> {
  const { rows } =
    kind === 'absent'
      ? await sql<Line>`select p.code, p.name from catalogue.procedure p where not exists (
          select from catalogue.import_line l where l.import_id = ${importId} and l.procedure_code = p.code)
          order by p.code limit ${limit}`.execute(db)
      : await sql<Line>`select l.procedure_code as code, l.content->>'name' as name from catalogue.import_line l
          left join catalogue.procedure p on p.code = l.procedure_code
          where l.import_id = ${importId} and (case when ${kind === 'new'} then p.code is null else p.hash <> l.hash end)
          order by l.procedure_code limit ${limit}`.execute(db)
  return rows
}

/** What waits to become the next version, and what is in force. */
export async function findChange(db: Db, importId: string, code: string) {
  const line = await db
    .selectFrom('catalogue.import_line')
    .select((c) => c.ref('content').$castTo<Procedure>().as('procedure'))
    .where('importId', '=', importId)
    .where('procedureCode', '=', code)
    .executeTakeFirst()
  if (!line) return undefined
  return { after: line.procedure, before: (await findProcedureInForce(db, code))?.procedure }
}
