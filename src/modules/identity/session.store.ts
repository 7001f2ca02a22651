/** The session of a citizen: who signed in with an electronic identity, and for whom they act. */
import type { Citizen } from '#kernel/access.ts'
import type { Db } from '#kernel/db/open.ts'

export type CitizenSession = {
  tokenHash: string
  citizen: Citizen
  /** Of the person. */
  name: string
  /** Of the party acted for. */
  partyName: string
  locale: string
}

/** The session of a token, unless it has ended or was idle too long. */
export async function findCitizenSession(
  db: Db,
  tokenHash: string,
  now: Date,
  idleMinutes: number,
): Promise<CitizenSession | undefined> {
  const row = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.party as person', 'person.id', 's.personId')
    .innerJoin('identity.party as party', 'party.id', 's.partyId')
    .select(['s.personId', 's.partyId', 's.assurance', 's.seenAt', 'person.name', 'person.locale'])
    .select('party.name as partyName')
    .where('s.tokenHash', '=', tokenHash)
    .where('s.endedAt', 'is', null)
    .where('s.seenAt', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.seenAt.getTime() > 60_000)
    await db.updateTable('identity.session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
  const { personId, partyId, name, partyName, locale } = row
  return {
    tokenHash,
    citizen: { personId, partyId, assurance: row.assurance === 2 ? 2 : 1 },
    name,
    partyName,
    locale,
  }
}

export type NewCitizenSession = Citizen & {
  tokenHash: string
  provider: string
  now: Date
  userAgent: string | null
  address: string | null
}

export async function insertCitizenSession(db: Db, { now, ...session }: NewCitizenSession): Promise<void> {
  await db
    .insertInto('identity.session')
    .values({ ...session, createdAt: now, seenAt: now })
    .execute()
}
