/** Services that are being designed, and which of them are in force. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Service } from './service.ts'

const rows = (db: Db) =>
  db
    .selectFrom('services.service as s')
    .select(['s.procedureCode', 's.draftVersion', 's.changedAt', 's.changedBy', 's.title'])
    .select((c) => c.ref('s.draft').$castTo<Service | null>().as('draft'))

export type ServiceRow = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>
export type Drafted = ServiceRow & { draft: Service }

export const findService = (db: Db, procedure: string): Promise<ServiceRow | undefined> =>
  rows(db).where('s.procedureCode', '=', procedure).executeTakeFirst()

export const getService = async (db: Db, procedure: string): Promise<ServiceRow> =>
  (await findService(db, procedure)) ?? refuse('missing', 'services.missing')

/** As `findService`; and nobody else changes it until this transaction ends. */
export const holdService = (db: Db, procedure: string): Promise<ServiceRow | undefined> =>
  rows(db).where('s.procedureCode', '=', procedure).forUpdate().executeTakeFirst()

/** With the kind of version in force, when there is one. */
export const listServices = (db: Db) =>
  rows(db)
    .leftJoin('services.version as v', (join) =>
      join.onRef('v.procedureCode', '=', 's.procedureCode').on('v.validTo', 'is', null),
    )
    .select(['v.version', 'v.validFrom'])
    .select((c) => c.ref('v.kind').$castTo<'modelled' | 'general' | null>().as('kind'))
    .orderBy('s.procedureCode')
    .execute()

export type ServiceLine = Awaited<ReturnType<typeof listServices>>[number]

type Change = { draft: Service | null; title: string; now: Date; by: string | null }

export const insertService = (db: Db, procedure: string, { draft, title, now, by }: Change) =>
  db
    .insertInto('services.service')
    .values({ procedureCode: procedure, draft: draft && JSON.stringify(draft), title, changedAt: now, changedBy: by })
    .execute()

/** Every change counts one up, so that whoever saw an earlier one is told. */
export async function updateService(db: Db, row: ServiceRow, { draft, title, now, by }: Change): Promise<number> {
  const draftVersion = row.draftVersion + 1
  await db
    .updateTable('services.service')
    .set({ draft: draft && JSON.stringify(draft), title, draftVersion, changedAt: now, changedBy: by })
    .where('procedureCode', '=', row.procedureCode)
    .execute()
  return draftVersion
}
