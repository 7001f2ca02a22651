import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, serverUrl } from '#test/database.ts'
import { buildWorld, factOf, keptClosings, type Own, type Version } from '#test/measured.ts'
import type { Database } from './db/open.ts'
import { byChild } from './measure.store.ts'
import { countDue, remakeClosings, rollUp } from './measure-closing.store.ts'
import { recordFacts } from './measure-fact.store.ts'
import { day, plusDays } from './time.ts'
import { rebuildUnitTree } from './unit.store.ts'

let database: Database
const at = new Date('2025-08-01T00:00:00Z')
const today = day('2025-08-20')

beforeAll(async () => void (database = await openTestDatabase()))
afterAll(() => database.close())

const commune = { from: day('0001-01-01'), to: null }
const district: Version[] = [
  { unit: 0, parent: null, ...commune },
  { unit: 1, parent: 0, ...commune },
  { unit: 2, parent: 0, ...commune },
  { unit: 3, parent: 1, from: day('0001-01-01'), to: day('2025-06-16') },
  { unit: 3, parent: 2, from: day('2025-06-16'), to: null },
  { unit: 4, parent: 1, from: day('0001-01-01'), to: day('2025-06-16') },
]

test('a unit that moves in June is counted in May where it stood and in June where it came to stand', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const facts = ['2025-05-31', '2025-06-01', '2025-06-30'].map((on, index): Own => {
    return { kind: 'plain', unit: 3, day: day(on), numerator: 10 ** index, denominator: null }
  })
  await recordFacts(
    db,
    facts.map((fact) => factOf(fact, world)),
    at,
  )
  await rollUp(db, today)
  const tableOf = (month: string) =>
    byChild(db, { measures: [world.codes.plain], unitId: world.ids[0] as number, from: day(month), to: day(month) })
  const [may, june] = [await tableOf('2025-05-01'), await tableOf('2025-06-01')]
  expect(may.children.map(({ values }) => values[0]?.numerator)).toEqual([1, undefined])
  expect(june.children.map(({ values }) => values[0]?.numerator)).toEqual([undefined, 110])
  expect([may.whole[0]?.numerator, june.whole[0]?.numerator, june.rest[0]?.numerator]).toEqual([1, 110, 0])
})

test('what a unit did before it ended in the middle of a month stays counted; what it had is counted no longer', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const did: Own = { kind: 'plain', unit: 4, day: day('2025-06-10'), numerator: 7, denominator: null }
  const had: Own = { kind: 'stock', unit: 4, day: day('2025-05-10'), numerator: 3, denominator: 4 }
  await recordFacts(
    db,
    [did, had].map((fact) => factOf(fact, world)),
    at,
  )
  await rollUp(db, today)
  const kept = await keptClosings(db, world)
  expect(kept.get('plain 0 2025-06-01')).toEqual({ numerator: 7, denominator: null })
  expect([kept.has('stock 0 2025-05-01'), kept.has('stock 0 2025-06-01')]).toEqual([true, false])
})

test('recording the same again changes nothing and marks nothing', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const fact = factOf({ kind: 'ratio', unit: 3, day: day('2025-05-02'), numerator: 1, denominator: 2 }, world)
  expect(await recordFacts(db, [fact], at)).toBe(1)
  await rollUp(db, today)
  expect([await recordFacts(db, [fact], at), await countDue(db), await rollUp(db, today)]).toEqual([
    0,
    0,
    { months: 0 },
  ])
})

test('a new month carries a stock forward without a new fact', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const had: Own = { kind: 'stock', unit: 1, day: day('2025-03-10'), numerator: 3, denominator: 4 }
  await recordFacts(db, [factOf(had, world)], at)
  await rollUp(db, today)
  expect((await keptClosings(db, world)).has('stock 0 2025-09-01')).toBe(false)
  await rollUp(db, day('2025-09-01'))
  expect((await keptClosings(db, world)).get('stock 0 2025-09-01')).toEqual({ numerator: 3, denominator: 4 })
})

test('a tree corrected for the past is followed by its closings when they are made again', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const did: Own = { kind: 'plain', unit: 3, day: day('2025-05-10'), numerator: 7, denominator: null }
  const had: Own = { kind: 'stock', unit: 3, day: day('2025-05-10'), numerator: 7, denominator: 8 }
  await recordFacts(
    db,
    [did, had].map((fact) => factOf(fact, world)),
    at,
  )
  await rollUp(db, today)
  await db
    .updateTable('kernel.unit_version')
    .set({ parentId: world.ids[2] as number })
    .where('unitId', '=', world.ids[3] as number)
    .execute()
  await rebuildUnitTree(db)
  await remakeClosings(db, day('2025-05-01'), today)
  await rollUp(db, today)
  const kept = await keptClosings(db, world)
  expect([kept.has('plain 1 2025-05-01'), kept.has('stock 1 2025-05-01')]).toEqual([false, false])
  expect([kept.has('plain 2 2025-05-01'), kept.has('stock 2 2025-07-01')]).toEqual([true, true])
})

test('roll-ups at once with facts coming in end where one after the other would', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const work: Promise<unknown>[] = []
  for (let number = 1; number <= 30; number++) {
    const on = plusDays(day('2025-05-01'), number % 5)
    const own: Own = { kind: 'plain', unit: 3, day: on, numerator: number, denominator: null }
    work.push(recordFacts(db, [factOf(own, world)], at))
    if (number % 3 === 0) work.push(rollUp(db, today))
  }
  await Promise.all(work)
  await rollUp(db, today)
  const facts = await db
    .selectFrom('kernel.fact')
    .select('numerator')
    .where('unitId', '=', world.ids[3] as number)
    .execute()
  const sum = facts.reduce((total, { numerator }) => total + Number(numerator), 0)
  expect((await keptClosings(db, world)).get('plain 0 2025-05-01')?.numerator).toBe(sum)
})

test.runIf(serverUrl)('a fact still under way while its month is rolled up is not forgotten', async () => {
  const { db } = database
  const world = await buildWorld(db, district)
  const fact = (on: string, numerator: number) =>
    factOf({ kind: 'plain', unit: 3, day: day(on), numerator, denominator: null }, world)
  await recordFacts(db, [fact('2025-05-01', 1)], at)
  await db.transaction().execute(async (open) => {
    await recordFacts(open, [fact('2025-05-02', 10)], at)
    await rollUp(db, today)
    expect((await keptClosings(db, world)).get('plain 0 2025-05-01')?.numerator).toBe(1)
  })
  await rollUp(db, today)
  expect((await keptClosings(db, world)).get('plain 0 2025-05-01')?.numerator).toBe(11)
})
