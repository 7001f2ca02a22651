/** Sealing the event log, and holding it against its seals. */
import { setImmediate as letOthersIn } from 'node:timers/promises'
import { sql } from 'kysely'
import { appending } from './event.store.ts'
import type { Db } from './db/open.ts'
import {
  compareEvents,
  hashEvent,
  hashSeal,
  isChained,
  isSound,
  nameFaults,
  noHash,
  readMarks,
  secondsOf,
  type Fault,
  type Finding,
  type Mark,
  type Seal,
  type SealedEvent,
  type SealFault,
  type StoredSeal,
} from './seal.ts'

/** Two processes never seal the same events. */
const sealing = 4_660_468

const eventColumns = sql`seq, extract(epoch from at)::text as at, command, about, account_id, post_id, unit_id, person_id,
  party_id, client_id, rule, key, request_id, detail::text as detail, result::text as result`
// Numbers as text: a tampered one may be larger than a number of ours can be.
const sealColumns = sql`no, first_seq::text as first_seq, last_seq::text as last_seq, hashes, previous_hash, hash,
  extract(epoch from sealed_at)::text as sealed_at`

type SealRow = Omit<StoredSeal, 'marks' | 'firstSeq' | 'lastSeq'> & {
  firstSeq: string
  lastSeq: string
  hashes: unknown
}
const sealIn = ({ hashes, ...row }: SealRow): StoredSeal => ({
  ...row,
  firstSeq: Number(row.firstSeq),
  lastSeq: Number(row.lastSeq),
  marks: readMarks(hashes),
})

/** `after` null: from the very first, even one whose number is below zero. */
const listEvents = async (db: Db, after: number | null, upTo: number, limit: number | null) =>
  (
    await sql<SealedEvent>`select ${eventColumns} from kernel.event
      where seq > ${after === null ? '-9223372036854775808' : String(after)}::bigint and seq <= ${upTo}
      order by seq limit ${limit}`.execute(db)
  ).rows

