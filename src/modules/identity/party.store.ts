/** Persons and organisations as rows, and what the provider of their identity last said of them. */
import type { Db } from '#kernel/db/open.ts'
import { statement } from '#kernel/db/statement.ts'
import { newId } from '#kernel/id.ts'
import type { Day } from '#kernel/time.ts'

export type PartyKind = 'person' | 'organisation'
export type Party = {
  id: string
  kind: PartyKind
  number: string
  name: string
  email: string | null
  emailVerifiedAt: Date | null
  phone: string | null
  locale: string
}

const parties = (db: Db) =>
  db
    .selectFrom('identity.party')
    .select(['id', 'number', 'name', 'email', 'emailVerifiedAt', 'phone', 'locale'])
    .select((select) => select.ref('kind').$castTo<PartyKind>().as('kind'))

export const findParty = (db: Db, id: string): Promise<Party | undefined> =>
  parties(db).where('id', '=', id).executeTakeFirst()

/** What they are called. */
export async function namesOfParties(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('identity.party').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** The party with a number: the row that is there, or a new one. Two at once make one. */
export async function ensureParty(
  db: Db,
  { kind, number, name, now }: { kind: PartyKind; number: string; name: string; now: Date },
): Promise<Party> {
  await db
    .insertInto('identity.party')
    .values({ id: newId(now), kind, number, name, createdAt: now })
    .onConflict((conflict) => conflict.columns(['kind', 'number']).doNothing())
    .execute()
  return parties(db).where('kind', '=', kind).where('number', '=', number).executeTakeFirstOrThrow()
}

export async function updateParty(
  db: Db,
  id: string,
  change: {
    name?: string
    email?: string | null
    emailVerifiedAt?: Date | null
    phone?: string | null
    locale?: string
  },
): Promise<void> {
  await db.updateTable('identity.party').set(change).where('id', '=', id).execute()
}

/** What the state knows of a party, with who said so and when: for forms, as values that are not asked again. */
export type Profile = {
  partyId: string
  kind: PartyKind
  name: string
  number: string
  birthDay: Day | null
  sex: 'male' | 'female' | null
  residence: string | null
  /** When the provider said it; `null` while nobody has vouched for the party. */
  at: Date | null
  provider: string | null
  /** Where the party is told, and in which language. */
  email: string | null
  emailVerifiedAt: Date | null
  locale: string
}

const lastVouchedFor = statement((db, { partyId }: { partyId: string }) =>
  db
    .selectFrom('identity.party as p')
    .leftJoin('identity.electronic_identity as e', 'e.partyId', 'p.id')
    .select([
      'p.id',
      'p.name',
      'p.number',
      'p.email',
      'p.emailVerifiedAt',
      'p.locale',
      'e.birthDay',
      'e.residence',
      'e.seenAt',
      'e.provider',
    ])
    .select((select) => [
      select.ref('p.kind').$castTo<PartyKind>().as('kind'),
      select.ref('e.sex').$castTo<'male' | 'female' | null>().as('sex'),
    ])
    .where('p.id', '=', partyId)
    .orderBy('e.seenAt', (order) => order.desc().nullsLast())
    .limit(1),
)

export async function profileOf(db: Db, partyId: string): Promise<Profile | undefined> {
  const [row] = await lastVouchedFor(db, { partyId })
  if (!row) return undefined
  const { id, seenAt, ...facts } = row
  return { ...facts, partyId: id, at: seenAt }
}
