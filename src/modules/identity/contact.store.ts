/** The one-time code that proves an address. */
import type { Db } from '#kernel/db/open.ts'

export const holdEmailCode = (db: Db, partyId: string) =>
  db
    .selectFrom('identity.email_code')
    .select(['email', 'codeHash', 'madeAt', 'expiresAt', 'tries'])
    .where('partyId', '=', partyId)
    .forUpdate()
    .executeTakeFirst()

export const findEmailCode = (db: Db, partyId: string) =>
  db.selectFrom('identity.email_code').select(['email', 'expiresAt']).where('partyId', '=', partyId).executeTakeFirst()

type NewCode = { partyId: string; email: string; codeHash: string; madeAt: Date; expiresAt: Date }

export async function keepEmailCode(db: Db, { partyId, ...code }: NewCode): Promise<void> {
  const fresh = { ...code, tries: 0 }
  await db
    .insertInto('identity.email_code')
    .values({ partyId, ...fresh })
    .onConflict((conflict) => conflict.column('partyId').doUpdateSet(fresh))
    .execute()
}

export const countTry = (db: Db, partyId: string, tries: number) =>
  db.updateTable('identity.email_code').set({ tries }).where('partyId', '=', partyId).execute()

export const dropEmailCode = (db: Db, partyId: string) =>
  db.deleteFrom('identity.email_code').where('partyId', '=', partyId).execute()
