/** Electronic identities as rows: found by the provider's own key or by the number, kept fresh at each sign-in. */
import type { Db } from '#kernel/db/open.ts'
import type { Vouched } from './claims.ts'
import type { PartyKind } from './party.store.ts'

export const findIdentityByKey = (db: Db, provider: string, techId: string) =>
  db
    .selectFrom('identity.electronic_identity')
    .select(['partyId', 'techId'])
    .where('provider', '=', provider)
    .where('techId', '=', techId)
    .executeTakeFirst()

/** The party with a number, and the key of the identity it has with this provider, if any. */
export const findIdentityByNumber = (db: Db, provider: string, kind: PartyKind, number: string) =>
  db
    .selectFrom('identity.party as p')
    .leftJoin('identity.electronic_identity as e', (join) =>
      join.onRef('e.partyId', '=', 'p.id').on('e.provider', '=', provider),
    )
    .select(['p.id as partyId', 'e.techId'])
    .where('p.kind', '=', kind)
    .where('p.number', '=', number)
    .executeTakeFirst()

export async function keepIdentity(
  db: Db,
  provider: string,
  partyId: string,
  vouched: Vouched,
  now: Date,
): Promise<void> {
  const { techId, level, name, birthDay, sex, residence } = vouched
  const facts = { assurance: level, name, birthDay, sex, residence, seenAt: now }
  await db
    .insertInto('identity.electronic_identity')
    .values({ provider, techId, partyId, ...facts })
    .onConflict((conflict) => conflict.columns(['provider', 'techId']).doUpdateSet(facts))
    .execute()
}

export type ProviderStanding = { at: Date; state: 'up' | 'slow' | 'down' }

export const findProviderStanding = (db: Db, provider: string): Promise<ProviderStanding | undefined> =>
  db
    .selectFrom('identity.provider_check')
    .select('at')
    .select((select) => select.ref('state').$castTo<ProviderStanding['state']>().as('state'))
    .where('provider', '=', provider)
    .executeTakeFirst()

/** The newest word counts; one that was asked for earlier and came later does not undo it. */
export async function keepProviderStanding(db: Db, provider: string, { at, state }: ProviderStanding): Promise<void> {
  await db
    .insertInto('identity.provider_check')
    .values({ provider, at, state })
    .onConflict((conflict) =>
      conflict.column('provider').doUpdateSet({ at, state }).where('identity.provider_check.at', '<=', at),
    )
    .execute()
}
