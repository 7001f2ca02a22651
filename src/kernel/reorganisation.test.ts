import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '#test/database.ts'
import { perform } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/open.ts'
import { readPack } from './pack.ts'
import { applyPack } from './pack.store.ts'
import { day } from './time.ts'
import { reorganiseUnits } from './unit.commands.ts'
import { loadUnits } from './reorganisation.store.ts'
import { findUnit, findUnitByCode, getUnit, listAncestors, listUnits } from './unit.store.ts'

let database: Database
let ctx: Ctx
const events = (file: string): unknown => JSON.parse(readFileSync(`data/packs/tien-giang/${file}`, 'utf8'))

beforeAll(async () => {
  database = await openTestDatabase()
  const { value } = readPack('data/packs/tien-giang')
  if (!value) throw new Error('no pack')
  await applyPack(database.db, value, [])
  const { db } = database
  const { id: top } = await getUnit(db, 'ubnd-tinh', day('2025-06-30'))
  const actor = {
    accountId: null,
    postId: null,
    unitId: top,
    name: '',
    permissions: new Set(['admin.units']),
    citizen: null,
  }
  ctx = { db, actor, now: new Date('2025-06-20T01:00:00Z'), requestId: 'r' }
  await perform(ctx, reorganiseUnits, events('events.json'))
})
afterAll(() => database.close())

test('what is loaded is what the pack said', async () => {
  const { value } = readPack('data/packs/tien-giang')
  const loaded = new Map((await loadUnits(database.db)).map((unit) => [unit.slug, unit]))
  for (const unit of value?.units ?? []) {
    const [first] = loaded.get(unit.slug)?.versions ?? []
    expect({ slug: unit.slug, name: first?.name, codes: first?.codes }).toEqual({
      slug: unit.slug,
      name: unit.versions[0]?.name,
      codes: unit.versions[0]?.codes,
    })
  }
})

test('§10.6 the day before, 11 districts and 164 communes; on the day, 57 communes and no district', async () => {
  const count = async (on: string, kind: string) =>
    (await listUnits(database.db, day(on))).filter((unit) => unit.kind === kind).length
  expect([await count('2025-06-30', 'district'), await count('2025-06-30', 'commune')]).toEqual([11, 164])
  expect([await count('2025-07-01', 'district'), await count('2025-07-01', 'commune')]).toEqual([0, 57])
})

test('§10.6 one code is two units over time', async () => {
  const before = await findUnitByCode(database.db, 'gso', '28249', day('2025-06-30'))
  const after = await findUnitByCode(database.db, 'gso', '28249', day('2025-07-01'))
  expect([before?.name, after?.name]).toEqual(['Phường 5', 'Phường Đạo Thạnh'])
})

test('§10.6 a commune that went is found on its last day and not on the next', async () => {
  const found = await getUnit(database.db, 'my-tho/phuong-4', day('2025-06-30'))
  expect((await listAncestors(database.db, found.id, day('2025-06-30'))).map(({ slug }) => slug)).toContain('my-tho')
  expect(await findUnit(database.db, 'my-tho/phuong-4', day('2025-07-01'))).toBeUndefined()
})

test('a reorganisation that is at fault changes nothing', async () => {
  const before = await listUnits(database.db, day('2025-07-02'))
  await expect(perform(ctx, reorganiseUnits, events('events.json'))).rejects.toMatchObject({ kind: 'invalid' })
  expect(await listUnits(database.db, day('2025-07-02'))).toEqual(before)
})
