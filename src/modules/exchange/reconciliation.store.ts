/** Comparisons and what they found, as rows. */
import { sql } from 'kysely'
import type { Scope } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { openStates } from './message.ts'
import type { Acknowledged, Compared, DifferenceKind, Found } from './reconciliation.ts'

/** Dossiers received in a time, as they were last told and acknowledged. */
export async function listAcknowledged(db: Db, system: string, from: Date, to: Date): Promise<Acknowledged[]> {
  const { rows } = await sql<Acknowledged>`
    select distinct on (code) code, about, unit_id, (body->>'state')::int as state, changed_at
    from exchange.message
    where system = ${system} and kind = 'dossier' and state = 'acknowledged'
      and (body->>'receivedAt')::timestamptz >= ${from} and (body->>'receivedAt')::timestamptz < ${to}
    order by code, place desc, amendment desc`.execute(db)
  return rows
}

export const codesOnTheWay = async (db: Db, system: string): Promise<Set<string>> =>
  new Set(
    (
      await db
        .selectFrom('exchange.message')
        .select('code')
        .distinct()
        .where('system', '=', system)
        .where('state', 'in', [...openStates])
        .execute()
    ).map(({ code }) => code),
  )

/** What the other side took last of the dossier itself. */
export const lastTaken = (db: Db, system: string, code: string) =>
  db
    .selectFrom('exchange.message')
    .select(['id', 'place', 'body'])
    .where('system', '=', system)
    .where('code', '=', code)
    .where('kind', '=', 'dossier')
    .where('state', '=', 'acknowledged')
    .orderBy('place', 'desc')
    .orderBy('amendment', 'desc')
    .limit(1)
    .executeTakeFirst()

/** So that two comparisons at once do not both send it again. */
export const holdOpenDifference = (db: Db, id: string) =>
  db
    .selectFrom('exchange.difference')
    .select(['id', 'requeued'])
    .where('id', '=', id)
    .where('settledAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export type Difference = Found & {
  id: string
  system: string
  foundAt: Date
  seenAt: Date
  requeued: number
  requeuedAt: Date | null
  settledAt: Date | null
  settledBy: string | null
  note: string | null
}

const columns = ['id', 'system', 'code', 'about', 'unitId', 'ours', 'theirs', 'foundAt', 'seenAt'] as const
const more = ['requeued', 'requeuedAt', 'settledAt', 'settledBy', 'note'] as const

/** Found again, it is the same difference. Its id, and how often it was sent again. */
export const keepDifference = ({ db, now }: Ctx, system: string, { kind, ...found }: Found) =>
  db
    .insertInto('exchange.difference')
    .values({ id: newId(now), system, kind, ...found, foundAt: now, seenAt: now })
    .onConflict((conflict) =>
      conflict
        .columns(['system', 'code', 'kind'])
        .where('settledAt', 'is', null)
        .doUpdateSet({ seenAt: now, ours: found.ours, theirs: found.theirs }),
    )
    .returning(['id', 'requeued'])
    .executeTakeFirstOrThrow()

export async function noteRequeued({ db, now }: Ctx, id: string): Promise<void> {
  await db
    .updateTable('exchange.difference')
    .set({ requeued: sql<number>`requeued + 1`, requeuedAt: now })
    .where('id', '=', id)
    .execute()
}

/** What this comparison looked at and did not find any more has settled itself. */
export async function settleGone({ db, now }: Ctx, system: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return
  await db
    .updateTable('exchange.difference')
    .set({ settledAt: now })
    .where('system', '=', system)
    .where('settledAt', 'is', null)
    .where('seenAt', '<', now)
    .where('code', 'in', codes)
    .execute()
}

export type Reconciliation = {
  system: string
  at: Date
  fromDay: Day
  toDay: Day
  theirs: number
  ours: number
  mirrored: number
  onTheWay: number
  differences: number
  requeued: number
  fault: string | null
}

export async function insertReconciliation(
  { db, now }: Ctx,
  row: Pick<Reconciliation, 'system' | 'fromDay' | 'toDay' | 'requeued' | 'fault'> & { compared: Compared },
): Promise<void> {
  const { compared, ...own } = row
  const { theirs, ours, mirrored, onTheWay, differences } = compared
  const counts = { theirs, ours, mirrored, onTheWay, differences: differences.length }
  await db
    .insertInto('exchange.reconciliation')
    .values({ id: newId(now), at: now, ...own, ...counts })
    .execute()
}

export const lastReconciliation = (db: Db, system: string): Promise<Reconciliation | undefined> =>
  db
    .selectFrom('exchange.reconciliation')
    .select(['system', 'at', 'fromDay', 'toDay', 'theirs', 'ours', 'mirrored', 'onTheWay', 'differences', 'requeued'])
    .select('fault')
    .where('system', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Of units within reach; what no unit of ours knows is for whoever reaches the whole province. */
const within = (db: Db, scope: Scope, isTop: boolean) =>
  db
    .selectFrom('exchange.difference')
    .where((where) =>
      where.or([
        ...(scope.length ? [where('unitId', 'in', scope)] : []),
        ...(isTop ? [where('unitId', 'is', null)] : []),
        sql<boolean>`false`,
      ]),
    )

type Asked = { scope: Scope; isTop: boolean; limit: number; after?: string }

/** Open ones, the oldest first. `after`: the id of the last one seen. */
export const listDifferences = (db: Db, { scope, isTop, limit, after }: Asked): Promise<Difference[]> =>
  within(db, scope, isTop)
    .select([...columns, ...more])
    .select((c) => c.ref('kind').$castTo<DifferenceKind>().as('kind'))
    .where('settledAt', 'is', null)
    .$if(after !== undefined && after !== '', (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()

export async function countDifferences(db: Db, scope: Scope, isTop: boolean): Promise<number> {
  const { count } = await within(db, scope, isTop)
    .select((c) => c.fn.countAll<number>().as('count'))
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const oneOf = (db: Db, id: string, scope: Scope, isTop: boolean) =>
  within(db, scope, isTop)
    .select([...columns, ...more])
    .select((c) => c.ref('kind').$castTo<DifferenceKind>().as('kind'))
    .where('id', '=', id)

export const findDifference = (db: Db, id: string, scope: Scope, isTop: boolean): Promise<Difference | undefined> =>
  oneOf(db, id, scope, isTop).executeTakeFirst()

export async function holdDifference(db: Db, id: string, scope: Scope, isTop: boolean): Promise<Difference> {
  const found = await oneOf(db, id, scope, isTop).forUpdate().executeTakeFirst()
  return found ?? refuse('missing', 'exchange.difference.missing')
}

export async function settleDifference({ db, now, actor }: Ctx, id: string, note: string): Promise<void> {
  await db
    .updateTable('exchange.difference')
    .set({ settledAt: now, settledBy: actor.accountId, note })
    .where('id', '=', id)
    .execute()
}
