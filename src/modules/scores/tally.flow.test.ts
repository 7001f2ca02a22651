import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#kernel/db/open.ts'
import { type Day, day, plusDays } from '#kernel/time.ts'
import { anyFact, plainFact } from '#test/dossier-facts.ts'
import { openTown, type Town } from '#test/town.ts'
import { asOf, flows, type Sums, sumsOf, tallied } from './count.ts'
import { type DossierFact, judge } from './fact.ts'
import { recordFact, recordFacts } from './fact.store.ts'
import { sheetOn } from './service-index.ts'
import { byChild, sumsFrom } from './months.ts'
import { readPeriod } from './period.ts'
import { listMonths, sumsByOfficer, sumsByProcedure, sumsByUnit, unitsUnder } from './sums.store.ts'
import { recompute } from './tally.store.ts'

let town: Town
let units: number[]
let officers: string[]
beforeAll(async () => {
  town = await openTown()
  units = [town.unitId('xa-an-binh'), town.unitId('xa-phu-my'), town.unitId('huyen-dong')]
  officers = [town.accountId('mai'), town.accountId('binh')]
})
afterAll(() => town.close())

const rules = (fact: DossierFact) => judge(fact, sheetOn(fact.receivedOn).judging)
const record = (db: Db, fact: DossierFact) =>
  db.isTransaction
    ? recordFact({ db, now: town.now() }, fact)
    : db.transaction().execute((inside) => recordFact({ db: inside, now: town.now() }, fact))

/** Ends without leaving a trace, so that every run begins with nothing recorded. */
class Undone extends Error {}
const undone = async (work: (db: Db) => Promise<void>) => {
  const whole = town.db.transaction().execute(async (db) => {
    await work(db)
    throw new Undone()
  })
  await whole.catch((fault: unknown) => {
    if (!(fault instanceof Undone)) throw fault
  })
}

const linesOfTally = async (db: Db) => {
  const rows = await db.selectFrom('scores.tally').selectAll().execute()
  const said = rows.filter((row) => tallied.some((name) => row[name] !== 0))
  const lines = said.map((row) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1))))
  return lines.toSorted()
}

const periods = ['2025-01', '2025-03', '2025-q1', '2025-q2', '2025', '2024']

test('§10.46 after any changes of dossiers the sums are those of all dossiers, and made again they are the same', async () => {
  const history = fc.array(anyFact(units, officers), { maxLength: 14 })
  const yesterdays = fc.integer({ min: 20, max: 220 }).map((days) => plusDays(day('2025-01-01'), days))
  await fc.assert(
    fc.asyncProperty(history, fc.constantFrom(...periods), yesterdays, async (changes, code, yesterday) => {
      await undone(async (db) => {
        for (const change of changes) await record(db, change)
        expect(await recompute(db)).toEqual({ wrong: 0 })
        const last = [...new Map(changes.map((fact) => [fact.dossierId, rules(fact)])).values()]
        const asked = asOf(readPeriod(code, yesterday), yesterday)
        const under = await unitsUnder(db, town.unitId('tinh-mau'), asked.to)
        const all = under.map(({ unitId }) => unitId)
        const of = async (about: { units: number[]; officerId?: string | null; procedureCode?: string }) =>
          sumsFrom(await listMonths(db, { ...about, ...asked }), asked)
        expect(await of({ units: all })).toEqual(sumsOf(last, asked))
        expect(await of({ units: all, officerId: officers[0] ?? null })).toEqual(
          sumsOf(
            last.filter(({ officerId }) => officerId === officers[0]),
            asked,
          ),
        )
        const byKey = async <K>(rows: Promise<({ key: K } & Sums)[]>) =>
          new Map((await rows).map(({ key, ...sums }) => [key, sums as Sums]))
        const byUnit = byChild(under, await sumsByUnit(db, all, asked))
        const below = new Map([
          [town.unitId('huyen-dong'), [units[0], units[2]]],
          [town.unitId('huyen-tay'), [units[1]]],
        ])
        for (const [unitId, own] of below)
          expectSame(
            byUnit.get(unitId),
            last.filter((f) => own.includes(f.unitId)),
            asked,
          )
        const byOfficer = await byKey(sumsByOfficer(db, { units: all }, asked))
        for (const officer of [null, ...officers])
          expectSame(
            byOfficer.get(officer),
            last.filter((f) => f.officerId === officer),
            asked,
          )
        const byProcedure = await byKey(sumsByProcedure(db, { units: all }, asked))
        for (const code of ['1.000001', '1.000002'])
          expectSame(
            byProcedure.get(code),
            last.filter((f) => f.procedureCode === code),
            asked,
          )
      })
    }),
    { numRuns: 60 },
  )
})

