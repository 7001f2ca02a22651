import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { plusWorkingDays } from './calendar.ts'
import { calendarOf } from './calendar.store.ts'
import { listAreas } from './area.store.ts'
import type { Database } from './db/open.ts'
import { readHolidays, readPack } from './pack.ts'
import { applyPack } from './pack.store.ts'
import { day } from './time.ts'
import { findUnitByCode, getUnit, idsBelow, isBelow, listAncestors, listChildren, listUnits } from './unit.store.ts'

let database: Database
const on = day('2024-12-05')

beforeAll(async () => {
  database = await openTestDatabase()
  const pack = readPack('data/packs/tien-giang')
  const holidays = readHolidays('data/national/holidays.json')
  if (!pack.value || !holidays.value) throw new Error(JSON.stringify([pack.faults, holidays.faults]))
  await applyPack(database.db, pack.value, holidays.value)
  expect(await applyPack(database.db, pack.value, holidays.value)).toBe(false)
})
afterAll(() => database.close())

test('Tiền Giang stands with 11 districts and 164 communes on the day the plan was signed', async () => {
  const units = await listUnits(database.db, on)
  const count = (kind: string) => units.filter((unit) => unit.kind === kind).length
  expect([count('district'), count('commune')]).toEqual([11, 164])
})

test('a commune stands below its district and its province, and below nothing else', async () => {
  const cho = await getUnit(database.db, 'cho-gao', on)
  const [commune] = await listChildren(database.db, cho.id, on)
  const above = await listAncestors(database.db, commune?.id ?? 0, on)
  expect(above.map(({ slug }) => slug)).toEqual([commune?.slug, 'cho-gao', 'ubnd-tinh'])
  const tan = await getUnit(database.db, 'tan-phuoc', on)
  expect(await isBelow(database.db, commune?.id ?? 0, tan.id, on)).toBe(false)
  expect(await idsBelow(database.db, cho.id, on)).toHaveLength(20)
})

test('a code is looked up by its day', async () => {
  const found = await findUnitByCode(database.db, 'gso', '815', on)
  expect(found?.slug).toBe('my-tho')
})

test('a unit that nobody knows is refused', async () => {
  await expect(getUnit(database.db, 'khong-co', on)).rejects.toMatchObject({ kind: 'missing' })
})

test('a commune works by the calendar of the country and the hours of the province', async () => {
  const commune = await getUnit(database.db, 'my-tho/phuong-1', on)
  const calendar = await calendarOf(database.db, await listAncestors(database.db, commune.id, on))
  expect(plusWorkingDays(day('2025-04-29'), 1, calendar)).toBe('2025-05-05')
  expect(calendar.hours.length).toBeGreaterThan(0)
})

test('areas over time: each commune with its code, until the last day it was called so', async () => {
  const areas = await listAreas(database.db)
  const communes = areas.filter((area) => area.kind === 'commune')
  expect(communes).toHaveLength(164)
  expect(communes.every((area) => area.code !== null && area.validTo === null)).toBe(true)
  const byId = new Map(areas.map((area) => [area.id, area]))
  const above = new Set(communes.map((area) => byId.get(area.parent ?? '')?.kind))
  expect([...above]).toEqual(['district'])
})