/** The highest number below which no event is still under way; null while a long transaction keeps it from being known. */
async function horizonOf(db: Db): Promise<number | null> {
  try {
    return await db.transaction().execute(async (trx) => {
      await sql`set local lock_timeout = '500ms'`.execute(trx)
      await sql`select pg_advisory_xact_lock(${appending})`.execute(trx)
      const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from kernel.event`.execute(trx)
      return rows[0]?.seq ?? 0
    })
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === '55P03') return null
    throw fault
  }
}

async function insertSeal(db: Db, seal: Seal, now: Date) {
  const { marks, no, firstSeq, lastSeq, previousHash } = seal
  const hash = hashSeal(seal)
  const hashes = JSON.stringify(marks)
  await db
    .insertInto('kernel.event_seal')
    .values({ no, firstSeq, lastSeq, hashes, previousHash, hash, sealedAt: now })
    .execute()
  await db
    .insertInto('kernel.event_seal_head')
    .values({ no, hash })
    .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet({ no, hash }))
    .execute()
}

/** Seals one batch; the number of events in it. */
const sealBatch = (db: Db, horizon: number, now: Date, most: number) =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${sealing})`.execute(trx)
    const last = await trx
      .selectFrom('kernel.event_seal')
      .select(['no', 'lastSeq', 'hash'])
      .orderBy('no', 'desc')
      .limit(1)
      .executeTakeFirst()
    const after = last?.lastSeq ?? 0
    const events = await listEvents(trx, after, horizon, most)
    const lastEvent = events.at(-1)
    if (!lastEvent) return 0
    const seal = {
      no: (last?.no ?? 0) + 1,
      firstSeq: after + 1,
      lastSeq: events.length < most ? horizon : lastEvent.seq,
      marks: events.map((event): Mark => [event.seq, hashEvent(event)]),
      previousHash: last?.hash ?? noHash,
      sealedAt: secondsOf(now),
    }
    await insertSeal(trx, seal, now)
    return events.length
  })

/** Seals what is finished, at most `most` events to a seal. `busy`: a long transaction was in the way; try again later. */
export async function sealEvents(db: Db, now: Date, most = 1000): Promise<{ sealed: number; busy: boolean }> {
  const horizon = await horizonOf(db)
  if (horizon === null) return { sealed: 0, busy: true }
  let sealed = 0
  for (;;) {
    const count = await sealBatch(db, horizon, now, most)
    sealed += count
    if (count < most) return { sealed, busy: false }
    await letOthersIn()
  }
}

export type SealHead = { no: number; hash: string }

export type Verification = {
  events: number
  /** Held against a sound seal. Events of a broken or missing seal are in `events` only. */
  sealed: number
  /** Came after the last seal. */
  unsealed: number
  seals: number
  head: SealHead | null
  faults: Fault[]
  /** False when so many faults were found that the search was given up. */
  complete: boolean
}

const nextSeal = async (db: Db, after: number): Promise<StoredSeal | undefined> => {
  const { rows } = await sql<SealRow>`select ${sealColumns} from kernel.event_seal
    where no > ${after} order by no limit 1`.execute(db)
  return rows[0] && sealIn(rows[0])
}

/** Faults in the chain between one seal and the next. */
function sealFaults(before: StoredSeal | undefined, seal: StoredSeal): SealFault[] {
  const faults: SealFault[] = []
  const expected = (before?.no ?? 0) + 1
  for (let no = expected; no < Math.min(seal.no, expected + 100); no++)
    faults.push({ kind: 'seal_missing', sealNo: no })
  if (!isSound(seal)) faults.push({ kind: 'seal_broken', sealNo: seal.no })
  else if (seal.no === expected) {
    const chained = before ? isChained(before, seal) : seal.previousHash === noHash
    if (!chained) faults.push({ kind: 'seal_broken', sealNo: before?.no ?? seal.no })
  }
  return faults
}

/** The newest seal held against what is kept beside it, and against what somebody noted down outside (`known`). */
async function headFaults(db: Db, last: StoredSeal | undefined, known: SealHead | undefined): Promise<SealFault[]> {
  const heads = await db.selectFrom('kernel.event_seal_head').select(['no', 'hash']).execute()
  const faults: SealFault[] = []
  if (last && heads.length === 0) faults.push({ kind: 'seal_broken', sealNo: last.no })
  for (const head of known ? [...heads, known] : heads) {
    const held = await db.selectFrom('kernel.event_seal').select('hash').where('no', '=', head.no).executeTakeFirst()
    if (!held) faults.push({ kind: 'seal_missing', sealNo: head.no })
    else if (held.hash !== head.hash) faults.push({ kind: 'seal_broken', sealNo: head.no })
  }
  const { rows } = await sql<{ no: number }>`select s.no from kernel.event_seal s, kernel.event_seal_head h
    where s.no > h.no order by s.no limit 100`.execute(db)
  return [...faults, ...rows.map(({ no }): SealFault => ({ kind: 'seal_broken', sealNo: no }))]
}

const enough = 1000

/** Reads the log seal by seal. Works beside whoever appends and seals. */
export async function verifyEvents(db: Db, known?: SealHead): Promise<Verification> {
  const chain: SealFault[] = []
  const findings: Finding[] = []
  let sealed = 0
  let seals = 0
  let before: StoredSeal | undefined
  let seal = await nextSeal(db, -2_147_483_648)
  for (; seal && chain.length + findings.length < enough; seal = await nextSeal(db, seal.no)) {
    seals += 1
    chain.push(...sealFaults(before, seal))
    if (isSound(seal)) {
      const events = await listEvents(db, seal.no === 1 ? null : seal.firstSeq - 1, seal.lastSeq, null)
      sealed += events.length
      findings.push(...compareEvents(seal, events))
    }
    before = seal
    await letOthersIn()
  }
  const complete = !seal
  if (complete) chain.push(...(await headFaults(db, before, known)))
  const counted = await sql<{ events: number; unsealed: number }>`select count(*) as events,
    count(*) filter (where seq > ${before ? String(before.lastSeq) : '0'}::numeric) as unsealed from kernel.event`.execute(
    db,
  )
  return {
    events: counted.rows[0]?.events ?? 0,
    unsealed: counted.rows[0]?.unsealed ?? 0,
    sealed,
    seals,
    head: before ? { no: before.no, hash: before.hash } : null,
    faults: [...unique(chain), ...nameFaults(findings)],
    complete,
  }
}

const unique = (faults: readonly SealFault[]) => [
  ...new Map(faults.map((fault) => [`${fault.kind} ${fault.sealNo}`, fault])).values(),
]
