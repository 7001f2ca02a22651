/** Sums of a unit with all below it: month by month, or by what stands below. */
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type Day, firstOfMonth } from '#kernel/time.ts'
import { type Asked, type Flow, flows, type Sums, type Tallied, tallied } from './count.ts'
import { columnOf } from './count.store.ts'

/** `officerId`, `procedureCode`: of one alone. */
export type About = { officerId?: string | null | undefined; procedureCode?: string | undefined }

export const narrowed = ({ officerId, procedureCode }: About, of: 't' | 'f') => {
  const column = (name: string) => sql.raw(`${of}.${name}`)
  const officer =
    officerId === undefined ? sql`` : sql`and ${column('officer_id')} is not distinct from ${officerId}::uuid`
  return procedureCode === undefined ? officer : sql`${officer} and ${column('procedure_code')} = ${procedureCode}`
}

export type Below = {
  unitId: number /** The unit directly below through which it counts; itself for the unit asked about. */
  childId: number
}

/** The units that count under one at the end of a period, itself among them. */
export async function unitsUnder(db: Db, unitId: number, to: Day): Promise<Below[]> {
  const { rows } = await sql<Below>`
    with tree as materialized (select unit_id, ancestor_id, depth from kernel.tree_of_month(${firstOfMonth(to)}::date))
    select u.unit_id, coalesce(c.ancestor_id, u.unit_id) as child_id
    from tree u
    left join (tree c join tree p on p.unit_id = c.ancestor_id and p.ancestor_id = ${unitId} and p.depth = 1) on c.unit_id = u.unit_id
    where u.ancestor_id = ${unitId}
    order by 1`.execute(db)
  return rows
}

export type MonthOfSums = { month: Day } & Record<Tallied, number>

type Under = About & { units: readonly number[] }

/** The coarse sums, unless one officer or procedure is asked about. */
const tableFor = ({ officerId, procedureCode }: About) =>
  sql.raw(officerId === undefined && procedureCode === undefined ? 'scores.unit_tally' : 'scores.tally')

/** Every month up to a day, of what these units did; what becomes late after `lateAsOf` is left out. */
export async function listMonths(db: Db, { units, to, lateAsOf, ...about }: Under & Asked): Promise<MonthOfSums[]> {
  const sums = tallied.map((name) =>
    name === 'late'
      ? sql`coalesce(sum(t.late) filter (where t.counted_on <= ${lateAsOf}::date), 0) as late`
      : sql`sum(t.${columnOf(name)}) as ${columnOf(name)}`,
  )
  const { rows } = await sql<MonthOfSums>`
    select date_trunc('month', t.counted_on::timestamp)::date as month, ${sql.join(sums)}
    from ${tableFor(about)} t
    where t.unit_id = any(${[...units]}::integer[]) and t.counted_on <= ${to}::date ${narrowed(about, 't')}
    group by 1 order by 1`.execute(db)
  return rows
}

const periodSums = ({ from, to, lateAsOf }: Asked) => {
  const within = (name: Flow) =>
    sql`coalesce(sum(t.${columnOf(name)}) filter (where t.counted_on between ${from}::date and ${to}::date), 0) as ${columnOf(name)}`
  const before = (name: 'ended' | 'endedLate') =>
    sql`coalesce(sum(t.${columnOf(name)}) filter (where t.counted_on < ${from}::date), 0)`
  return sql`${sql.join(flows.map(within))},
    coalesce(sum(t.received) filter (where t.counted_on <= ${to}::date), 0) - ${before('ended')} as open,
    coalesce(sum(t.late) filter (where t.counted_on <= ${lateAsOf}::date), 0) - ${before('endedLate')} as late`
}

type Keyed<K> = { key: K } & Sums

/** Of each unit what it did itself. */
export const sumsByUnit = (db: Db, units: readonly number[], asked: Asked): Promise<Keyed<number>[]> =>
  grouped<number>(db, sql`t.unit_id`, sql`scores.unit_tally t`, whereOf(units, {}), asked)

export const sumsByOfficer = (db: Db, { units, ...about }: Under, asked: Asked): Promise<Keyed<string | null>[]> =>
  grouped<string | null>(db, sql`t.officer_id`, sql`scores.tally t`, whereOf(units, about), asked)

export const sumsByProcedure = (db: Db, { units, ...about }: Under, asked: Asked): Promise<Keyed<string>[]> =>
  grouped<string>(db, sql`t.procedure_code`, sql`scores.tally t`, whereOf(units, about), asked)

const whereOf = (units: readonly number[], about: About) =>
  sql`t.unit_id = any(${[...units]}::integer[]) ${narrowed(about, 't')}`

async function grouped<K>(
  db: Db,
  key: RawBuilder<unknown>,
  from: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  asked: Asked,
): Promise<Keyed<K>[]> {
  const { rows } = await sql<Keyed<K>>`
    select * from (
      select ${key} as key, ${periodSums(asked)} from ${from}
      where ${where} and t.counted_on <= ${asked.to}::date
      group by 1) s
    where s.open <> 0 or s.received <> 0`.execute(db)
  return rows
}

/** What each officer of a unit has ended since the first of a month. */
export async function endedByOfficer(db: Db, unitId: number, from: Day): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ officerId: string; ended: number }>`
    select officer_id, sum(ended)::integer as ended from scores.tally
    where unit_id = ${unitId} and counted_on >= ${from}::date and ended > 0 and officer_id is not null
    group by officer_id`.execute(db)
  return new Map(rows.map(({ officerId, ended }) => [officerId, ended]))
}