/** A group that holds nothing of the period is not listed. */
function expectSame(found: Sums | undefined, facts: Parameters<typeof sumsOf>[0], asked: Parameters<typeof sumsOf>[1]) {
  const sums = sumsOf(facts, asked)
  if (found) expect(found).toEqual(sums)
  else expect([sums.open, sums.received, ...flows.map((name) => sums[name])].every((count) => count === 0)).toBe(true)
}

test('§10.46 recomputing a province finds nothing wrong, and puts right what somebody else has broken', async () => {
  const changes = fc.sample(anyFact(units, officers), { numRuns: 60, seed: 766 })
  for (const [at, change] of changes.entries())
    await record(town.db, { ...change, dossierId: change.dossierId.replace(/..$/, String(10 + (at % 40))) })
  const kept = await linesOfTally(town.db)
  expect(await recompute(town.db)).toEqual({ wrong: 0 })
  expect(await linesOfTally(town.db)).toEqual(kept)
  await town.db.updateTable('scores.tally').set({ received: 99 }).where('procedureCode', '=', '1.000001').execute()
  expect((await recompute(town.db)).wrong).toBeGreaterThan(0)
  expect(await linesOfTally(town.db)).toEqual(kept)
})

test('the same again changes nothing, and outside a transaction nothing is recorded', async () => {
  const fact = { ...plainFact, unitId: units[0] as number }
  await record(town.db, fact)
  const kept = await linesOfTally(town.db)
  await record(town.db, fact)
  expect(await linesOfTally(town.db)).toEqual(kept)
  await expect(recordFact({ db: town.db, now: town.now() }, fact)).rejects.toThrow('in the transaction')
})

test('a dossier nobody touches becomes late by itself, on the day after its appointment', async () => {
  await undone(async (db) => {
    await record(db, { ...plainFact, dossierId: '01940000-0000-7000-8000-000000000777', unitId: units[1] as number })
    const lateOn = async (yesterday: Day) => {
      const asked = asOf(readPeriod('2025-03', yesterday), yesterday)
      const own = await sumsByProcedure(db, { units: [units[1] as number], procedureCode: '1.004222' }, asked)
      return own[0]?.late
    }
    expect([await lateOn(day('2025-03-09')), await lateOn(day('2025-03-10'))]).toEqual([0, 1])
  })
})

test('dossiers recorded by several at once, in any order, wait for one another and never in a ring', async () => {
  const idOf = (n: number) => `01940000-0000-7000-8000-${String(9000 + n).padStart(12, '0')}`
  const factOf = (n: number): DossierFact => ({
    ...plainFact,
    dossierId: idOf(n),
    unitId: units[n % 2] as number,
    procedureCode: `9.00000${n % 3}`,
    officerId: officers[n % 2] ?? null,
  })
  for (let round = 0; round < 6; round++) {
    const hands = [0, 1, 2, 3].map((hand) => [0, 1, 2, 3, 4, 5].map((n) => factOf(round * 24 + hand * 6 + n)))
    const inTurn = hands.map((facts, at) => (at % 2 ? facts.toReversed() : facts))
    await Promise.all(
      inTurn.map((facts) => town.db.transaction().execute((db) => recordFacts({ db, now: town.now() }, facts))),
    )
  }
  const kept = await town.db
    .selectFrom('scores.fact')
    .select('dossierId')
    .where('dossierId', '>=', idOf(0))
    .where('dossierId', '<', idOf(144))
    .execute()
  expect(kept).toHaveLength(144)
  expect(await recompute(town.db)).toEqual({ wrong: 0 })
})
