/** The dossiers that cost points of an indicator, the newest first. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { type Listed, upTo } from '#kernel/listing.ts'
import type { Day } from '#kernel/time.ts'
import type { Asked, CountName } from './count.ts'
import { inCount } from './count.store.ts'
import type { EndedBy, LateReason } from './fact.ts'
import { type Indicator, missesOf } from './service-index.ts'
import { type About, narrowed } from './sums.store.ts'

export type Costly = {
  dossierId: string
  code: string
  procedureCode: string
  unitId: number
  officerId: string | null
  receivedOn: Day
  endedOn: Day | null
  endedBy: EndedBy | null
  lateOn: Day | null
  lateBy: LateReason | null
  channel: number
  finished: boolean
  complaint: boolean
  disliked: boolean
  /** What it is not counted in, or (late, unhappy) what it is counted in. */
  missed: CountName[]
}

type Wanted = About & {
  units: readonly number[]
  indicator: Indicator
  asked: Asked
  /** The `next` of the list before. */
  after: string
  limit: number
}

const keyOf = ({ receivedOn, dossierId }: Costly) => `${receivedOn}.${dossierId}`
const isKey = /^(\d{4}-\d{2}-\d{2})\.([0-9a-f-]{36})$/

export async function listCostly(db: Db, wanted: Wanted): Promise<Listed<Costly>> {
  const { units, indicator, asked, after, limit, ...about } = wanted
  const misses = missesOf(indicator).map(({ without, within }) => ({
    name: without ?? within,
    is: without
      ? sql<boolean>`(${inCount(within, asked)}) and not (${inCount(without, asked)})`
      : sql<boolean>`(${inCount(within, asked)})`,
  }))
  if (!misses.length) return { items: [], next: null }
  const [, on, id] = isKey.exec(after) ?? []
  const from = on && id ? sql`and (f.received_on, f.dossier_id) < (${on}::date, ${id}::uuid)` : sql``
  const missed = sql.join(misses.map(({ name, is }) => sql`case when ${is} then ${name}::text end`))
  const { rows } = await sql<Costly>`
    select f.dossier_id, f.code, f.procedure_code, f.unit_id, f.officer_id, f.received_on, f.ended_on, f.ended_by,
      f.late_on, f.late_by, f.channel, f.finished, f.complaint, f.disliked, array_remove(array[${missed}], null) as missed
    from scores.fact f
    where f.counted and f.unit_id = any(${[...units]}::integer[]) ${narrowed(about, 'f')}
      and (${sql.join(
        misses.map(({ is }) => sql`(${is})`),
        sql` or `,
      )}) ${from}
    order by f.received_on desc, f.dossier_id desc
    limit ${limit + 1}`.execute(db)
  return upTo(rows, limit, keyOf)
}
