import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '#kernel/db/open.ts'
import { day, dayOf, momentOf, plusDays } from '#kernel/time.ts'
import { openTown, type Town } from '#test/town.ts'
import { noLoad, type OpenDossier, plusLoad, standings } from './load.ts'
import { loadByHolder, loadByUnit, recordOpen, recountLoad, type Told } from './load.store.ts'

let town: Town
let units: number[]
let officers: string[]
beforeAll(async () => {
  town = await openTown()
  units = [town.unitId('xa-an-binh'), town.unitId('xa-phu-my')]
  officers = [town.accountId('kiet'), town.accountId('loan')]
})
afterAll(() => town.close())

const today = day('2025-05-14')
const idOf = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`

const anyTold = (): fc.Arbitrary<Told> =>
  fc.integer({ min: 1, max: 6 }).chain((n) =>
    fc
      .option(
        fc.record({
          unitId: fc.constantFrom(...units),
          holderId: fc.option(fc.constantFrom(...officers), { nil: null }),
          standing: fc.constantFrom(...standings),
          dueAt: fc.option(
            fc
              .integer({ min: -3, max: 3 })
              .chain((days) => fc.constantFrom(0, 7, 23).map((h) => momentOf(plusDays(today, days), h))),
            { nil: null },
          ),
          hoursAhead: fc.nat({ max: 3 }),
        }),
        { nil: null, freq: 3 },
      )
      .map((some) => ({ dossierId: idOf(n), now: some && openOf(n, some) })),
  )

const openOf = (
  n: number,
  some: Pick<OpenDossier, 'unitId' | 'holderId' | 'standing' | 'dueAt' | 'hoursAhead'>,
): OpenDossier => ({
  dossierId: idOf(n),
  code: `H58-${n}`,
  procedureCode: '1.000001',
  title: 'Thủ tục mẫu',
  stepsDueAt: null,
  supplements: 0,
  extensions: 0,
  movedAt: town.now(),
  ...some,
})

/** What one open dossier is to the board, said again in other words. */
function loadOf({ standing, dueAt }: OpenDossier) {
  const on = dueAt && dayOf(dueAt)
  const isRunning = standing === 'running'
  return {
    ...noLoad,
    ...(isRunning ? { running: 1 } : { [standing]: 1 }),
    dueToday: isRunning && on === today ? 1 : 0,
    late: isRunning && on !== null && on < today ? 1 : 0,
  }
}

const sumOf = (rows: readonly OpenDossier[]) => rows.map(loadOf).reduce(plusLoad, noLoad)

const record = (told: readonly Told[]) => town.db.transaction().execute((db) => recordOpen(db, told))
const clear = (db: Db) =>
  db.transaction().execute(async (inside) => {
    await inside.deleteFrom('overview.load').execute()
    await inside.deleteFrom('overview.open_dossier').execute()
  })

test('after any history the load is that of what is open, by unit and by officer, and counted again it is the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(anyTold(), { minLength: 1, maxLength: 3 }), { maxLength: 10 }),
      async (rounds) => {
        await clear(town.db)
        const open = new Map<string, OpenDossier>()
        for (const round of rounds) {
          const told = [...new Map(round.map((one) => [one.dossierId, one])).values()]
          await record(told)
          for (const { dossierId, now } of told)
            if (now) open.set(dossierId, now)
            else open.delete(dossierId)
        }
        const all = [...open.values()]
        const byUnit = new Map((await loadByUnit(town.db, units, today)).map(({ unitId, ...load }) => [unitId, load]))
        for (const unit of units) {
          const own = all.filter(({ unitId }) => unitId === unit)
          expect(byUnit.get(unit) ?? noLoad).toEqual(sumOf(own))
          const byHolder = await loadByHolder(town.db, unit, today)
          expect(new Map(byHolder.map(({ holderId, ...load }) => [holderId, load]))).toEqual(
            new Map([...Map.groupBy(own, ({ holderId }) => holderId)].map(([holder, rows]) => [holder, sumOf(rows)])),
          )
        }
        expect(await recountLoad(town.db)).toEqual({ wrong: 0 })
      },
    ),
    { numRuns: 60 },
  )
})

test('counted again, what somebody else has broken is put right', async () => {
  await clear(town.db)
  const some = { unitId: units[0] ?? 0, holderId: null, standing: 'running' as const, dueAt: town.now(), hoursAhead: 0 }
  const told = [1, 2].map((n) => ({ dossierId: idOf(n), now: openOf(n, some) }))
  await record(told)
  expect(await record(told)).toBe(0)
  await town.db.updateTable('overview.load').set({ count: 7 }).execute()
  expect(await recountLoad(town.db)).toEqual({ wrong: 1 })
  expect(await loadByUnit(town.db, units, today)).toMatchObject([{ running: 2, dueToday: 2 }])
  await expect(recordOpen(town.db, told)).rejects.toThrow('in the transaction')
})

test('told by several at once, in any order, they wait for one another and never in a ring', async () => {
  await clear(town.db)
  const some = (n: number) => ({
    unitId: units[n % 2] ?? 0,
    holderId: officers[n % 2] ?? null,
    standing: 'running' as const,
    dueAt: momentOf(plusDays(today, n % 3)),
    hoursAhead: 0,
  })
  const hands = [0, 1, 2, 3].map((hand) => [0, 1, 2, 3, 4, 5].map((n) => hand * 6 + n))
  await Promise.all(
    hands.map((ids, at) =>
      record((at % 2 ? ids.toReversed() : ids).map((n) => ({ dossierId: idOf(n), now: openOf(n, some(n)) }))),
    ),
  )
  await Promise.all(
    hands.map((ids) => record(ids.map((n) => ({ dossierId: idOf(n), now: n % 4 ? null : openOf(n, some(n + 1)) })))),
  )
  const [sum] = (await loadByUnit(town.db, units, today)).map(({ running }) => running)
  expect(sum).toBe(6)
  expect(await recountLoad(town.db)).toEqual({ wrong: 0 })
})
