/** The sums: moved by difference with each dossier, and made again from all of them in one go. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type Day, firstOfMonth } from '#kernel/time.ts'
import { type Tallied, endedCounts, entriesOf, receivedCounts, tallied } from './count.ts'
import { columnOf, countSql } from './count.store.ts'
import type { Judged } from './fact.ts'

type Key = { unitId: number; countedOn: Day }
type FineKey = Key & { procedureCode: string; officerId: string | null }
type Change = { fact: Judged; sign: 1 | -1 }

const nothing = Object.fromEntries(tallied.map((name) => [name, 0])) as Record<Tallied, number>

/**
 * What is added to which line; a count of something late keeps its day. In one order always, so that two that move the
 * same lines wait for one another and never in a ring.
 */
function linesOf<K extends Key>(changes: readonly Change[], keyOf: (fact: Judged, countedOn: Day) => K) {
  const lines = new Map<string, K & Record<Tallied, number>>()
  for (const { fact, sign } of changes)
    for (const { on, counts } of entriesOf(fact)) {
      const key = keyOf(fact, 'late' in counts ? on : firstOfMonth(on))
      const id = Object.values(key).join(' ')
      const line: Record<Tallied, number> = lines.get(id) ?? { ...nothing }
      for (const [name, count] of Object.entries(counts)) line[name as Tallied] += sign * count
      lines.set(id, { ...key, ...line })
    }
  const all = [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
  return all.filter((line) => tallied.some((name) => line[name] !== 0))
}

export async function moveTally(db: Db, before: Judged | null, after: Judged) {
  const changes: Change[] = [{ fact: after, sign: 1 }, ...(before ? [{ fact: before, sign: -1 as const }] : [])]
  const fine = linesOf<FineKey>(changes, ({ unitId, procedureCode, officerId }, countedOn) => {
    return { unitId, countedOn, procedureCode, officerId }
  })
  const coarse = linesOf<Key>(changes, ({ unitId }, countedOn) => ({ unitId, countedOn }))
  const plus = (table: string) =>
    Object.fromEntries(
      tallied.map((name) => [name, sql<number>`${sql.ref(`${table}.${name}`)} + ${sql.ref(`excluded.${name}`)}`]),
    )
  if (fine.length)
    await db
      .insertInto('scores.tally')
      .values(fine)
      .onConflict((conflict) =>
        conflict.columns(['unitId', 'countedOn', 'procedureCode', 'officerId']).doUpdateSet(plus('scores.tally')),
      )
      .execute()
  if (coarse.length)
    await db
      .insertInto('scores.unit_tally')
      .values(coarse)
      .onConflict((conflict) => conflict.columns(['unitId', 'countedOn']).doUpdateSet(plus('scores.unit_tally')))
      .execute()
}

const list = (of: readonly Tallied[], write: (name: Tallied) => ReturnType<typeof columnOf>) => sql.join(of.map(write))
const columns = list(tallied, columnOf)

/** Plain integers, because the sum of large ones would be made of decimals. `day` is truncated as a plain date: the time zone of a connection has no say in it. */
const monthly = (day: 'received_on' | 'ended_on', counts: readonly Tallied[]) => sql`
  select f.unit_id, date_trunc('month', f.${sql.raw(day)}::timestamp)::date as counted_on, f.procedure_code, f.officer_id,
    ${list(tallied, (name) => (name !== 'late' && counts.includes(name) ? sql`(${countSql(name)})::integer as ${columnOf(name)}` : sql`0 as ${columnOf(name)}`))}
  from scores.fact f where f.counted and f.${sql.raw(day)} is not null
  group by 1, 2, 3, 4`

const fresh = sql`
  fresh as materialized (
    select unit_id, counted_on, procedure_code, officer_id, ${list(tallied, (name) => sql`sum(${columnOf(name)})::integer as ${columnOf(name)}`)}
    from (
      ${monthly('received_on', receivedCounts)}
      union all
      ${monthly('ended_on', endedCounts)}
      union all
      select f.unit_id, f.late_on, f.procedure_code, f.officer_id, ${list(tallied, (name) => (name === 'late' ? sql`count(*)::integer` : sql`0`))}
      from scores.fact f where f.counted and f.late_on is not null
      group by 1, 2, 3, 4) parts
    group by 1, 2, 3, 4)`

/**
 * Makes all sums again and writes only those that differ; who reads goes on reading, who records waits. Returns how many
 * lines were wrong: none, unless somebody wrote past `recordFact`.
 */
export const recompute = (db: Db): Promise<{ wrong: number }> =>
  db.isTransaction ? makeAgain(db) : db.transaction().execute(makeAgain)

const saysSomething = sql.join(
  tallied.map((name) => sql`t.${columnOf(name)} <> 0`),
  sql` or `,
)
/** What is no longer there goes, what differs is written, the rest is not touched: `gone_…` and `kept_…` say what was wrong. */
function replaced(table: 'tally' | 'unit_tally', key: readonly string[], source: string) {
  const [into, from] = [sql.raw(`scores.${table}`), sql.raw(source)]
  const keys = sql.raw(key.join(', '))
  const isSame = (column: string) => `n.${column} ${column === 'officer_id' ? 'is not distinct from' : '='} t.${column}`
  return sql`
    ${sql.raw(`gone_${table}`)} as (
      delete from ${into} t where not exists (select from ${from} n where ${sql.raw(key.map(isSame).join(' and '))})
      returning (${saysSomething}) as was_wrong),
    ${sql.raw(`kept_${table}`)} as (
      insert into ${into} (${keys}, ${columns})
      select ${keys}, ${columns} from ${from} except select ${keys}, ${columns} from ${into}
      on conflict (${keys}) do update
        set ${list(tallied, (name) => sql`${columnOf(name)} = excluded.${columnOf(name)}`)}
      returning 1)`
}

async function makeAgain(db: Db): Promise<{ wrong: number }> {
  await sql`lock table scores.fact in share mode`.execute(db)
  const { rows } = await sql<{ wrong: number }>`
    with ${fresh},
    units as materialized (
      select unit_id, counted_on, ${list(tallied, (name) => sql`sum(${columnOf(name)})::integer as ${columnOf(name)}`)}
      from fresh group by 1, 2),
    ${replaced('tally', ['unit_id', 'counted_on', 'procedure_code', 'officer_id'], 'fresh')},
    ${replaced('unit_tally', ['unit_id', 'counted_on'], 'units')}
    select ((select count(*) from gone_tally where was_wrong) + (select count(*) from kept_tally)
      + (select count(*) from gone_unit_tally where was_wrong) + (select count(*) from kept_unit_tally))::integer as wrong`.execute(
    db,
  )
  return { wrong: rows[0]?.wrong ?? 0 }
}
