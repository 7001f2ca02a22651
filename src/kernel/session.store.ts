/** Who makes a request: the session behind a token, with the post they act in and what it lets them do. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from './access.ts'
import type { Db } from './db/open.ts'
import { statement } from './db/statement.ts'
import { type Day, dayOf } from './time.ts'

/** Only this is stored: whoever reads the table cannot sign in with it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** `__Host-` would need https; the cookie is Secure whenever the public address is. */
export const sessionCookie = 'tgs'
/** Of whoever signed in with an electronic identity; while a member of staff is signed in it is not looked at. */
export const citizenCookie = 'tgc'

export type Session = {
  tokenHash: string
  stage: 'second_factor' | 'open'
  actor: Actor
  login: string
  locale: string
  unitName: string
  postTitle: string
  posts: number
  unread: number
}

type Sought = { readonly tokenHash: string; readonly today: Day; readonly seenAfter: Date }

const openSession = statement((db, { tokenHash, today, seenAfter }: Sought) =>
  db
    .selectFrom('kernel.session as s')
    .innerJoin('kernel.account as a', 'a.id', 's.accountId')
    .leftJoin('kernel.post as p', (join) =>
      join
        .onRef('p.id', '=', 's.postId')
        .on('p.validFrom', '<=', today)
        .on((on) => on.or([on('p.validTo', 'is', null), on('p.validTo', '>', today)])),
    )
    .leftJoin('kernel.role as r', 'r.code', 'p.roleCode')
    .leftJoin('kernel.unit_version as u', (join) =>
      join
        .onRef('u.unitId', '=', 'p.unitId')
        .on('u.validFrom', '<=', today)
        .on((on) => on.or([on('u.validTo', 'is', null), on('u.validTo', '>', today)])),
    )
    .select(['s.stage', 's.seenAt', 'a.id', 'a.login', 'a.name', 'a.locale', 'p.id as postId', 'p.unitId', 'p.title'])
    .select(['r.permissions', 'u.name as unitName'])
    .select([
      sql<number>`(select count(*) from kernel.post q where q.account_id = a.id and q.valid_from <= ${today}
        and coalesce(q.valid_to, 'infinity') > ${today})`.as('posts'),
      sql<number>`(select count(*) from kernel.notice n where n.account_id = a.id and n.read_at is null)`.as('unread'),
    ])
    .where('s.tokenHash', '=', tokenHash)
    .where('s.endedAt', 'is', null)
    .where('s.seenAt', '>', seenAfter)
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', today)])),
)

/** The session of a token, unless it has ended, was idle too long, or its account or post is over. */
export async function findSession(db: Db, token: string, now: Date, idleMinutes: number): Promise<Session | undefined> {
  const tokenHash = hashOf(token)
  const seenAfter = new Date(now.getTime() - idleMinutes * 60_000)
  const [row] = await openSession(db, { tokenHash, today: dayOf(now), seenAfter })
  if (!row) return undefined
  if (now.getTime() - row.seenAt.getTime() > 60_000)
    await db.updateTable('kernel.session').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute()
  return {
    tokenHash,
    stage: row.stage === 'open' ? 'open' : 'second_factor',
    login: row.login,
    locale: row.locale,
    unitName: row.unitName ?? '',
    postTitle: row.title ?? '',
    posts: row.posts,
    unread: row.unread,
    actor: {
      accountId: row.id,
      postId: row.postId,
      unitId: row.unitId,
      name: row.name,
      permissions: new Set(row.stage === 'open' ? row.permissions : []),
      citizen: null,
    },
  }
}
