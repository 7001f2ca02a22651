/** Somebody's notices page by page: what they have not read, then what they have, newest first in both. */
import { isId } from './id.ts'
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { type Notice, type Reader, readerColumn, readerId } from './notice.store.ts'
import { refuse } from './problem.ts'
import type { Key, Params } from './text.ts'

/** The last notice of the page before; it stays a place to go on from when it has been read meanwhile. */
export type NoticePlace = { id: string; read: boolean }

/** What is no UUID names no notice; the database would call it an error. */
const uuid = (id: string) => (isId(id) ? id : refuse('missing', 'kernel.missing'))

const notices = (db: Db, reader: Reader) =>
  db
    .selectFrom('kernel.notice')
    .select(['id', 'at', 'key', 'params', 'href', 'readAt'])
    .where(readerColumn(reader), '=', readerId(reader))

type Row = { id: string; at: Date; key: string; params: unknown; href: string; readAt: Date | null }
const noticeOf = (row: Row): Notice => ({ ...row, key: row.key as Key, params: row.params as Params })

export async function browseNotices(
  db: Db,
  reader: Reader,
  { limit, after }: { limit: number; after?: NoticePlace | undefined },
): Promise<Notice[]> {
  const rows = await notices(db, reader)
    .$if(after !== undefined, (query) => {
      const earlier = sql<boolean>`(at, id) < (select at, id from kernel.notice
        where id = ${uuid(after?.id ?? '')} and coalesce(account_id, party_id) = ${readerId(reader)})`
      return after?.read
        ? query.where('readAt', 'is not', null).where(earlier)
        : query.where((where) => where.or([where('readAt', 'is not', null), earlier]))
    })
    .orderBy(sql`read_at is not null`)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(noticeOf)
}

export async function getNotice(db: Db, reader: Reader, id: string): Promise<Notice> {
  const row = await notices(db, reader).where('id', '=', uuid(id)).executeTakeFirst()
  return row ? noticeOf(row) : refuse('missing', 'kernel.missing')
}
