/** The steps that a dossier came to, as rows. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Step } from '#modules/services/public.ts'
import type { Taken } from './process.ts'

export type StepOutcome = 'done' | 'answered' | 'silent' | 'sent_back' | 'superseded' | 'ended'

export type StepRow = {
  readonly seq: number
  readonly code: string
  readonly kind: Step['kind']
  readonly agency: string | null
  readonly unitId: number
  readonly holderId: string | null
  readonly openedAt: Date
  readonly dueAt: Date
  readonly closedAt: Date | null
  readonly outcome: StepOutcome | null
  readonly result: 'early' | 'on_time' | 'late' | null
}

const steps = (db: Db) =>
  db
    .selectFrom('dossiers.step')
    .select(['seq', 'code', 'agency', 'unitId', 'holderId', 'openedAt', 'dueAt', 'closedAt'])
    .select((c) => [
      c.ref('kind').$castTo<Step['kind']>().as('kind'),
      c.ref('outcome').$castTo<StepOutcome | null>().as('outcome'),
      c.ref('result').$castTo<StepRow['result']>().as('result'),
    ])

export const listSteps = (db: Db, dossierId: string): Promise<StepRow[]> =>
  steps(db).where('dossierId', '=', dossierId).orderBy('seq').execute()

export const listStepsOf = (db: Db, ids: readonly string[]): Promise<(StepRow & { dossierId: string })[]> =>
  steps(db)
    .select('dossierId')
    .where('dossierId', 'in', [...ids])
    .orderBy('dossierId')
    .orderBy('seq')
    .execute()

const counting: readonly (StepOutcome | null)[] = [null, 'done', 'answered', 'silent']

export const takenOf = (rows: readonly StepRow[]): Taken[] =>
  rows.map(({ code, closedAt, outcome }) => ({ code, isOpen: closedAt === null, counts: counting.includes(outcome) }))

type Opened = Pick<StepRow, 'code' | 'kind' | 'agency' | 'unitId' | 'holderId' | 'openedAt' | 'dueAt'>

/** The dossier is held. */
export async function openSteps(db: Db, dossierId: string, after: number, steps: readonly Opened[]): Promise<void> {
  if (steps.length === 0) return
  await db
    .insertInto('dossiers.step')
    .values(steps.map((step, index) => ({ dossierId, seq: after + index + 1, ...step })))
    .execute()
}

type Closing = {
  at: Date
  outcome: StepOutcome
  result?: StepRow['result']
  /** Who did it, where nobody had been given it. */
  by?: string | null
}

export async function closeSteps(
  db: Db,
  dossierId: string,
  seqs: readonly number[],
  { at, outcome, result, by = null }: Closing,
) {
  if (seqs.length === 0) return
  await db
    .updateTable('dossiers.step')
    .set({
      outcome,
      holderId: sql`coalesce(holder_id, ${by}::uuid)`,
      closedAt: sql`coalesce(closed_at, ${at})`,
      ...(result !== undefined && { result }),
    })
    .where('dossierId', '=', dossierId)
    .where('seq', 'in', seqs)
    .execute()
}

export const moveStepDue = (db: Db, dossierId: string, seq: number, dueAt: Date) =>
  db.updateTable('dossiers.step').set({ dueAt }).where('dossierId', '=', dossierId).where('seq', '=', seq).execute()

/** Who did the work of it last; null when nobody of ours did. */
export async function lastHandlerOf(db: Db, dossierId: string): Promise<string | null> {
  const row = await db
    .selectFrom('dossiers.step')
    .select('holderId')
    .where('dossierId', '=', dossierId)
    .where('kind', '=', 'process')
    .where('holderId', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.holderId ?? null
}
