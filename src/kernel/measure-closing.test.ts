import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, serverUrl } from '#test/database.ts'
import type { Database } from './db/open.ts'
import { type Fact, lastDayOf, type MeasureForm, monthsFrom, type Period } from './measure.ts'
import { byChild, valueOf } from './measure.store.ts'
import { countDue, remakeClosings, rollUp } from './measure-closing.store.ts'
import { recordFacts, registerMeasures, withdrawFacts } from './measure-fact.store.ts'
import { type Day, day, firstOfMonth, plusDays } from './time.ts'
import { rebuildUnitTree } from './unit.store.ts'

let database: Database
let world = 0
const at = new Date('2025-08-01T00:00:00Z')
const today = day('2025-08-20')
const start = day('2025-01-01')

beforeAll(async () => void (database = await openTestDatabase()))
afterAll(() => database.close())

type Version = { unit: number; parent: number | null; from: Day; to: Day | null }

/** Units and measures of their own, so that one world does not see another. Returns the ids of the units. */
async function build(versions: readonly Version[]): Promise<{ ids: number[]; codes: Record<Kind, string> }> {
  const { db } = database
  world += 1
  const count = Math.max(...versions.map(({ unit }) => unit)) + 1
  const slugs = Array.from({ length: count }, (_, unit) => ({ slug: `w${world}-${unit}` }))
  const ids = (await db.insertInto('kernel.unit').values(slugs).returning('id').execute()).map(({ id }) => id)
  await db
    .insertInto('kernel.unit_version')
    .values(versions.map((version) => rowOf(version, ids)))
    .execute()
  await rebuildUnitTree(db)
  const codes = { ratio: `w${world}.ratio`, plain: `w${world}.plain`, stock: `w${world}.stock` }
  const common = { unit: 'count', direction: 'up', validFrom: day('2020-01-01') } as const
  const measures: MeasureForm[] = [
    { ...common, code: codes.ratio, kind: 'flow', denominator: 'all' },
    { ...common, code: codes.plain, kind: 'flow', denominator: null },
    { ...common, code: codes.stock, kind: 'stock', denominator: 'all' },
  ]
  await registerMeasures(db, measures)
  return { ids, codes }
}

const rowOf = ({ unit, parent, from, to }: Version, ids: readonly number[]) => ({
  unitId: ids[unit] as number,
  name: `Unit ${unit}`,
  folded: `unit ${unit}`,
  kind: 'test',
  parentId: parent === null ? null : (ids[parent] as number),
  validFrom: from,
  validTo: to,
})

const kinds = ['ratio', 'plain', 'stock'] as const
type Kind = (typeof kinds)[number]
type Own = { kind: Kind; unit: number; day: Day; numerator: number; denominator: number | null }

const someDay = fc.integer({ min: 0, max: 220 }).map((days) => plusDays(start, days))

/** Seven units; each may begin late, move on a day and end on a day. A parent may end before its children. */
const tree: fc.Arbitrary<Version[]> = fc
  .tuple(
    ...[1, 2, 3, 4, 5, 6].map((unit) =>
      fc.record({
        unit: fc.constant(unit),
        first: fc.nat({ max: unit - 1 }),
        then: fc.nat({ max: unit - 1 }),
        days: fc.uniqueArray(someDay, { minLength: 3, maxLength: 3 }).map((days) => days.toSorted()),
        late: fc.boolean(),
        moves: fc.boolean(),
        ends: fc.boolean(),
      }),
    ),
  )
  .map((units) => [
    { unit: 0, parent: null, from: day('0001-01-01'), to: null },
    ...units.flatMap(({ unit, first, then, days, late, moves, ends }) => {
      const [birth, turn, death] = days as [Day, Day, Day]
      const from = late ? birth : day('0001-01-01')
      const to = ends ? death : null
      if (!moves) return [{ unit, parent: first, from, to }]
      return [
        { unit, parent: first, from, to: turn },
        { unit, parent: then, from: turn, to },
      ]
    }),
  ])

