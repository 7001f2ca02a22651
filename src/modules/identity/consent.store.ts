/** Consents as rows. */
import type { Db } from '#kernel/db/open.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { type Consent, isConsentInForce } from './consent.ts'

export type ConsentRow = Consent & {
  words: string
  way: string
  givenAt: Date
  partyName: string
  partyNumber: string
  helperName: string
}

const consents = (db: Db) =>
  db
    .selectFrom('identity.consent as c')
    .innerJoin('identity.party as p', 'p.id', 'c.partyId')
    .innerJoin('kernel.account as a', 'a.id', 'c.accountId')
    .select(['c.id', 'c.partyId', 'c.accountId', 'c.unitId', 'c.purpose', 'c.words', 'c.way', 'c.givenAt'])
    .select(['c.validFrom', 'c.validTo', 'c.withdrawnAt', 'p.name as partyName', 'p.number as partyNumber'])
    .select('a.name as helperName')
    .orderBy('c.givenAt', 'desc')
    .orderBy('c.id', 'desc')

export const listConsentsOf = (db: Db, partyId: string): Promise<ConsentRow[]> =>
  consents(db).where('c.partyId', '=', partyId).limit(100).execute()

export const listConsentsTo = (db: Db, accountId: string): Promise<ConsentRow[]> =>
  consents(db).where('c.accountId', '=', accountId).limit(100).execute()

export async function holdConsent(db: Db, id: string): Promise<ConsentRow> {
  await db.selectFrom('identity.consent').select('id').where('id', '=', id).forUpdate().execute()
  return (await consents(db).where('c.id', '=', id).executeTakeFirst()) ?? refuse('missing', 'kernel.missing')
}

/** The one under which this helper, or their unit, helps a party today. */
export async function consentInForce(
  db: Db,
  partyId: string,
  helper: { accountId: string | null; unitId: number | null },
  on: Day,
): Promise<ConsentRow | undefined> {
  const rows = await listConsentsOf(db, partyId)
  return rows.find(
    (one) => (one.accountId === helper.accountId || one.unitId === helper.unitId) && isConsentInForce(one, on),
  )
}

export type NewConsent = Consent & { words: string; way: string; evidence: string | null; givenAt: Date }
export const insertConsent = (db: Db, row: NewConsent) => db.insertInto('identity.consent').values(row).execute()

export const withdrawConsentRow = (db: Db, id: string, now: Date) =>
  db
    .updateTable('identity.consent')
    .set({ withdrawnAt: now })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
    .execute()
