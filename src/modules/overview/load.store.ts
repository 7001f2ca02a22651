/** One row an open dossier, and the load that moves with it. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { type Line, linesMoved, type Load, type Moved, type OpenDossier } from './load.ts'

export const openDossiers = (db: Db) =>
  db
    .selectFrom('overview.open_dossier')
    .select(['dossierId', 'code', 'procedureCode', 'title', 'unitId', 'holderId', 'dueAt', 'stepsDueAt'])
    .select(['hoursAhead', 'supplements', 'extensions', 'movedAt'])
    .select((c) => c.ref('standing').$castTo<OpenDossier['standing']>().as('standing'))

export type Told = { readonly dossierId: string; readonly now: OpenDossier | null }

/**
 * Writes down how dossiers stand, in the transaction that changes them and holds them; `null`: it has ended. The same
 * again changes nothing. Returns how many stood differently before.
 */
export async function recordOpen(db: Db, told: readonly Told[]): Promise<number> {
  if (!db.isTransaction) throw new Error('what is open is recorded in the transaction that changes it')
  if (told.length === 0) return 0
  const ids = told.map(({ dossierId }) => dossierId)
  const rows = await openDossiers(db).where('dossierId', 'in', ids).execute()
  const before = new Map(rows.map((row) => [row.dossierId, row]))
  const changed = told.filter(({ dossierId, now }) => !isSame(before.get(dossierId) ?? null, now))
  if (changed.length === 0) return 0
  const after = changed.flatMap(({ now }) => (now ? [now] : []))
  const gone = changed.filter(({ now }) => now === null).map(({ dossierId }) => dossierId)
  await keep(db, after)
  if (gone.length > 0) await db.deleteFrom('overview.open_dossier').where('dossierId', 'in', gone).execute()
  const left = changed.flatMap(({ dossierId }) => before.get(dossierId) ?? [])
  await moveLoad(db, linesMoved(left, after))
  return changed.length
}

const isSame = (before: OpenDossier | null, now: OpenDossier | null): boolean =>
  before === null || now === null
    ? before === now
    : Object.entries(now).every(
        ([name, value]) => JSON.stringify(value) === JSON.stringify(before[name as keyof OpenDossier]),
      )

const told = [
  'code',
  'procedureCode',
  'title',
  'unitId',
  'holderId',
  'standing',
  'dueAt',
  'stepsDueAt',
  'hoursAhead',
  'supplements',
  'extensions',
  'movedAt',
] as const

async function keep(db: Db, rows: readonly OpenDossier[]): Promise<void> {
  if (rows.length === 0) return
  await db
    .insertInto('overview.open_dossier')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .column('dossierId')
        .doUpdateSet((to) => Object.fromEntries(told.map((name) => [name, to.ref(`excluded.${name}`)]))),
    )
    .execute()
}

async function moveLoad(db: Db, lines: readonly Moved[]): Promise<void> {
  if (lines.length === 0) return
  await db
    .insertInto('overview.load')
    .values([...lines])
    .onConflict((conflict) =>
      conflict
        .columns(['unitId', 'holderId', 'standing', 'dueOn'])
        .doUpdateSet({ count: sql`overview.load.count + excluded.count` }),
    )
    .execute()
  for (const line of lines.filter(({ count }) => count < 0)) await dropEmpty(db, line)
}

const dropEmpty = (db: Db, { unitId, holderId, standing, dueOn }: Line) =>
  sql`
    delete from overview.load
    where unit_id = ${unitId} and holder_id is not distinct from ${holderId}::uuid and standing = ${standing}
      and due_on is not distinct from ${dueOn}::date and count = 0`.execute(db)

/** Ids of what is counted as open, in order, so many after one. */
export const listOpenIds = async (db: Db, after: string, limit: number): Promise<string[]> =>
  (
    await db
      .selectFrom('overview.open_dossier')
      .select('dossierId')
      .where('dossierId', '>', after)
      .orderBy('dossierId')
      .limit(limit)
      .execute()
  ).map(({ dossierId }) => dossierId)

/** Counts everything again from what is open, and writes what differs. Returns how many lines were wrong. */
export const recountLoad = (db: Db): Promise<{ wrong: number }> =>
  db.isTransaction ? recount(db) : db.transaction().execute(recount)

async function recount(db: Db): Promise<{ wrong: number }> {
  await sql`lock table overview.open_dossier in share mode`.execute(db)
  const same = sql`n.unit_id = t.unit_id and n.holder_id is not distinct from t.holder_id and n.standing = t.standing
    and n.due_on is not distinct from t.due_on`
  const { rows } = await sql<{ wrong: number }>`
    with fresh as materialized (
      select unit_id, holder_id, standing, count(*)::integer as count,
        case when standing = 'running' then (due_at at time zone 'Asia/Ho_Chi_Minh')::date end as due_on
      from overview.open_dossier group by unit_id, holder_id, standing, due_on),
    gone as (delete from overview.load t where not exists (select from fresh n where ${same}) returning 1),
    kept as (
      insert into overview.load (unit_id, holder_id, standing, due_on, count)
      select unit_id, holder_id, standing, due_on, count from fresh
      except select unit_id, holder_id, standing, due_on, count from overview.load
      on conflict (unit_id, holder_id, standing, due_on) do update set count = excluded.count
      returning 1)
    select ((select count(*) from gone) + (select count(*) from kept))::integer as wrong`.execute(db)
  return { wrong: rows[0]?.wrong ?? 0 }
}

const sums = (today: Day) => sql`
  coalesce(sum(count) filter (where standing = 'running'), 0)::integer as running,
  coalesce(sum(count) filter (where standing = 'running' and due_on = ${today}::date), 0)::integer as due_today,
  coalesce(sum(count) filter (where standing = 'running' and due_on < ${today}::date), 0)::integer as late,
  coalesce(sum(count) filter (where standing = 'paused'), 0)::integer as paused,
  coalesce(sum(count) filter (where standing = 'waiting'), 0)::integer as waiting,
  coalesce(sum(count) filter (where standing = 'ready'), 0)::integer as ready`

/** Of each unit what lies with itself. */
export async function loadByUnit(db: Db, units: readonly number[], today: Day) {
  const { rows } = await sql<Load & { unitId: number }>`
    select unit_id, ${sums(today)} from overview.load where unit_id = any(${[...units]}::integer[])
    group by unit_id`.execute(db)
  return rows
}

/** Of each officer of a unit; `null`: what nobody has taken yet. */
export async function loadByHolder(db: Db, unitId: number, today: Day) {
  const { rows } = await sql<Load & { holderId: string | null }>`
    select holder_id, ${sums(today)} from overview.load where unit_id = ${unitId} group by holder_id`.execute(db)
  return rows
}

export const findOpen = (db: Db, dossierId: string): Promise<OpenDossier | undefined> =>
  openDossiers(db).where('dossierId', '=', dossierId).executeTakeFirst()
