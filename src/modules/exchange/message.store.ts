/** Messages as rows: written with a change, taken one dossier at a time, settled once. */
import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import type { Scope } from '#kernel/access.store.ts'
import { refuse } from '#kernel/problem.ts'
import type { MessageKind } from './dossier.ts'
import {
  type Message,
  type MessageState,
  type NewMessage,
  openStates,
  type Place,
  type Reason,
  type SyncState,
  syncStateOf,
} from './message.ts'

const columns = [
  'id',
  'place',
  'system',
  'about',
  'code',
  'revision',
  'amendment',
  'unitId',
  'body',
  'unsure',
  'attempts',
  'nextAt',
  'createdAt',
  'changedAt',
  'reasonCode',
  'answer',
  'note',
  'replacedBy',
] as const

const messages = (db: Db) =>
  db
    .selectFrom('exchange.message')
    .select(columns)
    .select((c) => [
      c.ref('kind').$castTo<MessageKind>().as('kind'),
      c.ref('state').$castTo<MessageState>().as('state'),
      c.ref('reason').$castTo<Reason | null>().as('reason'),
      c.ref('reasonFields').$castTo<readonly string[]>().as('reasonFields'),
    ])

/**
 * In the transaction of the change that it tells of. The same revision told again is the same message; a mirrored dossier
 * is told to nobody: null both times. Whoever calls holds the dossier, so that its messages stand in the order of its changes.
 */
