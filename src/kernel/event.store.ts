/** Writing and reading the event log. */
import { sql } from 'kysely'
import type { Actor } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { statement } from './db/statement.ts'
import { refuse } from './problem.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A UUID, or whatever another system uses in its place. */
const longestKey = 200

/** Appends one event in the transaction of `ctx.db`. */
export async function appendEvent(
  ctx: Ctx,
  command: string,
  about: string,
  more: { result: Json; detail: Json; rule: string | null },
) {
  const { accountId, postId, unitId, citizen, clientId = null } = ctx.actor
  if (ctx.key && ctx.key.length > longestKey) refuse('invalid', 'kernel.not_understood')
  await append(ctx.db, {
    now: ctx.now,
    command,
    about,
    accountId,
    postId,
    unitId,
    personId: citizen?.personId ?? null,
    partyId: citizen?.partyId ?? null,
    clientId,
    rule: more.rule,
    key: ctx.key ?? null,
    requestId: ctx.requestId,
    detail: JSON.stringify(more.detail),
    result: JSON.stringify(more.result),
  })
}

type Appended = Record<'command' | 'about' | 'requestId' | 'detail' | 'result', string> &
  Record<'accountId' | 'postId' | 'personId' | 'partyId' | 'clientId' | 'rule' | 'key', string | null> & {
    now: Date
    unitId: number | null
  }

/** Held shared by whoever appends, until their transaction ends: the sealer then knows that no lower number is still under way. */
export const appending = 4_660_467

/** The lock is held before the number is drawn. */
const append = statement((db, of: Appended) => ({
  compile: () =>
    sql`insert into kernel.event (at, command, about, account_id, post_id, unit_id, person_id, party_id, client_id, rule, key,
        request_id, detail, result)
      select ${of.now}, ${of.command}, ${of.about}, ${of.accountId}, ${of.postId}, ${of.unitId}::integer, ${of.personId},
        ${of.partyId}, ${of.clientId}, ${of.rule}, ${of.key}, ${of.requestId}, ${of.detail}::jsonb, ${of.result}::jsonb
      from (select pg_advisory_xact_lock_shared(${sql.lit(appending)}) offset 0) as held`.compile(db),
}))

type Author = { accountId: string | null; personId: string | null; clientId: string | null }

const isBy = (actor: Actor, { accountId, personId, clientId }: Author) =>
  accountId === actor.accountId &&
  personId === (actor.citizen?.personId ?? null) &&
  clientId === (actor.clientId ?? null)

const byKey = statement((db, { key }: { key: string }) =>
  db
    .selectFrom('kernel.event')
    .select(['command', 'accountId', 'personId', 'clientId', 'result'])
    .where('key', '=', key),
)

/** The event that this submission already made, if it did. A key of somebody else's, or for something else, is refused. */
export async function findByKey(ctx: Ctx, command: string): Promise<{ result: unknown } | undefined> {
  if (!ctx.key) return undefined
  const [found] = await byKey(ctx.db, { key: ctx.key })
  if (found && (found.command !== command || !isBy(ctx.actor, found))) refuse('conflict', 'kernel.key_used')
  return found
}

/** What happened to one thing, newest first. */
export const listEventsAbout = (db: Db, about: string, limit: number) =>
  db
    .selectFrom('kernel.event')
    .select(['seq', 'at', 'command', 'accountId', 'postId', 'unitId', 'rule', 'detail', 'result'])
    .where('about', '=', about)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
