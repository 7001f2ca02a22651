/** Writing and reading the event log. */
import { sql } from 'kysely'
import type { Actor } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { statement } from './db/statement.ts'
import { refuse } from './problem.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Appends one event in the transaction of `ctx.db`. */
export async function appendEvent(
  ctx: Ctx,
  command: string,
  about: string,
  more: { result: Json; detail: Json; rule: string | null },
) {
  const { actor } = ctx
  await sql`select kernel.append_event(${ctx.now}, ${command}, ${about}, ${actor.accountId}, ${actor.postId}, ${actor.unitId},
    ${actor.citizen?.personId ?? null}, ${actor.citizen?.partyId ?? null}, ${actor.clientId ?? null}, ${more.rule}, ${ctx.key ?? null}, ${ctx.requestId}, ${JSON.stringify(more.detail)}::jsonb, ${JSON.stringify(more.result)}::jsonb)`.execute(
    ctx.db,
  )
}

type Author = { accountId: string | null; personId: string | null; clientId: string | null }

const isBy = (actor: Actor, { accountId, personId, clientId }: Author) =>
  accountId === actor.accountId &&
  personId === (actor.citizen?.personId ?? null) &&
  clientId === (actor.clientId ?? null)

/** A UUID, or whatever another system uses in its place. */
const longestKey = 200

const byKey = statement((db, { key }: { key: string }) =>
  db
    .selectFrom('kernel.event')
    .select(['command', 'accountId', 'personId', 'clientId', 'result'])
    .where('key', '=', key),
)

/** The event that this submission already made, if it did. A key of somebody else's, or for something else, is refused. */
export async function findByKey(ctx: Ctx, command: string): Promise<{ result: unknown } | undefined> {
  if (!ctx.key) return undefined
  if (ctx.key.length > longestKey) refuse('invalid', 'kernel.not_understood')
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