const amount = fc.integer({ min: 0, max: 90_000 }).map((thousandths) => thousandths / 1000)
const own: fc.Arbitrary<Own> = fc
  .record({ kind: fc.constantFrom(...kinds), unit: fc.nat({ max: 6 }), day: someDay, a: amount, b: amount })
  .map(({ kind, unit, day: on, a, b }) => ({
    kind,
    unit,
    day: on,
    numerator: a,
    denominator: kind === 'plain' ? null : b,
  }))

/** The same figures again, slowly and plainly: every fact is carried up by hand, from the versions of the units. */
const versionOn = (versions: readonly Version[], unit: number, on: Day) =>
  versions.find((v) => v.unit === unit && v.from <= on && (v.to === null || on < v.to))

function above(versions: readonly Version[], unit: number, on: Day): number[] {
  const version = versionOn(versions, unit, on)
  if (!version) return []
  return [unit, ...(version.parent === null ? [] : above(versions, version.parent, on))]
}

function dayToCountOn(versions: readonly Version[], unit: number, month: Day): Day {
  const end = lastDayOf(month)
  const mine = versions.filter((version) => version.unit === unit)
  const begun = mine.filter(({ from }) => from <= end).at(-1)
  if (!begun) return (mine[0] as Version).from
  return begun.to !== null && begun.to <= end ? plusDays(begun.to, -1) : end
}

type Sums = Map<string, { numerator: number; denominator: number | null }>

function add(sums: Sums, key: string, { numerator, denominator }: Pick<Own, 'numerator' | 'denominator'>) {
  const sum = sums.get(key) ?? { numerator: 0, denominator: denominator === null ? null : 0 }
  const thousandths = (a: number, b: number) => (Math.round(a * 1000) + Math.round(b * 1000)) / 1000
  sums.set(key, {
    numerator: thousandths(sum.numerator, numerator),
    denominator: denominator === null ? null : thousandths(sum.denominator ?? 0, denominator),
  })
}

function slowClosings(versions: readonly Version[], facts: readonly Own[], months: readonly Day[]): Sums {
  const sums: Sums = new Map()
  for (const fact of facts.filter(({ kind }) => kind !== 'stock')) {
    const month = firstOfMonth(fact.day)
    for (const unit of above(versions, fact.unit, dayToCountOn(versions, fact.unit, month)))
      add(sums, `${fact.kind} ${unit} ${month}`, fact)
  }
  const stocks = facts.filter(({ kind }) => kind === 'stock').toSorted((a, b) => (a.day < b.day ? -1 : 1))
  for (const month of months)
    for (const unit of [0, 1, 2, 3, 4, 5, 6]) {
      const last = stocks.findLast((fact) => fact.unit === unit && fact.day <= lastDayOf(month))
      if (last) for (const up of above(versions, unit, lastDayOf(month))) add(sums, `stock ${up} ${month}`, last)
    }
  return sums
}

async function keptClosings(ids: readonly number[], codes: Record<Kind, string>): Promise<Sums> {
  const rows = await database.db
    .selectFrom('kernel.closing as c')
    .innerJoin('kernel.measure as m', 'm.no', 'c.measureNo')
    .select(['m.code', 'c.unitId', 'c.month', 'c.numerator', 'c.denominator'])
    .where('m.code', 'in', Object.values(codes))
    .execute()
  return new Map(
    rows.map(({ code, unitId, month, numerator, denominator }) => [
      `${code.split('.')[1]} ${ids.indexOf(unitId)} ${month}`,
      { numerator: Number(numerator), denominator: denominator === null ? null : Number(denominator) },
    ]),
  )
}

const factOf = (own: Own, ids: readonly number[], codes: Record<Kind, string>): Fact => ({
  measure: codes[own.kind],
  unitId: ids[own.unit] as number,
  day: own.day,
  numerator: own.numerator,
  denominator: own.denominator,
})

const keyOf = ({ kind, unit, day: on }: Own) => `${kind} ${unit} ${on}`
const byKey = (facts: readonly Own[]) => [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()]
const inOrder = (sums: Sums) => [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))

