/** Published versions of services: the one in force, or the one a dossier was filed under. */
import type { Db } from '#kernel/db/open.ts'
import { statement } from '#kernel/db/statement.ts'
import type { Service } from './service.ts'

export type PublishedService = { readonly version: number; readonly service: Service }

export async function findServiceInForce(db: Db, procedure: string): Promise<PublishedService | undefined> {
  const row = await db
    .selectFrom('services.version')
    .select(['version', 'content'])
    .where('procedureCode', '=', procedure)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return row && { version: row.version, service: row.content as Service }
}

const inForce = statement((db, { procedure }: { procedure: string }) =>
  db
    .selectFrom('services.version')
    .select('version')
    .where('procedureCode', '=', procedure)
    .where('validTo', 'is', null),
)

/** Which version is in force: for whoever has its content at hand already. */
export const findVersionInForce = async (db: Db, procedure: string): Promise<number | undefined> =>
  (await inForce(db, { procedure }))[0]?.version

export async function findServiceVersion(db: Db, procedure: string, version: number): Promise<Service | undefined> {
  const row = await db
    .selectFrom('services.version')
    .select('content')
    .where('procedureCode', '=', procedure)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (row.content as Service)
}

export const listVersions = (db: Db, procedure: string) =>
  db
    .selectFrom('services.version')
    .select(['version', 'kind', 'validFrom', 'validTo', 'publishedBy', 'endedWhy'])
    .where('procedureCode', '=', procedure)
    .orderBy('version', 'desc')
    .execute()

/** Whether there was one to end. */
export async function endVersion(db: Db, procedure: string, now: Date, why: string | null): Promise<boolean> {
  const ended = await db
    .updateTable('services.version')
    .set({ validTo: now, endedWhy: why })
    .where('procedureCode', '=', procedure)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

export async function insertVersion(db: Db, service: Service, now: Date, by: string | null): Promise<number> {
  const { procedure: procedureCode, general } = service
  const last = await db
    .selectFrom('services.version')
    .select((c) => c.fn.max('version').as('version'))
    .where('procedureCode', '=', procedureCode)
    .executeTakeFirst()
  const version = (last?.version ?? 0) + 1
  const content = JSON.stringify(service)
  const kind = general ? 'general' : 'modelled'
  await db
    .insertInto('services.version')
    .values({ procedureCode, version, kind, content, validFrom: now, publishedBy: by })
    .execute()
  return version
}
