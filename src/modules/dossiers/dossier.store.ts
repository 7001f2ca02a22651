/** Dossiers as rows: one each, with the id of the application; what changes it holds it first. */
import { isId } from '#kernel/id.ts'
import type { ClockEvent, ClockEventKind } from '#modules/clock/public.ts'
import { sql, type Insertable, type SelectQueryBuilder, type Updateable } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Tables } from '#kernel/db/tables.ts'
import { fold } from '#kernel/fold.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { Dossier } from './dossier.ts'

type Row = Tables['dossiers.dossier']

export const dossiers = (db: Db) =>
  db
    .selectFrom('dossiers.dossier as d')
    .select(['d.id', 'd.code', 'd.requestCode', 'd.procedureCode', 'd.serviceVersion', 'd.title', 'd.caseCode'])
    .select(['d.partyId', 'd.applicant', 'd.numberTail', 'd.unitId', 'd.competentId', 'd.authoritativeSystem'])
    .select(['d.feeTotal', 'd.holderId', 'd.filedAt', 'd.receivedAt', 'd.receivedBy', 'd.backdated', 'd.startsAt'])
    .select([
      'd.promisedAt',
      'd.dueAt',
      'd.pausedAt',
      'd.leftMinutes',
      'd.handOverBy',
      'd.awaitedUntil',
      'd.supplements',
      'd.extensions',
    ])
    .select(['d.finishedAt', 'd.returnedAt', 'd.returnedHow', 'd.identityChecked', 'd.revision', 'd.changedAt'])
    .select((c) => [
      c.ref('d.channel').$castTo<Dossier['channel']>().as('channel'),
      c.ref('d.state').$castTo<Dossier['state']>().as('state'),
      c.ref('d.resume').$castTo<Dossier['resume']>().as('resume'),
      c.ref('d.finance').$castTo<Dossier['finance']>().as('finance'),
      c.ref('d.delivery').$castTo<Dossier['delivery']>().as('delivery'),
      c.ref('d.sync').$castTo<Dossier['sync']>().as('sync'),
      c.ref('d.timeLimit').$castTo<Dossier['timeLimit']>().as('timeLimit'),
      c.ref('d.outcome').$castTo<Dossier['outcome']>().as('outcome'),
      c.ref('d.refusal').$castTo<Dossier['refusal']>().as('refusal'),
      c.ref('d.withdrawal').$castTo<Dossier['withdrawal']>().as('withdrawal'),
    ])

export type RowOf<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
const asDossier = (row: RowOf<ReturnType<typeof dossiers>>): Dossier => row

export async function findDossier(db: Db, id: string): Promise<Dossier | undefined> {
  const row = isId(id) ? await dossiers(db).where('d.id', '=', id).executeTakeFirst() : undefined
  return row && asDossier(row)
}

export const getDossier = async (db: Db, id: string): Promise<Dossier> =>
  (await findDossier(db, id)) ?? refuse('missing', 'dossiers.dossier.missing')

/** As `findDossier`; and nobody else changes it until this transaction ends. */
export async function holdDossier(db: Db, id: string): Promise<Dossier | undefined> {
  const row = isId(id) ? await dossiers(db).where('d.id', '=', id).forUpdate().executeTakeFirst() : undefined
  return row && asDossier(row)
}

export type DossierChange = Omit<Updateable<Row>, 'id' | 'timeLimit' | 'refusal' | 'withdrawal'> &
  Partial<Pick<Dossier, 'timeLimit' | 'refusal' | 'withdrawal'>>

const asJson = (value: object | null | undefined) =>
  value === undefined ? undefined : value === null ? null : JSON.stringify(value)

const rowOf = ({ timeLimit, refusal, withdrawal, ...rest }: DossierChange): Updateable<Row> => ({
  ...rest,
  ...(timeLimit !== undefined && { timeLimit: asJson(timeLimit) }),
  ...(refusal !== undefined && { refusal: asJson(refusal) }),
  ...(withdrawal !== undefined && { withdrawal: asJson(withdrawal) }),
})

export async function updateDossier(db: Db, id: string, change: DossierChange, now: Date): Promise<number> {
  const { revision } = await db
    .updateTable('dossiers.dossier')
    .set(rowOf(change))
    .set({ revision: sql`revision + 1`, changedAt: now })
    .where('id', '=', id)
    .returning('revision')
    .executeTakeFirstOrThrow()
  return revision
}

type Begun = Pick<
  Dossier,
  | 'id'
  | 'requestCode'
  | 'procedureCode'
  | 'serviceVersion'
  | 'title'
  | 'caseCode'
  | 'channel'
  | 'partyId'
  | 'applicant'
  | 'numberTail'
  | 'unitId'
  | 'competentId'
  | 'authoritativeSystem'
  | 'feeTotal'
  | 'filedAt'
>

/** The desk has opened it. Two at once open it once. */
export async function insertArrived(db: Db, begun: Begun, now: Date): Promise<void> {
  const finance = begun.feeTotal > 0 ? 'due' : 'none'
  const row = { ...begun, state: 'arrived', finance, changedAt: now } satisfies Insertable<Row>
  await db
    .insertInto('dossiers.dossier')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await insertKeys(db, begun)
}

/** Under the units that may find it: names without their marks, and the tail of the number. */
export const searchKeys = (unitIds: readonly number[], words: readonly string[]): string[] =>
  [...new Set(unitIds)].flatMap((unit) => words.map((word) => `${unit}:${word}`))

export const wordsOf = (text: string): string[] => [
  ...new Set(
    fold(text)
      .split(/[^a-z0-9]+/)
      .filter(Boolean),
  ),
]

async function insertKeys(db: Db, { id, applicant, numberTail, unitId, competentId }: Begun): Promise<void> {
  const keys = searchKeys([unitId, competentId], [...wordsOf(applicant), `#${numberTail}`])
  await db
    .insertInto('dossiers.search')
    .values({ dossierId: id, keys })
    .onConflict((conflict) => conflict.column('dossierId').doNothing())
    .execute()
}

/**
 * The next number of a unit on a day. The row stays held until the transaction ends, and goes back with it: numbers are
 * given without a gap, and never twice.
 */
export async function nextOfDay(db: Db, unitId: number, on: Day): Promise<number> {
  const { last } = await db
    .insertInto('dossiers.day_sequence')
    .values({ unitId, day: on, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['unitId', 'day']).doUpdateSet({ last: sql`dossiers.day_sequence.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last
}

/** Oldest first. */
export async function clockHistory(db: Db, dossierId: string): Promise<ClockEvent[]> {
  const rows = await db
    .selectFrom('dossiers.clock_event')
    .select(['at', 'newDue'])
    .select((c) => c.ref('kind').$castTo<ClockEventKind>().as('kind'))
    .where('dossierId', '=', dossierId)
    .orderBy('seq')
    .execute()
  return rows.map(({ at, kind, newDue }) => ({ at, kind, ...(newDue && { newDue }) }))
}

/** `after`: how many there are already; the dossier is held. */
export async function appendClock(db: Db, dossierId: string, after: number, events: readonly ClockEvent[]) {
  if (events.length === 0) return
  const rows = events.map(({ at, kind, newDue }, index) => ({
    dossierId,
    seq: after + index + 1,
    at,
    kind,
    newDue: newDue ?? null,
  }))
  await db.insertInto('dossiers.clock_event').values(rows).execute()
}
