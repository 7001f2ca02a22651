/** The sums: moved by difference with each dossier, and made again from all of them in one go. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type Day, firstOfMonth } from '#kernel/time.ts'
import { type Tallied, endedCounts, entriesOf, receivedCounts, tallied } from './count.ts'
import { columnOf, countSql } from './count.store.ts'
import type { Judged } from './fact.ts'

const key = ['unitId', 'countedOn', 'procedureCode', 'officerId'] as const
type Line = { unitId: number; countedOn: Day; procedureCode: string; officerId: string | null } & Record<Tallied, number>

const nothing = Object.fromEntries(tallied.map((name) => [name, 0])) as Record<Tallied, number>

/** What stands on which line of the tally; a count of something late keeps its day. */
export function linesOf(changes: readonly { fact: Judged; sign: 1 | -1 }[]): Line[] {
  const lines = new Map<string, Line>()
  for (const { fact, sign } of changes)
    for (const { on, counts } of entriesOf(fact)) {
      const countedOn = 'late' in counts ? on : firstOfMonth(on)
      const { unitId, procedureCode, officerId } = fact
      const id = [unitId, countedOn, procedureCode, officerId ?? ''].join(' ')
      const line = lines.get(id) ?? { unitId, countedOn, procedureCode, officerId, ...nothing }
      for (const [name, count] of Object.entries(counts)) line[name as Tallied] += sign * count
      lines.set(id, line)
    }
  return [...lines].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

/** In one order always, so that two that move the same lines wait for one another and never in a ring. */
export async function moveTally(db: Db, before: Judged | null, after: Judged) {
  const changes = [{ fact: after, sign: 1 as const }, ...(before ? [{ fact: before, sign: -1 as const }] : [])]
  const lines = linesOf(changes).filter((line) => tallied.some((name) => line[name] !== 0))
  if (!lines.length) return
  await db
    .insertInto('scores.tally')
    .values(lines)
    .onConflict((conflict) =>
      conflict.columns([...key]).doUpdateSet((row) => {
        const sum = (name: Tallied) => sql<number>`${row.ref(`scores.tally.${name}`)} + ${row.ref(`excluded.${name}`)}`
        return Object.fromEntries(tallied.map((name) => [name, sum(name)]))
      }),
    )
    .execute()
}

const list = (of: readonly Tallied[], write: (name: Tallied) => ReturnType<typeof columnOf>) => sql.join(of.map(write))
const columns = list(tallied, columnOf)

/** `day` is truncated as a plain date: the time zone of a connection has no say in it. */
const monthly = (day: 'received_on' | 'ended_on', counts: readonly Tallied[]) => sql`
  select f.unit_id, date_trunc('month', f.${sql.raw(day)}::timestamp)::date as counted_on, f.procedure_code, f.officer_id,
    ${list(tallied, (name) => (name !== 'late' && counts.includes(name) ? sql`${countSql(name)} as ${columnOf(name)}` : sql`0::bigint as ${columnOf(name)}`))}
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
      select f.unit_id, f.late_on, f.procedure_code, f.officer_id, ${list(tallied, (name) => (name === 'late' ? sql`count(*)` : sql`0::bigint`))}
      from scores.fact f where f.counted and f.late_on is not null
      group by 1, 2, 3, 4) parts
    group by 1, 2, 3, 4)`

/**
 * Makes all sums again and writes only those that differ; who reads goes on reading, who records waits. Returns how many
 * lines were wrong: none, unless somebody wrote past `recordFact`. Has a transaction of its own.
 */
export async function recompute(db: Db): Promise<{ wrong: number }> {
  return db.transaction().execute(async (transaction) => {
    await sql`lock table scores.fact in share mode`.execute(transaction)
    const { rows } = await sql<{ wrong: number }>`
      with ${fresh},
      gone as (
        delete from scores.tally t where not exists (
          select from fresh f where f.unit_id = t.unit_id and f.counted_on = t.counted_on
            and f.procedure_code = t.procedure_code and f.officer_id is not distinct from t.officer_id)
        returning (${sql.join(
          tallied.map((name) => sql`t.${columnOf(name)} <> 0`),
          sql` or `,
        )}) as said_something),
      kept as (
        insert into scores.tally as t (unit_id, counted_on, procedure_code, officer_id, ${columns})
        select unit_id, counted_on, procedure_code, officer_id, ${columns} from fresh
        on conflict (unit_id, counted_on, procedure_code, officer_id) do update
          set ${list(tallied, (name) => sql`${columnOf(name)} = excluded.${columnOf(name)}`)}
          where (${list(tallied, (name) => sql`t.${columnOf(name)}`)}) is distinct from (${list(tallied, (name) => sql`excluded.${columnOf(name)}`)})
        returning 1)
      select ((select count(*) from gone where said_something) + (select count(*) from kept))::integer as wrong`.execute(
      transaction,
    )
    return { wrong: rows[0]?.wrong ?? 0 }
  })
}
