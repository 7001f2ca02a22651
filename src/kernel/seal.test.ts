import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { nobody } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Database, Db } from './db/open.ts'
import { appendEvent } from './event.store.ts'
import { hashEvent, noHash, type SealedEvent } from './seal.ts'
import { sealEvents, verifyEvents, type Verification } from './seal.store.ts'

let database: Database
let ctx: Ctx
let sealedSeqs: number[]
const now = new Date('2025-05-14T07:00:00.120Z')

const append = (at: Ctx, about: string) =>
  appendEvent(at, 'test.note', about, { result: { about }, detail: { amount: 1.5 }, rule: null })

const undone = new Error('undone')
const rollBack = async (db: Db, work: (trx: Db) => Promise<void>) => {
  await db
    .transaction()
    .execute(async (trx) => {
      await work(trx)
      throw undone
    })
    .catch((fault: unknown) => {
      if (fault !== undone) throw fault
    })
}

/** What is found after somebody with the owner's rights did `sqls`; then it is undone. */
async function foundAfter(...sqls: string[]): Promise<Verification> {
  let found: Verification | undefined
  await rollBack(database.db, async (trx) => {
    await sql`set local role none`.execute(trx)
    await sql`alter table kernel.event disable trigger events_stay`.execute(trx)
    await sql`alter table kernel.event_seal disable trigger seals_stay`.execute(trx)
    for (const text of sqls) expect((await sql.raw(text).execute(trx)).numAffectedRows).toBeGreaterThan(0n)
    found = await verifyEvents(trx)
  })
  if (!found) throw new Error('nothing was verified')
  return found
}

const faultsAfter = async (...sqls: string[]) =>
  (await foundAfter(...sqls)).faults.map((fault) =>
    'seq' in fault ? [fault.kind, fault.seq] : [fault.kind, fault.sealNo],
  )

beforeAll(async () => {
  database = await openTestDatabase()
  ctx = { db: database.db, actor: nobody, now, requestId: 'r-1' }
  for (let n = 1; n <= 5; n++) await append(ctx, `test.note/${n}`)
  // Leaves a gap in the numbers.
  await rollBack(database.db, (db) => append({ ...ctx, db }, 'test.note/never'))
  for (let n = 6; n <= 11; n++) await append(ctx, `test.note/${n}`)
  expect(await sealEvents(database.db, now, 4)).toEqual({ sealed: 11, busy: false })
  const rows = await database.db.selectFrom('kernel.event').select('seq').orderBy('seq').execute()
  sealedSeqs = rows.map(({ seq }) => seq)
  await append(ctx, 'test.note/unsealed')
})
afterAll(() => database.close())

const seqOf = (n: number) => sealedSeqs[n - 1] ?? Number.NaN

test('the hash of an event does not depend on the order of its columns, and on everything else but its number', () => {
  const event: SealedEvent = {
    seq: 1,
    at: '1747206000.000000',
    command: 'a',
    about: 'b',
    accountId: null,
    personId: null,
    partyId: null,
    clientId: null,
    postId: null,
    unitId: null,
    rule: null,
    key: null,
    requestId: null,
    detail: '{"a": 1.0}',
    result: null,
  }
  const hash = hashEvent(event)
  const turned = Object.fromEntries(Object.entries(event).reverse()) as SealedEvent
  expect(hashEvent(turned)).toBe(hash)
  expect(hashEvent({ ...event, seq: 2 })).toBe(hash)
  for (const other of [{ about: 'c' }, { detail: '{"a": 1.00}' }, { unitId: 1 }, { at: '1747206000.000001' }])
    expect(hashEvent({ ...event, ...other })).not.toBe(hash)
})

describe('a log that nobody touched', () => {
  test('is found whole, in as many seals as it takes; what came later is counted apart', async () => {
    const found = await verifyEvents(database.db)
    expect(found).toMatchObject({ events: 12, sealed: 11, unsealed: 1, seals: 3, faults: [], complete: true })
    expect(found.head?.no).toBe(3)
  })

  test('chains each seal to the one before', async () => {
    const seals = await database.db.selectFrom('kernel.event_seal').selectAll().orderBy('no').execute()
    expect(seals.map((seal) => seal.previousHash)).toEqual([noHash, seals[0]?.hash, seals[1]?.hash])
    expect(seals.map((seal) => [seal.firstSeq, seal.lastSeq])).toEqual([
      [1, seqOf(4)],
      [seqOf(4) + 1, seqOf(8)],
      [seqOf(8) + 1, seqOf(11)],
    ])
  })

  test('is not sealed further while a transaction that appended is under way', async () => {
    if (database.kind === 'embedded') return // One connection: nothing is ever under way beside it.
    await rollBack(database.db, async (trx) => {
      await append({ ...ctx, db: trx }, 'test.note/slow')
      expect(await sealEvents(database.db, now)).toEqual({ sealed: 0, busy: true })
    })
  })
})

