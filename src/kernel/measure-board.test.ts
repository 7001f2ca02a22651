import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import type { Database } from './db/open.ts'
import { newId } from './id.ts'
import { type Fact, type MeasureForm, valueFrom, yearToDate } from './measure.ts'
import { boardOf, byChild, valueOf } from './measure.store.ts'
import { valueInBordersOf } from './measure-border.store.ts'
import { rollUp } from './measure-closing.store.ts'
import { factsOf, recordFacts, registerMeasures } from './measure-fact.store.ts'
import { day } from './time.ts'
import { rebuildUnitTree } from './unit.store.ts'

/** A province of two communes, which become one on 1 July 2025. */
let database: Database
let province: number
let east: number
let west: number
let merged: number

const at = new Date('2025-12-31T10:00:00Z')
const common = { unit: 'count', direction: 'up', validFrom: day('2020-01-01') } as const
const declared: MeasureForm[] = [
  { ...common, code: 'test.on_time', kind: 'flow', denominator: 'settled', unit: 'percent' },
  { ...common, code: 'test.calls', kind: 'flow', denominator: null },
  { ...common, code: 'test.online', kind: 'stock', denominator: 'procedures', unit: 'percent' },
]

const fact = (measure: string, unitId: number, on: string, numerator: number, denominator: number | null): Fact => {
  return { measure, unitId, day: day(on), numerator, denominator }
}

beforeAll(async () => {
  database = await openTestDatabase()
  const { db } = database
  const slugs = ['province', 'east', 'west', 'merged'].map((slug) => ({ slug }))
  const ids = (await db.insertInto('kernel.unit').values(slugs).returning('id').execute()).map(({ id }) => id)
  ;[province, east, west, merged] = ids as [number, number, number, number]
  const version = (unitId: number, parentId: number | null, validFrom: string, validTo: string | null) => {
    const name = `Unit ${unitId}`
    return {
      unitId,
      parentId,
      name,
      folded: name,
      kind: 'test',
      validFrom: day(validFrom),
      validTo: validTo === null ? null : day(validTo),
    }
  }
  const versions = [
    version(province, null, '0001-01-01', null),
    version(east, province, '0001-01-01', '2025-07-01'),
    version(west, province, '0001-01-01', '2025-07-01'),
    version(merged, province, '2025-07-01', null),
  ]
  await db.insertInto('kernel.unit_version').values(versions).execute()
  const id = newId(at)
  await db
    .insertInto('kernel.unit_event')
    .values({ id, kind: 'merge', decision: 'test', happenedOn: day('2025-07-01') })
    .execute()
  const parts = [
    { eventId: id, unitId: east, side: 'from' },
    { eventId: id, unitId: west, side: 'from' },
    { eventId: id, unitId: merged, side: 'to' },
  ]
  await db.insertInto('kernel.unit_event_part').values(parts).execute()
  await rebuildUnitTree(db)
  await registerMeasures(db, declared)
  const facts = [
    fact('test.on_time', east, '2024-12-20', 1, 1),
    fact('test.on_time', east, '2025-05-05', 9, 10),
    fact('test.on_time', west, '2025-05-06', 10, 90),
    fact('test.on_time', merged, '2025-07-07', 50, 100),
    fact('test.calls', province, '2025-05-08', 0.5, null),
    fact('test.calls', east, '2025-05-08', 0.25, null),
    fact('test.online', east, '2025-05-10', 1, 4),
    fact('test.online', west, '2025-05-20', 3, 4),
  ]
  expect(await recordFacts(db, facts, at)).toBe(8)
  await rollUp(db, day('2025-07-31'))
})
afterAll(() => database.close())

test('the board shows the sums of a month and not the average of percentages', async () => {
  const [line] = await boardOf(database.db, {
    unitId: province,
    from: day('2024-05-01'),
    to: day('2025-05-01'),
    measures: ['test.on_time'],
  })
  expect(line).toEqual({
    code: 'test.on_time',
    kind: 'flow',
    unit: 'percent',
    direction: 'up',
    value: { numerator: 19, denominator: 100, ratio: 0.19 },
    trend: [
      { month: '2024-12-01', value: valueFrom(1, 1) },
      { month: '2025-05-01', value: valueFrom(19, 100) },
    ],
  })
})

test('the board has a line for every measure, also where nothing is known', async () => {
  const board = await boardOf(database.db, { unitId: province, from: day('2023-01-01'), to: day('2023-12-01') })
  expect(board.map(({ code, value, trend }) => [code, value, trend])).toEqual([
    ['test.calls', null, []],
    ['test.on_time', null, []],
    ['test.online', null, []],
  ])
})