const batches = fc.array(fc.array(own, { maxLength: 25 }).map(byKey), { minLength: 1, maxLength: 4 })

test('closings kept step by step are those that a plain recomputation gives, over any tree and any facts', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(tree, batches, fc.nat({ max: 3 }), async (versions, steps, withdrawn) => {
      const { ids, codes } = await build(versions)
      for (const [index, step] of steps.entries()) {
        await recordFacts(
          db,
          step.map((fact) => factOf(fact, ids, codes)),
          at,
        )
        if (index % 2 === 0) await rollUp(db, today)
      }
      const facts = byKey(steps.flat())
      for (const { kind, unit, day: on } of facts.slice(0, withdrawn))
        await withdrawFacts(db, codes[kind], [{ unitId: ids[unit] as number, day: on }])
      await rollUp(db, today)
      const left = facts.slice(withdrawn)
      expect(inOrder(await keptClosings(ids, codes))).toEqual(
        inOrder(slowClosings(versions, left, monthsFrom(start, today))),
      )
      expect(await countDue(db)).toBe(0)
    }),
    { numRuns: 25 },
  )
})

test('a flow over any days is the sum of its facts, each under the parent of its month', async () => {
  const { db } = database
  const days = fc.tuple(someDay, someDay).map(([a, b]): Period => (a < b ? { from: a, to: b } : { from: b, to: a }))
  const facts = fc.array(own, { minLength: 10, maxLength: 60 }).map(byKey)
  await fc.assert(
    fc.asyncProperty(tree, facts, days, fc.nat({ max: 6 }), async (versions, all, period, unit) => {
      const { ids, codes } = await build(versions)
      await recordFacts(
        db,
        all.map((fact) => factOf(fact, ids, codes)),
        at,
      )
      await rollUp(db, today)
      const sums: Sums = new Map()
      for (const fact of all.filter(({ kind, day: on }) => kind === 'ratio' && period.from <= on && on <= period.to)) {
        const counted = dayToCountOn(versions, fact.unit, firstOfMonth(fact.day))
        if (above(versions, fact.unit, counted).includes(unit)) add(sums, 'sum', fact)
      }
      const value = await valueOf(db, { measure: codes.ratio, unitId: ids[unit] as number, period })
      expect(value && { numerator: value.numerator, denominator: value.denominator }).toEqual(sums.get('sum') ?? null)
    }),
    { numRuns: 25 },
  )
})

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
  const { ids, codes } = await build(district)
  const facts = ['2025-05-31', '2025-06-01', '2025-06-30'].map((on, index): Own => {
    return { kind: 'plain', unit: 3, day: day(on), numerator: 10 ** index, denominator: null }
  })
  await recordFacts(
    db,
    facts.map((fact) => factOf(fact, ids, codes)),
    at,
  )
  await rollUp(db, today)
  const tableOf = (month: string) =>
    byChild(db, { measures: [codes.plain], unitId: ids[0] as number, from: day(month), to: day(month) })
  const [may, june] = [await tableOf('2025-05-01'), await tableOf('2025-06-01')]
  expect(may.children.map(({ values }) => values[0]?.numerator)).toEqual([1, undefined])
  expect(june.children.map(({ values }) => values[0]?.numerator)).toEqual([undefined, 110])
  expect([may.whole[0]?.numerator, june.whole[0]?.numerator, june.rest[0]?.numerator]).toEqual([1, 110, 0])
})

test('what a unit did before it ended in the middle of a month stays counted; what it had is counted no longer', async () => {
  const { db } = database
  const { ids, codes } = await build(district)
  const did: Own = { kind: 'plain', unit: 4, day: day('2025-06-10'), numerator: 7, denominator: null }
  const had: Own = { kind: 'stock', unit: 4, day: day('2025-05-10'), numerator: 3, denominator: 4 }
  await recordFacts(
    db,
    [did, had].map((fact) => factOf(fact, ids, codes)),
    at,
  )
  await rollUp(db, today)
  const kept = await keptClosings(ids, codes)
  expect(kept.get('plain 0 2025-06-01')).toEqual({ numerator: 7, denominator: null })
  expect([kept.has('stock 0 2025-05-01'), kept.has('stock 0 2025-06-01')]).toEqual([true, false])
})

