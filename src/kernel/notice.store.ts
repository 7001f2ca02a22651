/** Telling members of staff, citizens and organisations: inside the platform always, by e-mail where asked for. */
import { sql } from 'kysely'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { statement } from './db/statement.ts'
import { newId } from './id.ts'
import { queueMail } from './mail.store.ts'
import type { Key, Locale, Params } from './text.ts'
import { dayOf, type Day } from './time.ts'

/**
 * Named accounts, whoever holds a post in a unit (not below it) that has a permission, or a party. Of a party the kernel
 * knows no more than it is told: an address only when it is proved.
 */
export type Recipients =
  | readonly string[]
  | { readonly unitId: number; readonly permission: string }
  | { readonly partyId: string; readonly email?: string | null; readonly locale?: Locale }

/** An account, or a party. */
export type Reader = string | { readonly partyId: string }

export const readerColumn = (reader: Reader) => (typeof reader === 'string' ? 'accountId' : 'partyId')
export const readerId = (reader: Reader): string => (typeof reader === 'string' ? reader : reader.partyId)

export type Told = {
  readonly to: Recipients
  /** The sentence, and the subject of the mail. */
  readonly key: Key
  readonly params?: Params
  /** Where to go, within the platform: `/ke-hoach/…`. */
  readonly href: string
  /** Also by e-mail, to those who have an address; with a longer text of its own if one is named. */
  readonly mail?: boolean | { readonly body: Key }
}

type Person = { id: string; email: string | null; party?: { locale: Locale } }

const openAccounts = (db: Db, today: Day) =>
  db
    .selectFrom('kernel.account as a')
    .select(['a.id', 'a.email'])
    .where((where) => where.or([where('a.closedOn', 'is', null), where('a.closedOn', '>', today)]))
    .orderBy('a.id')

const listPeople = async (db: Db, to: Recipients, today: Day): Promise<Person[]> => {
  if ('partyId' in to) return [{ id: to.partyId, email: to.email ?? null, party: { locale: to.locale ?? 'vi' } }]
  if (!('unitId' in to)) return to.length === 0 ? [] : openAccounts(db, today).where('a.id', 'in', to).execute()
  const posts = db
    .selectFrom('kernel.post as p')
    .innerJoin('kernel.role as r', 'r.code', 'p.roleCode')
    .select('p.accountId')
    .where('p.unitId', '=', to.unitId)
    .where(sql<boolean>`${to.permission} = any(r.permissions)`)
    .where('p.validFrom', '<=', today)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', today)]))
  return openAccounts(db, today).where('a.id', 'in', posts).execute()
}

const named = ({ id, party }: Person) => (party ? { accountId: null, partyId: id } : { accountId: id, partyId: null })

type Row = Readonly<Record<'id' | 'key' | 'params' | 'href', string>> & {
  readonly accountId: string | null
  readonly partyId: string | null
  readonly at: Date
}

const insertOne = statement((db, { id, accountId, partyId, at, key, params, href }: Row) =>
  db.insertInto('kernel.notice').values({ id, accountId, partyId, at, key, params, href }),
)

/** In the transaction of `ctx.db`. Returns who was told: when that is nobody, somebody else must be. */
export async function notify(ctx: Ctx, told: Told): Promise<string[]> {
  const { key, href, mail } = told
  const people = await listPeople(ctx.db, told.to, dayOf(ctx.now))
  if (people.length === 0) return []
  const params = JSON.stringify(told.params ?? {})
  const rows = people.map((one) => ({ id: newId(ctx.now), ...named(one), at: ctx.now, key, params, href }))
  const [first] = rows
  if (first && rows.length === 1) await insertOne(ctx.db, first)
  else await ctx.db.insertInto('kernel.notice').values(rows).execute()
  if (mail)
    for (const [index, person] of people.entries())
      if (person.email)
        await queueMail(ctx, {
          noticeId: rows[index]?.id ?? null,
          ...named(person),
          locale: person.party?.locale ?? null,
          address: person.email,
          subjectKey: key,
          bodyKey: mail === true ? key : mail.body,
          params,
          href,
        })
  return people.map(({ id }) => id)
}

export type Notice = { id: string; at: Date; key: Key; params: Params; href: string; readAt: Date | null }

/** Newest first; `before` is the last one of the page before. */
export async function listNotices(
  db: Db,
  reader: Reader,
  { limit = 50, before }: { limit?: number; before?: { at: Date; id: string } } = {},
): Promise<Notice[]> {
  const rows = await db
    .selectFrom('kernel.notice')
    .select(['id', 'at', 'key', 'params', 'href', 'readAt'])
    .where(readerColumn(reader), '=', readerId(reader))
    .$if(before !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${before?.at}, ${before?.id})`))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...row, key: row.key as Key, params: row.params as Params }))
}

export async function countUnread(db: Db, reader: Reader): Promise<number> {
  const { count } = await db
    .selectFrom('kernel.notice')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where(readerColumn(reader), '=', readerId(reader))
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Of one's own only. Without `ids`: all of them. */
export async function markRead(db: Db, reader: Reader, now: Date, ids?: readonly string[]): Promise<void> {
  if (ids?.length === 0) return
  await db
    .updateTable('kernel.notice')
    .set({ readAt: now })
    .where(readerColumn(reader), '=', readerId(reader))
    .where('readAt', 'is', null)
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .execute()
}