describe('tampering by the owner of the tables', () => {
  test('with any column of an event is found and the event named', async () => {
    const changes = [
      `command = 'test.other'`,
      `about = 'x'`,
      `at = at + interval '1 microsecond'`,
      `at = 'infinity'`,
      `account_id = gen_random_uuid()`,
      `post_id = gen_random_uuid()`,
      'unit_id = 7',
      `rule = ''`,
      `key = 'k'`,
      'request_id = null',
      `detail = '{"amount": 1.50}'`,
      `result = null`,
    ]
    for (const change of changes)
      expect(await faultsAfter(`update kernel.event set ${change} where seq = ${seqOf(3)}`), change).toEqual([
        ['changed', seqOf(3)],
      ])
  })

  test('names the thing that the event is about', async () => {
    const { faults } = await foundAfter(`update kernel.event set rule = 'x' where seq = ${seqOf(3)}`)
    expect(faults).toEqual([{ kind: 'changed', seq: seqOf(3), sealNo: 1, about: 'test.note/3' }])
  })

  test('by removing an event is found', async () => {
    expect(await faultsAfter(`delete from kernel.event where seq = ${seqOf(11)}`)).toEqual([['missing', seqOf(11)]])
  })

  test('by swapping two events is found and told from a change, within a seal and between two', async () => {
    for (const [a, b] of [
      [seqOf(1), seqOf(2)],
      [seqOf(2), seqOf(10)],
    ])
      expect(
        await faultsAfter(`update kernel.event e set (at, command, about, detail, result) =
          (select at, command, about, detail, result from kernel.event o where o.seq = ${a} + ${b} - e.seq)
          where seq in (${a}, ${b})`),
      ).toEqual([
        ['reordered', a],
        ['reordered', b],
      ])
  })

  test('by putting in an event with an old number is found, in a gap, before the first and under the last seal', async () => {
    for (const seq of [seqOf(5) + 1, 0, -5])
      expect(
        await faultsAfter(
          `insert into kernel.event (seq, at, command, about) overriding system value values (${seq}, now(), 'c', 'forged')`,
        ),
      ).toEqual([['added', seq]])
  })

  test('with a seal is found, and that seal named', async () => {
    const changes = [
      `hashes = jsonb_set(hashes, '{0,1}', '"00"')`,
      `hashes = '{}'`,
      'first_seq = first_seq + 1',
      'last_seq = 9223372036854775807',
      `previous_hash = '${noHash}x'`,
      `hash = '${noHash}'`,
      `sealed_at = sealed_at + interval '1 microsecond'`,
    ]
    for (const change of changes)
      for (const no of [1, 2, 3])
        expect(await faultsAfter(`update kernel.event_seal set ${change} where no = ${no}`), change).toContainEqual([
          'seal_broken',
          no,
        ])
  })

  test('by removing a seal is found, the newest too', async () => {
    for (const no of [1, 2, 3])
      expect(await faultsAfter(`delete from kernel.event_seal where no = ${no}`)).toEqual([['seal_missing', no]])
  })

  test('by removing the newest seal and the note of it is found by whoever wrote it down elsewhere', async () => {
    const { head } = await verifyEvents(database.db)
    await rollBack(database.db, async (trx) => {
      await sql`set local role none`.execute(trx)
      await sql`alter table kernel.event_seal disable trigger seals_stay`.execute(trx)
      await sql`delete from kernel.event_seal where no = 3`.execute(trx)
      await sql`update kernel.event_seal_head set (no, hash) = (select no, hash from kernel.event_seal where no = 2)`.execute(
        trx,
      )
      expect((await verifyEvents(trx)).faults).toEqual([])
      expect((await verifyEvents(trx, head ?? undefined)).faults).toEqual([{ kind: 'seal_missing', sealNo: 3 }])
    })
  })

  test('at any one place is found and named', async () => {
    const place = fc.nat({ max: 10 }).map((n) => seqOf(n + 1))
    const tampering = fc.oneof(
      fc.tuple(place, fc.stringMatching(/^[a-z]{1,5}$/)).map(([seq, word]) => ({
        expected: ['changed', seq],
        text: `update kernel.event set about = about || '${word}' where seq = ${seq}`,
      })),
      place.map((seq) => ({ expected: ['missing', seq], text: `delete from kernel.event where seq = ${seq}` })),
      fc.tuple(place, fc.integer({ min: 100, max: 200 })).map(([seq, to]) => ({
        expected: ['missing', seq],
        text: `update kernel.event set at = at where seq = ${seq};
               with moved as (delete from kernel.event where seq = ${seq} returning *)
               insert into kernel.event (seq, at, command, about) overriding system value
               select ${to}, at, command, about from moved`,
      })),
      fc.tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('hash', 'previous_hash')).map(([no, column]) => ({
        expected: ['seal_broken', no],
        text: `update kernel.event_seal set ${column} = reverse(${column}) || 'x' where no = ${no}`,
      })),
    )
    await fc.assert(
      fc.asyncProperty(tampering, async ({ expected, text }) => {
        expect(await faultsAfter(...text.split(';'))).toEqual([expected])
      }),
      { numRuns: 25 },
    )
  })
})

test('however changes and seals fall together, no event slips in under a seal', async () => {
  const waits = Array.from({ length: 36 }, (_, n) => (n * 17) % 50)
  // Three at a time, so that a connection is left for the sealer.
  const appenders = [0, 1, 2].map(async (lane) => {
    for (const [n, wait] of waits.entries())
      if (n % 3 === lane)
        await database.db.transaction().execute(async (trx) => {
          await append({ ...ctx, db: trx }, `test.busy/${n}`)
          await new Promise((resolve) => setTimeout(resolve, wait))
        })
  })
  const all = Promise.all(appenders)
  for (let round = 0; round < 40; round++) {
    await sealEvents(database.db, now, 5)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await all
  await sealEvents(database.db, now, 5)
  expect(await verifyEvents(database.db)).toMatchObject({ unsealed: 0, faults: [] })
})

test('two processes that seal at once seal each event once', async () => {
  const before = await verifyEvents(database.db)
  for (let n = 20; n < 40; n++) await append(ctx, `test.note/${n}`)
  const both = await Promise.all([sealEvents(database.db, now, 3), sealEvents(database.db, now, 3)])
  expect(both.reduce((sum, { sealed }) => sum + sealed, 0)).toBe(20)
  expect(await verifyEvents(database.db)).toMatchObject({ sealed: before.sealed + 20, unsealed: 0, faults: [] })
})
