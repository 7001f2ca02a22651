/** One row a dossier, and the sums that move with it. */
import { sql, type Selectable } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import type { DossierFact, Judged } from './fact.ts'
import { judge } from './fact.ts'
import { sheetOn } from './service-index.ts'
import { markDays } from './due.store.ts'
import { moveTally } from './tally.store.ts'

type Row = Selectable<Tables['scores.fact']>

/** What the database holds as text, number or list; the columns are named as the fact is. */
const judgedOf = (row: Row): Judged => row as Row & Judged

const lock = 4660767

/**
 * Sums of a unit are moved by one transaction at a time. Whoever records has the dossiers already, takes all units in one
 * order and then their lines: so two wait for one another and never in a ring.
 */
async function holdUnits(db: Db, facts: readonly DossierFact[]): Promise<void> {
  const ids = facts.map(({ dossierId }) => dossierId)
  const before = await db
    .selectFrom('scores.fact')
    .select('unitId')
    .where('dossierId', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const units = [...new Set([...before, ...facts].map(({ unitId }) => unitId))].toSorted((a, b) => a - b)
  for (const unitId of units) await sql`select pg_advisory_xact_lock(${lock}::integer, ${unitId}::integer)`.execute(db)
}

/**
 * Writes down how dossiers stand, in the transaction that changes them; the sums of the index move by the difference. The
 * same again changes nothing. Returns how many stood differently before.
 */
export async function recordFacts(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  facts: readonly DossierFact[],
): Promise<number> {
  if (!db.isTransaction) throw new Error('a fact is recorded in the transaction that changes the dossier')
  if (!facts.length) return 0
  await holdUnits(db, facts)
  let changed = 0
  for (const fact of facts) if (await recordOne(db, judge(fact, sheetOn(fact.receivedOn).judging), now)) changed += 1
  return changed
}

export const recordFact = (ctx: Pick<Ctx, 'db' | 'now'>, fact: DossierFact): Promise<number> => recordFacts(ctx, [fact])

async function recordOne(db: Db, judged: Judged, now: Date): Promise<boolean> {
  const before = await keep(db, judged, now)
  if (before && isSame(before, judged)) return false
  await moveTally(db, before, judged)
  await markDays(db, before, judged)
  return true
}

const isSame = (before: Judged, judged: Judged): boolean =>
  Object.entries(judged).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(before[name as keyof Judged]),
  )

/** Answers with what was there before. Two that come at once wait for one another. */
async function keep(db: Db, judged: Judged, at: Date): Promise<Judged | null> {
  const row = { ...judged, supplementsAsked: [...judged.supplementsAsked], recordedAt: at }
  const fresh = await db
    .insertInto('scores.fact')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returning('dossierId')
    .executeTakeFirst()
  if (fresh) return null
  const mine = judged.dossierId
  const before = await db
    .selectFrom('scores.fact')
    .selectAll()
    .where('dossierId', '=', mine)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (!isSame(judgedOf(before), judged))
    await db.updateTable('scores.fact').set(row).where('dossierId', '=', mine).execute()
  return judgedOf(before)
}

export async function findFact(db: Db, dossierId: string): Promise<Judged | undefined> {
  const row = await db.selectFrom('scores.fact').selectAll().where('dossierId', '=', dossierId).executeTakeFirst()
  return row && judgedOf(row)
}
