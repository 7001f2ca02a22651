/** The session of a citizen: who signed in with an electronic identity, and for whom they act. */
import { sql } from 'kysely'
import type { Citizen } from '#kernel/access.ts'
import type { Db } from '#kernel/db/open.ts'
import { dayOf } from '#kernel/time.ts'

export type CitizenSession = {
  tokenHash: string
  citizen: Citizen
  /** Of the person. */
  name: string
  /** Of the party acted for. */
  partyName: string
  locale: string
  unread: number
}

/**
 * The session of a token, unless it has ended or was idle too long. Whoever acted for another whom they may not act for
 * any longer acts for themself.
 */
export async function findCitizenSession(
  db: Db,
  tokenHash: string,
  now: Date,
  idleMinutes: number,
): Promise<CitizenSession | undefined> {
  const today = dayOf(now)
  const stillActs = sql<boolean>`s.party_id = s.person_id or exists (
    select 1 from identity.representation r
    where r.actor_id = s.person_id and r.party_id = s.party_id and r.state = 'confirmed'
      and r.valid_from <= ${today} and coalesce(r.valid_to, 'infinity') > ${today})`
  const row = await db
    .selectFrom('identity.session as s')
    .innerJoin('identity.party as person', 'person.id', 's.personId')
    .innerJoin('identity.party as party', (join) =>
      join.on(sql<boolean>`party.id = case when ${stillActs} then s.party_id else s.person_id end`),
    )
    .select(['s.personId', 'party.id as partyId', 's.assurance', 's.seenAt', 'person.name', 'person.locale'])
    .select('party.name as partyName')
    .select(
      sql<number>`(select count(*) from kernel.notice n where n.party_id = party.id and n.read_at is null)`.as(
        'unread',
      ),
    )
    .where('s.tokenHash', '=', tokenHash)
    .where('s.endedAt', 'is', null)
    .where('s.seenAt', '>', new Date(now.getTime() - idleMinutes * 60_000))
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.seenAt.getTime() > 60_000)
    await db.updateTable('identity.session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
  const { personId, partyId, name, partyName, locale, unread } = row
  return {
    tokenHash,
    citizen: { personId, partyId, assurance: row.assurance === 2 ? 2 : 1 },
    name,
    partyName,
    locale,
    unread,
  }
}

export type NewCitizenSession = Citizen & {
  tokenHash: string
  provider: string
  now: Date
  userAgent: string | null
  address: string | null
  /** Whom the provider named behind an organisation. */
  behindId?: string | null
}

export async function insertCitizenSession(db: Db, { now, ...session }: NewCitizenSession): Promise<void> {
  await db
    .insertInto('identity.session')
    .values({ ...session, createdAt: now, seenAt: now })
    .execute()
}

export type CitizenSessionLine = {
  tokenHash: string
  createdAt: Date
  seenAt: Date
  userAgent: string | null
  address: string | null
}

/** Sessions of one person that have neither ended nor been idle since `seenAfter`, the latest first. */
export const listCitizenSessions = (db: Db, personId: string, seenAfter: Date): Promise<CitizenSessionLine[]> =>
  db
    .selectFrom('identity.session')
    .select(['tokenHash', 'createdAt', 'seenAt', 'userAgent', 'address'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .where('seenAt', '>', seenAfter)
    .orderBy('seenAt', 'desc')
    .execute()

export const updateCitizenSession = (db: Db, tokenHash: string, change: { partyId?: string; endedAt?: Date }) =>
  db
    .updateTable('identity.session')
    .set(change)
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .execute()
