import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { buildWorld, factOf, keptClosings, kinds, type Own, type Sums, type Version } from '#test/measured.ts'
import type { Database } from './db/open.ts'
import { lastDayOf, monthsFrom, type Period } from './measure.ts'
import { valueOf } from './measure.store.ts'
import { countDue, rollUp } from './measure-closing.store.ts'
import { recordFacts, withdrawFacts } from './measure-fact.store.ts'
import { type Day, day, firstOfMonth, plusDays } from './time.ts'

let database: Database
const at = new Date('2025-08-01T00:00:00Z')
const today = day('2025-08-20')
const start = day('2025-01-01')

// One for each: units of one world cost time in the next.
beforeEach(async () => void (database = await openTestDatabase()))
afterEach(() => database.close())

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

const keyOf = ({ kind, unit, day: on }: Own) => `${kind} ${unit} ${on}`
const byKey = (facts: readonly Own[]) => [...new Map(facts.map((fact) => [keyOf(fact), fact])).values()]
const inOrder = (sums: Sums) => [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1))

const batches = fc.array(fc.array(own, { maxLength: 25 }).map(byKey), { minLength: 1, maxLength: 4 })

test('closings kept step by step are those that a plain recomputation gives, over any tree and any facts', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(tree, batches, fc.nat({ max: 3 }), async (versions, steps, withdrawn) => {
      const world = await buildWorld(db, versions)
      for (const [index, step] of steps.entries()) {
        await recordFacts(
          db,
          step.map((fact) => factOf(fact, world)),
          at,
        )
        if (index % 2 === 0) await rollUp(db, today)
      }
      const facts = byKey(steps.flat())
      for (const { kind, unit, day: on } of facts.slice(0, withdrawn))
        await withdrawFacts(db, world.codes[kind], [{ unitId: world.ids[unit] as number, day: on }])
      await rollUp(db, today)
      const left = facts.slice(withdrawn)
      expect(inOrder(await keptClosings(db, world))).toEqual(
        inOrder(slowClosings(versions, left, monthsFrom(start, today))),
      )
      expect(await countDue(db)).toBe(0)
    }),
    { numRuns: 12, endOnFailure: true },
  )
})

test('a flow over any days is the sum of its facts, each under the parent of its month', async () => {
  const { db } = database
  const days = fc.tuple(someDay, someDay).map(([a, b]): Period => (a < b ? { from: a, to: b } : { from: b, to: a }))
  const facts = fc.array(own, { minLength: 10, maxLength: 60 }).map(byKey)
  await fc.assert(
    fc.asyncProperty(tree, facts, days, fc.nat({ max: 6 }), async (versions, all, period, unit) => {
      const world = await buildWorld(db, versions)
      await recordFacts(
        db,
        all.map((fact) => factOf(fact, world)),
        at,
      )
      await rollUp(db, today)
      const sums: Sums = new Map()
      for (const fact of all.filter(({ kind, day: on }) => kind === 'ratio' && period.from <= on && on <= period.to)) {
        const counted = dayToCountOn(versions, fact.unit, firstOfMonth(fact.day))
        if (above(versions, fact.unit, counted).includes(unit)) add(sums, 'sum', fact)
      }
      const value = await valueOf(db, { measure: world.codes.ratio, unitId: world.ids[unit] as number, period })
      expect(value && { numerator: value.numerator, denominator: value.denominator }).toEqual(sums.get('sum') ?? null)
    }),
    { numRuns: 12, endOnFailure: true },
  )
})