test('the table of the units below adds up to the whole, with what the unit did itself', async () => {
  const table = await byChild(database.db, {
    measures: ['test.calls', 'test.on_time'],
    unitId: province,
    from: day('2025-01-01'),
    to: day('2025-05-01'),
  })
  expect(table.whole).toEqual([valueFrom(0.75, null), valueFrom(19, 100)])
  expect(table.children.map(({ slug, values }) => [slug, ...values])).toEqual([
    ['east', valueFrom(0.25, null), valueFrom(9, 10)],
    ['west', null, valueFrom(10, 90)],
  ])
  expect(table.rest).toEqual([valueFrom(0.5, null), valueFrom(0, 0)])
})

test('a stock inside a month is the last known on that day, of the units that stand then', async () => {
  const online = (to: string) =>
    valueOf(database.db, { measure: 'test.online', unitId: province, period: { from: day('2025-01-01'), to: day(to) } })
  expect([await online('2025-05-09'), await online('2025-05-19'), await online('2025-06-30')]).toEqual([
    null,
    valueFrom(1, 4),
    valueFrom(4, 8),
  ])
  expect(await online('2025-07-15')).toBeNull()
})

test('in the borders of today the merged commune has the figures of those it was made of', async () => {
  const period = yearToDate(day('2025-07-31'))
  const asked = { measure: 'test.on_time', unitId: merged, period }
  expect(await valueOf(database.db, asked)).toEqual(valueFrom(50, 100))
  const today = await valueInBordersOf(database.db, { ...asked, treeDay: day('2025-07-31') })
  expect(today).toEqual({ value: valueFrom(69, 200), divided: [] })
  const before = await valueInBordersOf(database.db, { ...asked, unitId: east, treeDay: day('2025-06-30') })
  expect(before).toEqual({ value: valueFrom(9, 10), divided: [merged] })
})

test('a stock in the borders of today counts the units that stood then', async () => {
  const asked = { measure: 'test.online', unitId: merged, treeDay: day('2025-07-31') }
  const on = (to: string) =>
    valueInBordersOf(database.db, { ...asked, period: { from: day('2025-01-01'), to: day(to) } })
  expect([(await on('2025-06-30')).value, (await on('2025-07-01')).value]).toEqual([valueFrom(4, 8), null])
})

test('the facts behind a figure are found again', async () => {
  const period = { from: day('2025-05-01'), to: day('2025-05-31') }
  const facts = await factsOf(database.db, { measure: 'test.on_time', unitIds: [east, west], period })
  expect(facts.map(({ unitId, day: on, value, recordedAt }) => [unitId, on, value, recordedAt])).toEqual([
    [east, '2025-05-05', valueFrom(9, 10), at],
    [west, '2025-05-06', valueFrom(10, 90), at],
  ])
})

test('a fact that does not fit its measure is turned away, with all that came with it', async () => {
  const good = fact('test.calls', east, '2025-06-01', 1, null)
  const tried = (bad: Fact) => recordFacts(database.db, [good, bad], at)
  await expect(tried(fact('test.calls', east, '2025-06-02', 1, 2))).rejects.toThrow('has no denominator')
  await expect(tried(fact('test.on_time', east, '2025-06-02', 1, null))).rejects.toThrow('needs a denominator')
  await expect(tried(fact('test.calls', east, '2025-06-02', 0.0001, null))).rejects.toThrow('three decimals')
  await expect(tried(fact('test.none', east, '2025-06-02', 1, null))).rejects.toThrow('no measure test.none')
  await expect(tried(fact('test.calls', 999_999, '2025-06-02', 1, null))).rejects.toMatchObject({ code: '23503' })
  const period = { from: day('2025-06-01'), to: day('2025-06-30') }
  expect(await factsOf(database.db, { measure: 'test.calls', unitIds: [east], period })).toEqual([])
})

test('a measure may be declared again but not changed in what it counts', async () => {
  await registerMeasures(database.db, declared)
  const [first] = declared as [MeasureForm]
  await expect(registerMeasures(database.db, [{ ...first, kind: 'stock' }])).rejects.toThrow('under a new code')
  await registerMeasures(database.db, [{ ...first, direction: 'down' }])
  const [line] = await boardOf(database.db, {
    unitId: province,
    from: day('2025-05-01'),
    to: day('2025-05-01'),
    measures: [first.code],
  })
  expect(line?.direction).toBe('down')
})
