/** One-time codes by which somebody agrees to be helped. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'

export type ConsentCode = {
  id: string
  partyId: string
  accountId: string
  unitId: number
  purpose: string
  words: string
  validTo: Day
  codeHash: string
  madeAt: Date
  expiresAt: Date
}

const columns = ['c.id', 'c.partyId', 'c.accountId', 'c.unitId', 'c.purpose', 'c.words', 'c.validTo'] as const

const codes = (db: Db) =>
  db
    .selectFrom('identity.consent_code as c')
    .innerJoin('identity.party as p', 'p.id', 'c.partyId')
    .select(columns)
    .select(['c.codeHash', 'c.madeAt', 'c.expiresAt', 'c.tries', 'p.name as partyName'])

/** When somebody was last sent one, by whomever. */
export const lastConsentCodeAt = async (db: Db, partyId: string): Promise<Date | null> =>
  (
    await db
      .selectFrom('identity.consent_code')
      .select('madeAt')
      .where('partyId', '=', partyId)
      .orderBy('madeAt', 'desc')
      .executeTakeFirst()
  )?.madeAt ?? null

export async function keepConsentCode(db: Db, code: ConsentCode): Promise<void> {
  await db
    .deleteFrom('identity.consent_code')
    .where((where) =>
      where.or([
        where.and([where('partyId', '=', code.partyId), where('accountId', '=', code.accountId)]),
        where('expiresAt', '<', new Date(code.madeAt.getTime() - 86_400_000)),
      ]),
    )
    .execute()
  await db
    .insertInto('identity.consent_code')
    .values({ ...code, tries: 0 })
    .execute()
}

/** Of the helper who asked for it. */
export const findConsentCode = (db: Db, id: string, accountId: string) =>
  codes(db).where('c.id', '=', id).where('c.accountId', '=', accountId).executeTakeFirst()

export async function holdConsentCode(db: Db, id: string, accountId: string) {
  await db.selectFrom('identity.consent_code').select('id').where('id', '=', id).forUpdate().execute()
  return findConsentCode(db, id, accountId)
}

export const countConsentTry = (db: Db, id: string, tries: number) =>
  db.updateTable('identity.consent_code').set({ tries }).where('id', '=', id).execute()

export const dropConsentCode = (db: Db, id: string) =>
  db.deleteFrom('identity.consent_code').where('id', '=', id).execute()
