/** Published versions of services: the one in force, or the one a dossier was filed under. */
import type { Db } from '#kernel/db/open.ts'
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

export async function findServiceVersion(db: Db, procedure: string, version: number): Promise<Service | undefined> {
  const row = await db
    .selectFrom('services.version')
    .select('content')
    .where('procedureCode', '=', procedure)
    .where('version', '=', version)
    .executeTakeFirst()
  return row && (row.content as Service)
}
