/** One-time links: to set a first or a new password. */
import type { Db } from './db/open.ts'

export type InvitationPurpose = 'first_administrator' | 'set_password'

export const insertInvitation = (
  db: Db,
  invitation: { tokenHash: string; accountId: string | null; purpose: InvitationPurpose; expiresAt: Date },
) => db.insertInto('kernel.invitation').values(invitation).execute()

const open = (db: Db, tokenHash: string, now: Date) =>
  db
    .selectFrom('kernel.invitation as i')
    .leftJoin('kernel.account as a', 'a.id', 'i.accountId')
    .select(['i.purpose', 'i.accountId', 'a.login', 'a.name', 'a.totpSecret', 'a.closedOn'])
    .where('i.tokenHash', '=', tokenHash)
    .where('i.usedAt', 'is', null)
    .where('i.expiresAt', '>', now)

/** What a link is for, unless it was used or its time is over. */
export const findInvitation = (db: Db, tokenHash: string, now: Date) => open(db, tokenHash, now).executeTakeFirst()

/** As `findInvitation`; and nobody else uses the link until this transaction ends. */
export const holdInvitation = (db: Db, tokenHash: string, now: Date) =>
  open(db, tokenHash, now).forUpdate('i').executeTakeFirst()

/** Links for a first administrator that are open. */
export const listFirstInvitations = (db: Db, now: Date) =>
  db
    .selectFrom('kernel.invitation')
    .select(['tokenHash', 'expiresAt'])
    .where('purpose', '=', 'first_administrator')
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()

export const useInvitation = (db: Db, tokenHash: string, now: Date) =>
  db.updateTable('kernel.invitation').set({ usedAt: now }).where('tokenHash', '=', tokenHash).execute()

/** Ends the links of an account (`null`: those for a first administrator) that were not used. */
export const endInvitations = (db: Db, accountId: string | null, now: Date) =>
  db
    .updateTable('kernel.invitation')
    .set({ usedAt: now })
    .where('accountId', accountId === null ? 'is' : '=', accountId)
    .where('usedAt', 'is', null)
    .execute()