export async function queueMessage(ctx: Ctx, told: NewMessage): Promise<string | null> {
  if (told.mirrorOf) return null
  const row = await ctx.db
    .insertInto('exchange.message')
    .values({
      id: newId(ctx.now),
      system: told.system,
      kind: told.kind,
      about: told.about,
      code: told.body.code,
      orderKey: told.about,
      revision: told.revision,
      unitId: told.unitId,
      body: JSON.stringify(told.body),
      nextAt: ctx.now,
      createdAt: ctx.now,
      changedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** In the place of another, so that what waited behind the old one waits behind this. */
export async function insertAmendment(ctx: Ctx, of: Message, body: unknown): Promise<string> {
  const { system, kind, about, code, revision, unitId, place, unsure } = of
  const { last } = await ctx.db
    .selectFrom('exchange.message')
    .select((c) => c.fn.max('amendment').as('last'))
    .where('system', '=', system)
    .where('kind', '=', kind)
    .where('about', '=', about)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow()
  const id = newId(ctx.now)
  const dates = { nextAt: ctx.now, createdAt: ctx.now, changedAt: ctx.now }
  const same = { system, kind, about, code, orderKey: about, revision, unitId, place, unsure }
  const own = { id, amendment: Number(last) + 1, body: JSON.stringify(body), createdBy: ctx.actor.accountId }
  await ctx.db
    .insertInto('exchange.message')
    .values({ ...same, ...own, ...dates })
    .execute()
  return id
}

type Claiming = {
  readonly system: string
  readonly kinds: readonly MessageKind[]
  readonly now: Date
  readonly leaseUntil: Date
  readonly most: number
}

/**
 * Takes what is due, of each dossier only the first that is open, and nobody else takes the same. What somebody took
 * before and never settled may have gone out: it is taken as unsure.
 */
export async function claimMessages(db: Db, { system, kinds, now, leaseUntil, most }: Claiming): Promise<Message[]> {
  if (kinds.length === 0) return []
  const open = sql.join(openStates.map((state) => sql.lit(state)))
  const due = sql<string>`
    select c.id from exchange.message c
    where c.system = ${system} and c.state in ('waiting', 'sending', 'sent') and c.next_at <= ${now}
      and c.kind in (${sql.join([...kinds])})
      and not exists (select 1 from exchange.message e where e.system = c.system and e.order_key = c.order_key
        and e.place < c.place and e.state in (${open}) and e.kind in (${sql.join([...kinds])}))
    order by c.next_at, c.place limit ${most} for update skip locked`
  return db
    .updateTable('exchange.message')
    .set({
      unsure: sql<boolean>`unsure or state = 'sending'`,
      state: 'sending',
      attempts: sql<number>`attempts + 1`,
      nextAt: leaseUntil,
      changedAt: now,
    })
    .where(sql<boolean>`id in (${due})`)
    .returning(columns)
    .returning((c) => [
      c.ref('kind').$castTo<MessageKind>().as('kind'),
      c.ref('state').$castTo<MessageState>().as('state'),
      c.ref('reason').$castTo<Reason | null>().as('reason'),
      c.ref('reasonFields').$castTo<readonly string[]>().as('reasonFields'),
    ])
    .execute()
}

export type Settling = {
  state: MessageState
  unsure?: boolean
  nextAt?: Date
  reason?: Reason | null
  reasonFields?: readonly string[]
  reasonCode?: string | null
  answer?: string | null
  note?: string
  replacedBy?: string
}

const changeOf = ({ reasonFields, ...change }: Settling) => ({
  ...change,
  ...(reasonFields && { reasonFields: JSON.stringify(reasonFields) }),
})

/** False: somebody else has taken it meanwhile, and what they find holds. */
export async function settleClaimed(db: Db, now: Date, { id, attempts }: Message, change: Settling): Promise<boolean> {
  const done = await db
    .updateTable('exchange.message')
    .set({ ...changeOf(change), changedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

export async function changeMessage({ db, now }: Ctx, id: string, change: Settling & { attempts?: number }) {
  await db
    .updateTable('exchange.message')
    .set({ ...changeOf(change), changedAt: now })
    .where('id', '=', id)
    .execute()
}

/** Whether the other side has taken the dossier itself before. */
export const wasTaken = async (db: Db, { system, code }: Pick<Message, 'system' | 'code'>): Promise<boolean> =>
  (await db
    .selectFrom('exchange.message')
    .select('id')
    .where('system', '=', system)
    .where('code', '=', code)
    .where('kind', '=', 'dossier')
    .where('state', '=', 'acknowledged')
    .limit(1)
    .executeTakeFirst()) !== undefined

export const findMessage = (db: Db, id: string, within: Scope): Promise<Message | undefined> =>
  within.length === 0
    ? Promise.resolve(undefined)
    : messages(db).where('id', '=', id).where('unitId', 'in', within).executeTakeFirst()

/** Nobody else changes it until this transaction ends. */
export async function holdMessage(db: Db, id: string, within: Scope): Promise<Message> {
  const found = within.length
    ? await messages(db).where('id', '=', id).where('unitId', 'in', within).forUpdate().executeTakeFirst()
    : undefined
  return found ?? refuse('missing', 'exchange.message.missing')
}

type Asked = { state: MessageState; within: Scope; system?: string; limit: number; after?: Place }

/** The oldest first, because it holds up the rest. `after`: the last one seen. */
export const listMessages = (db: Db, { state, within, system, limit, after }: Asked): Promise<Message[]> =>
  within.length === 0
    ? Promise.resolve([])
    : messages(db)
        .where('state', '=', state)
        .where('unitId', 'in', within)
        .$if(system !== undefined, (query) => query.where('system', '=', system ?? ''))
        .$if(after !== undefined, (query) =>
          query.where(sql<boolean>`(place, amendment) > (${after?.place ?? 0}, ${after?.amendment ?? 0})`),
        )
        .orderBy('place')
        .orderBy('amendment')
        .limit(limit)
        .execute()

/** All that was told of the same thing, in order. */
export const listMessagesAbout = (db: Db, about: string, within: Scope): Promise<Message[]> =>
  within.length === 0
    ? Promise.resolve([])
    : messages(db)
        .where('about', '=', about)
        .where('unitId', 'in', within)
        .orderBy('place')
        .orderBy('amendment')
        .limit(200)
        .execute()

export async function countMessages(db: Db, within: Scope): Promise<Map<string, Map<MessageState, number>>> {
  const counts = new Map<string, Map<MessageState, number>>()
  if (within.length === 0) return counts
  const rows = await db
    .selectFrom('exchange.message')
    .select('system')
    .select((c) => [c.ref('state').$castTo<MessageState>().as('state'), c.fn.countAll<number>().as('count')])
    .where('unitId', 'in', within)
    .groupBy(['system', 'state'])
    .execute()
  for (const { system, state, count } of rows) {
    const own = counts.get(system) ?? new Map<MessageState, number>()
    counts.set(system, own.set(state, Number(count)))
  }
  return counts
}

/** For whoever handles the things themselves. A thing nobody was told of is missing from the map. */
export async function syncStates(db: Db, abouts: readonly string[]): Promise<Map<string, SyncState>> {
  if (abouts.length === 0) return new Map()
  const rows = await db
    .selectFrom('exchange.message')
    .select('about')
    .select((c) => c.ref('state').$castTo<MessageState>().as('state'))
    .distinct()
    .where('about', 'in', abouts)
    .execute()
  const groups = Map.groupBy(rows, ({ about }) => about)
  return new Map([...groups].map(([about, own]) => [about, syncStateOf(own.map(({ state }) => state))]))
}

/** One that is done with; nobody else stands in its place meanwhile. */
export const findClosed = (db: Db, id: string): Promise<Message | undefined> =>
  messages(db).where('id', '=', id).where('state', '=', 'acknowledged').forUpdate().executeTakeFirst()
