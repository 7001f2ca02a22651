/** One row a dossier, and the sums that move with it. */
import type { Selectable } from 'kysely'
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

/**
 * Writes down how a dossier stands, in the transaction that changes it; the sums of the index move by the difference.
 * The same again changes nothing.
 */
export async function recordFact({ db, now }: Pick<Ctx, 'db' | 'now'>, fact: DossierFact): Promise<void> {
  if (!db.isTransaction) throw new Error('a fact is recorded in the transaction that changes the dossier')
  const judged = judge(fact, sheetOn(fact.receivedOn).judging)
  const before = await keep(db, judged, now)
  await moveTally(db, before, judged)
  await markDays(db, before, judged)
}

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
  await db.updateTable('scores.fact').set(row).where('dossierId', '=', mine).execute()
  return judgedOf(before)
}

export async function findFact(db: Db, dossierId: string): Promise<Judged | undefined> {
  const row = await db.selectFrom('scores.fact').selectAll().where('dossierId', '=', dossierId).executeTakeFirst()
  return row && judgedOf(row)
}
