/** Each time a message went out, and whether the other system answers at all. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { pauseAfter, type SendingRule } from './sending-rule.ts'

export type Step = 'look_up' | 'send' | 'send_again'
export type Attempt = {
  messageId: string
  no: number
  step: Step
  at: Date
  outcome: 'taken' | 'refused' | 'away' | 'unsure' | 'found' | 'not_found'
  answer: string | null
}

/** Enough to see what was wrong. */
const longestAnswer = 4000
export const cut = (answer: string): string => answer.slice(0, longestAnswer).replaceAll('\0', '').toWellFormed()

export async function insertAttempt(db: Db, attempt: Attempt): Promise<void> {
  const answer = attempt.answer === null ? null : cut(attempt.answer)
  await db
    .insertInto('exchange.attempt')
    .values({ ...attempt, answer })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Newest first. */
export const listAttempts = (db: Db, messageId: string): Promise<Attempt[]> =>
  db
    .selectFrom('exchange.attempt')
    .select(['messageId', 'no', 'at', 'answer'])
    .select((c) => [
      c.ref('step').$castTo<Step>().as('step'),
      c.ref('outcome').$castTo<Attempt['outcome']>().as('outcome'),
    ])
    .where('messageId', '=', messageId)
    .orderBy('no', 'desc')
    .orderBy('at', 'desc')
    .orderBy('step', 'desc')
    .limit(100)
    .execute()

export type Circuit = {
  system: string
  failures: number
  trips: number
  openUntil: Date | null
  lastOkAt: Date | null
  failedAt: Date | null
  fault: string | null
}

export const listCircuits = (db: Db): Promise<Circuit[]> => db.selectFrom('exchange.circuit').selectAll().execute()

/**
 * How many messages may go out now: `most`, none while the system is left alone, or one that finds out whether it is back.
 * Of several processes one finds out: whoever is first leaves it alone for the others meanwhile.
 */
export async function allowance(db: Db, system: string, now: Date, most: number, probeUntil: Date): Promise<number> {
  const found = await db
    .selectFrom('exchange.circuit')
    .select('openUntil')
    .where('system', '=', system)
    .executeTakeFirst()
  if (!found?.openUntil) return most
  if (found.openUntil > now) return 0
  const mine = await db
    .updateTable('exchange.circuit')
    .set({ openUntil: probeUntil })
    .where('system', '=', system)
    .where('openUntil', '=', found.openUntil)
    .executeTakeFirst()
  return mine.numUpdatedRows > 0n ? 1 : 0
}

export async function noteAnswered(db: Db, system: string, now: Date): Promise<void> {
  const well = { failures: 0, trips: 0, openUntil: null, lastOkAt: now }
  await db
    .insertInto('exchange.circuit')
    .values({ system, ...well })
    .onConflict((conflict) => conflict.column('system').doUpdateSet(well))
    .execute()
}

/** `count`: so many at once, and none that was understood. */
type Failing = { now: Date; fault: string; count: number; rule: SendingRule['circuit']; probe: boolean }

/** After so many in a row, or when it failed again after a pause, it is left alone; each time for longer. */
export async function noteFailed(db: Db, system: string, { now, fault, count, rule, probe }: Failing): Promise<void> {
  const failed = { failedAt: now, fault: cut(fault).slice(0, 500) }
  const { failures, trips } = await db
    .insertInto('exchange.circuit')
    .values({ system, failures: count, ...failed })
    .onConflict((conflict) =>
      conflict.column('system').doUpdateSet({ failures: sql<number>`exchange.circuit.failures + ${count}`, ...failed }),
    )
    .returning(['failures', 'trips'])
    .executeTakeFirstOrThrow()
  if (failures < rule.failures) return
  const openUntil = new Date(now.getTime() + pauseAfter(rule, trips + 1) * 1000)
  await db
    .updateTable('exchange.circuit')
    .set({ trips: trips + 1, openUntil })
    .where('system', '=', system)
    .where('trips', '=', trips)
    // Of several that failed at the same time the first says so.
    .$if(!probe, (query) =>
      query.where((where) => where.or([where('openUntil', 'is', null), where('openUntil', '<=', now)])),
    )
    .execute()
}
