/** Sessions as rows: opened, moved to a post, listed, ended. Who a token belongs to is told by session.store. */
import type { Db } from './db/open.ts'

export type SessionStage = 'second_factor' | 'open'

/** What the owner of a session recognises it by. */
export type Device = { userAgent: string | null; address: string | null }

export const insertSession = (
  db: Db,
  session: Device & { tokenHash: string; accountId: string; postId: string | null; stage: SessionStage; now: Date },
) => {
  const { now, ...row } = session
  return db
    .insertInto('kernel.session')
    .values({ ...row, createdAt: now, seenAt: now })
    .execute()
}

/** Sessions of one account that have neither ended nor been idle since `seenAfter`, the latest first. */
export const listSessions = (db: Db, accountId: string, seenAfter: Date) =>
  db
    .selectFrom('kernel.session')
    .select(['tokenHash', 'createdAt', 'seenAt', 'userAgent', 'address'])
    .where('accountId', '=', accountId)
    .where('stage', '=', 'open')
    .where('endedAt', 'is', null)
    .where('seenAt', '>', seenAfter)
    .orderBy('seenAt', 'desc')
    .execute()

export const findOpenSession = (db: Db, tokenHash: string) =>
  db
    .selectFrom('kernel.session')
    .select(['accountId', 'stage'])
    .where('tokenHash', '=', tokenHash)
    .where('endedAt', 'is', null)
    .executeTakeFirst()

/** The post an account acted in last. */
export const findLastPost = async (db: Db, accountId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('kernel.session')
      .select('postId')
      .where('accountId', '=', accountId)
      .where('postId', 'is not', null)
      .orderBy('seenAt', 'desc')
      .limit(1)
      .executeTakeFirst()
  )?.postId ?? null

export const updateSession = (
  db: Db,
  tokenHash: string,
  change: { postId?: string | null; stage?: SessionStage; endedAt?: Date; seenAt?: Date },
) => db.updateTable('kernel.session').set(change).where('tokenHash', '=', tokenHash).execute()

/** Ends every session of an account, save one. */
export async function endSessions(db: Db, accountId: string, now: Date, save: string | null = null): Promise<void> {
  await db
    .updateTable('kernel.session')
    .set({ endedAt: now })
    .where('accountId', '=', accountId)
    .where('endedAt', 'is', null)
    .$if(save !== null, (query) => query.where('tokenHash', '!=', save))
    .execute()
}
