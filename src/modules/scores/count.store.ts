/** The counts as the database sees them: which rows of a dossier's fact each one holds. */
import { type RawBuilder, sql } from 'kysely'
import { type Asked, type CountName, endedCounts, type Flow, receivedCounts } from './count.ts'

type FlagName = Exclude<Flow, 'handledDays'>

/** Beside being counted, and received or ended at all. `f` is the fact. */
const flags: Readonly<Record<FlagName, RawBuilder<boolean>>> = {
  received: sql`true`,
  synced: sql`f.synced`,
  online: sql`f.channel = 2`,
  vneid: sql`f.channel = 2 and f.signed_in_by_vneid`,
  wholeOnline: sql`f.whole_online`,
  withFee: sql`f.has_fee`,
  paidOnline: sql`f.has_fee and f.paid_online > 0`,
  digitised: sql`f.digitised`,
  reused: sql`f.reused > 0`,
  shared: sql`f.shared`,
  verified: sql`f.verified_against_population`,
  unhappy: sql`f.complaint or f.disliked`,
  ended: sql`true`,
  endedLate: sql`f.late_on is not null`,
  finished: sql`f.finished`,
  eResult: sql`f.e_result`,
}

const asColumn = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
export const columnOf = (name: string): RawBuilder<unknown> => sql.raw(asColumn(name))

/** How many rows of a group are in the count. */
export const countSql = (name: Flow): RawBuilder<number> =>
  name === 'handledDays'
    ? sql`coalesce(sum(f.ended_on - f.received_on), 0)`
    : sql`count(*) filter (where ${flags[name]})`

const isEnded = (name: string): boolean => endedCounts.some((one) => one === name)
const isReceived = (name: string): boolean => receivedCounts.some((one) => one === name)

/** The rows that are in a count of a period. */
export function inCount(name: CountName, { from, to, lateAsOf }: Asked): RawBuilder<boolean> {
  const open = sql<boolean>`f.received_on <= ${to}::date and (f.ended_on is null or f.ended_on >= ${from}::date)`
  const late = sql<boolean>`coalesce(f.late_on <= ${lateAsOf}::date, false)`
  if (name === 'open') return open
  if (name === 'late') return sql`${open} and ${late}`
  if (name === 'onTime') return sql`${open} and not ${late}`
  if (name === 'handledDays') return inCount('ended', { from, to, lateAsOf })
  const day = isEnded(name) ? sql`f.ended_on` : isReceived(name) ? sql`f.received_on` : null
  if (!day) throw new Error(`nothing says when "${name}" is counted`)
  return sql`${day} between ${from}::date and ${to}::date and (${flags[name]})`
}
