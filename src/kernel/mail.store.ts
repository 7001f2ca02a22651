/** E-mails as rows: each is written down before it is sent, and says what became of it. */
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { newId } from './id.ts'
import { enqueue } from './job.store.ts'
import { refuse } from './problem.ts'
import { locales, type Key, type Locale, type Params } from './text.ts'

/** `no_server`: no mail server is set; `refused`: the server will not have it; `given_up`: tried too often. */
export type MailState = 'waiting' | 'sent' | 'no_server' | 'refused' | 'given_up'

export type NewMail = {
  noticeId: string | null
  /** Whom it is for: an account, or a party with the language it is spoken to. */
  accountId: string | null
  partyId?: string | null
  locale?: Locale | null
  address: string
  subjectKey: Key
  bodyKey: Key
  /** JSON of the values that the sentences name. */
  params: string
  href: string
}

export const mailJobName = 'kernel.mail.send'

/** Written and queued in the transaction of `ctx.db`. */
export async function queueMail(ctx: Ctx, mail: NewMail): Promise<string> {
  const id = newId(ctx.now)
  await ctx.db
    .insertInto('kernel.mail')
    .values({ ...mail, id, at: ctx.now })
    .execute()
  await enqueue(ctx, mailJobName, { mailId: id }, { key: id })
  return id
}

export type Mail = {
  id: string
  accountId: string | null
  address: string
  at: Date
  state: MailState
  tries: number
  sentAt: Date | null
  error: string | null
}

const columns = ['id', 'accountId', 'address', 'at', 'tries', 'sentAt', 'error'] as const

/** Newest first. */
export const listMails = (db: Db, state: MailState, limit = 100): Promise<Mail[]> =>
  db
    .selectFrom('kernel.mail')
    .select(columns)
    .select((select) => select.ref('state').$castTo<MailState>().as('state'))
    .where('state', '=', state)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Sends again what was not sent: after a mail server was set, an address was put right, or the server is back. */
export async function retryMail(ctx: Ctx, id: string): Promise<void> {
  const found = await ctx.db
    .updateTable('kernel.mail')
    .set({ state: 'waiting', tries: 0, error: null })
    .where('id', '=', id)
    .where('state', 'in', ['no_server', 'refused', 'given_up'])
    .returning('id')
    .executeTakeFirst()
  if (!found) refuse('conflict', 'kernel.mail.not_stuck')
  await enqueue(ctx, mailJobName, { mailId: id }, { key: id })
}

/** What is needed to write a mail out; in the language its reader uses now. Only while it waits. */
export async function findWaitingMail(db: Db, id: string) {
  const row = await db
    .selectFrom('kernel.mail as m')
    .leftJoin('kernel.account as a', 'a.id', 'm.accountId')
    .select(['m.id', 'm.address', 'm.subjectKey', 'm.bodyKey', 'm.params', 'm.href', 'm.at', 'm.tries'])
    .select((select) => select.fn.coalesce('a.locale', 'm.locale').as('locale'))
    .where('m.id', '=', id)
    .where('m.state', '=', 'waiting')
    .executeTakeFirst()
  if (!row) return undefined
  const locale: Locale = locales.find((known) => known === row.locale) ?? 'vi'
  return { ...row, locale, params: row.params as Params }
}

export async function updateMail(
  db: Db,
  id: string,
  change: { state: MailState; tries: number; sentAt?: Date; error?: string | null },
): Promise<void> {
  await db.updateTable('kernel.mail').set(change).where('id', '=', id).execute()
}
