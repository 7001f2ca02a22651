/** Partner systems and their tokens as rows. */
import type { Actor } from '#kernel/access.ts'
import { nobody } from '#kernel/access.ts'
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf, type Day } from '#kernel/time.ts'
import { type Client, isClientOpen } from './client.ts'

export type ClientRow = Client & {
  secretHash: string
  secretMadeAt: Date
  lastUsedAt: Date | null
  createdAt: Date
}

const clients = (db: Db) =>
  db
    .selectFrom('identity.client')
    .select(['id', 'name', 'unitId', 'permissions', 'secretHash', 'secretMadeAt', 'validFrom', 'validTo'])
    .select(['lastUsedAt', 'createdAt'])

export const listClients = (db: Db): Promise<ClientRow[]> => clients(db).orderBy('id').execute()

export const findClient = (db: Db, id: string): Promise<ClientRow | undefined> =>
  clients(db).where('id', '=', id).executeTakeFirst()

export const holdClient = async (db: Db, id: string): Promise<ClientRow> =>
  (await clients(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('missing', 'kernel.missing')

/** `false`: the name is taken. */
export async function insertClient(db: Db, row: Omit<ClientRow, 'lastUsedAt'>): Promise<boolean> {
  const made = await db
    .insertInto('identity.client')
    .values({ ...row, permissions: [...row.permissions] })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export const updateClient = (
  db: Db,
  id: string,
  change: { secretHash?: string; secretMadeAt?: Date; validTo?: Day; lastUsedAt?: Date },
) => db.updateTable('identity.client').set(change).where('id', '=', id).execute()

type NewToken = { tokenHash: string; clientId: string; issuedAt: Date; expiresAt: Date }

/** What has run out goes at the same time, so that the table stays as small as it is used. */
export async function insertToken(db: Db, token: NewToken): Promise<void> {
  await db.deleteFrom('identity.client_token').where('expiresAt', '<', token.issuedAt).execute()
  await db.insertInto('identity.client_token').values(token).execute()
}

/** Whoever has the key no more has its tokens no more. */
export const dropTokens = (db: Db, clientId: string) =>
  db.deleteFrom('identity.client_token').where('clientId', '=', clientId).execute()

/** The system behind a token: as it is now, not as it was when the token was given. */
export async function findClientActor(db: Db, tokenHash: string, now: Date): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('identity.client_token as t')
    .innerJoin('identity.client as c', 'c.id', 't.clientId')
    .select(['c.id', 'c.name', 'c.unitId', 'c.permissions', 'c.validFrom', 'c.validTo'])
    .where('t.tokenHash', '=', tokenHash)
    .where('t.expiresAt', '>', now)
    .executeTakeFirst()
  if (!row || !isClientOpen(row, dayOf(now))) return undefined
  const { id, name, unitId, permissions } = row
  return { ...nobody, clientId: id, name, unitId, permissions: new Set(permissions) }
}