test('recording the same again changes nothing and marks nothing', async () => {
  const { db } = database
  const { ids, codes } = await build(district)
  const fact = factOf({ kind: 'ratio', unit: 3, day: day('2025-05-02'), numerator: 1, denominator: 2 }, ids, codes)
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
  const { ids, codes } = await build(district)
  const had: Own = { kind: 'stock', unit: 1, day: day('2025-03-10'), numerator: 3, denominator: 4 }
  await recordFacts(db, [factOf(had, ids, codes)], at)
  await rollUp(db, today)
  expect((await keptClosings(ids, codes)).has('stock 0 2025-09-01')).toBe(false)
  await rollUp(db, day('2025-09-01'))
  expect((await keptClosings(ids, codes)).get('stock 0 2025-09-01')).toEqual({ numerator: 3, denominator: 4 })
})

test('a tree corrected for the past is followed by its closings when they are made again', async () => {
  const { db } = database
  const { ids, codes } = await build(district)
  const did: Own = { kind: 'plain', unit: 3, day: day('2025-05-10'), numerator: 7, denominator: null }
  const had: Own = { kind: 'stock', unit: 3, day: day('2025-05-10'), numerator: 7, denominator: 8 }
  await recordFacts(
    db,
    [did, had].map((fact) => factOf(fact, ids, codes)),
    at,
  )
  await rollUp(db, today)
  await db
    .updateTable('kernel.unit_version')
    .set({ parentId: ids[2] as number })
    .where('unitId', '=', ids[3] as number)
    .execute()
  await rebuildUnitTree(db)
  await remakeClosings(db, day('2025-05-01'), today)
  await rollUp(db, today)
  const kept = await keptClosings(ids, codes)
  expect([kept.has('plain 1 2025-05-01'), kept.has('stock 1 2025-05-01')]).toEqual([false, false])
  expect([kept.has('plain 2 2025-05-01'), kept.has('stock 2 2025-07-01')]).toEqual([true, true])
})

test('roll-ups at once with facts coming in end where one after the other would', async () => {
  const { db } = database
  const { ids, codes } = await build(district)
  const work: Promise<unknown>[] = []
  for (let number = 1; number <= 30; number++) {
    const on = plusDays(day('2025-05-01'), number % 5)
    const own: Own = { kind: 'plain', unit: 3, day: on, numerator: number, denominator: null }
    work.push(recordFacts(db, [factOf(own, ids, codes)], at))
    if (number % 3 === 0) work.push(rollUp(db, today))
  }
  await Promise.all(work)
  await rollUp(db, today)
  const facts = await db
    .selectFrom('kernel.fact')
    .select('numerator')
    .where('unitId', '=', ids[3] as number)
    .execute()
  const sum = facts.reduce((total, { numerator }) => total + Number(numerator), 0)
  expect((await keptClosings(ids, codes)).get('plain 0 2025-05-01')?.numerator).toBe(sum)
})

test.runIf(serverUrl)('a fact still under way while its month is rolled up is not forgotten', async () => {
  const { db } = database
  const { ids, codes } = await build(district)
  const fact = (on: string, numerator: number) =>
    factOf({ kind: 'plain', unit: 3, day: day(on), numerator, denominator: null }, ids, codes)
  await recordFacts(db, [fact('2025-05-01', 1)], at)
  await db.transaction().execute(async (open) => {
    await recordFacts(open, [fact('2025-05-02', 10)], at)
    await rollUp(db, today)
    expect((await keptClosings(ids, codes)).get('plain 0 2025-05-01')?.numerator).toBe(1)
  })
  await rollUp(db, today)
  expect((await keptClosings(ids, codes)).get('plain 0 2025-05-01')?.numerator).toBe(11)
})
