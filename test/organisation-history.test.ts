/** Units merge and are renamed; what was filed, offered and lived at before still says what it said. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { placeBook } from '#fields/place-book.ts'
import { listAreas } from '#kernel/area.store.ts'
import { perform } from '#kernel/command.ts'
import type { Database } from '#kernel/db/open.ts'
import { readPack } from '#kernel/pack.ts'
import { applyPack } from '#kernel/pack.store.ts'
import { day } from '#kernel/time.ts'
import { reorganiseUnits } from '#kernel/unit.commands.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { openTestDatabase } from './database.ts'
import { begin, fill, file, garden, hidden, htmlOf, owner, press } from './filing-of-town.ts'
import { offerService } from './service-of-town.ts'
import { openTown, type Town } from './town.ts'

const decisions = '/quan-tri/don-vi/sap-xep'

/** Two communes become one on the first of June, by the pages of the administrator. */
async function merge(town: Town) {
  const quan = town.as('quan')
  const row = { kind: 'commune', parent: 'huyen-dong', gso: '28001', h58: '', slug: '' }
  const seen = await quan.send(`${decisions}/xem-truoc`, {
    kind: 'merge',
    decision: 'Nghị quyết 9/NQ-HĐND ngày 01/5/2025',
    on: '1/6/2025',
    from: ['xa-an-binh', 'xa-hoa-loc'],
    ...Object.fromEntries(
      Object.entries({ name: 'UBND xã Bình Lộc', ...row }).map(([name, value]) => [`to.0.${name}`, value]),
    ),
    verified: 'true',
  })
  const html = await seen.text()
  const decided = hidden(html, 'decisions').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
  expect((await quan.send(decisions, { decisions: decided, _key: hidden(html, '_key') })).status).toBe(303)
}

describe('§10.6 two communes become one while dossiers are under way', () => {
  let town: Town
  let filed = ''
  let draft = ''
  const ha = () => town.asCitizen('ha')
  beforeAll(async () => {
    town = await openTown()
    await offerService(town)
    filed = await file(ha())
    draft = await begin(ha())
    await fill(ha(), `${draft}/owner`, owner)
    await fill(ha(), `${draft}/garden`, garden)
    await merge(town)
  })
  afterAll(() => town.close())

  test('until the day before, citizens hand in to the old one; from the day on, to the new one', async () => {
    town.at('2025-05-31T17:00')
    const before = await htmlOf(ha(), '/nop-ho-so/9.000001')
    expect([before.includes('UBND xã An Bình'), before.includes('UBND xã Bình Lộc')]).toEqual([true, false])
    town.at('2025-06-01T08:00')
    const after = await htmlOf(ha(), '/nop-ho-so/9.000001')
    expect([after.includes('UBND xã An Bình'), after.includes('UBND xã Bình Lộc')]).toEqual([false, true])
  })

  test('a draft to the one that went is not filed there; it is sent to the new one and loses nothing', async () => {
    town.at('2025-06-01T08:10')
    const refused = await press(ha(), draft)
    expect(refused.status).toBe(409)
    expect(await htmlOf(ha(), `${draft}/xem-lai`)).toContain(`${draft}/noi-nhan`)
    const other = { case: 'again', receiver: 'huyen-dong/ubnd-xa-binh-loc' }
    const changed = await ha().send(`${draft}/noi-nhan`, other)
    expect(changed.status).toBe(303)
    const at = (await press(ha(), draft)).headers.get('location') ?? ''
    expect(await htmlOf(ha(), at)).toContain('UBND xã Bình Lộc')
  })

  test('what was filed before is still with the unit of that day, by its name of that day', async () => {
    town.at('2025-06-02T08:00')
    const page = await htmlOf(ha(), filed)
    expect([page.includes('UBND xã An Bình'), page.includes('UBND xã Bình Lộc')]).toEqual([true, false])
  })
})

describe('§10.6 the great reorganisation of July 2025', () => {
  let database: Database
  beforeAll(async () => {
    database = await openTestDatabase()
    const { value } = readPack('data/packs/tien-giang')
    if (!value) throw new Error('no pack')
    const { db } = database
    await applyPack(db, value, [])
    const { id: unitId } = await getUnit(db, 'ubnd-tinh', day('2025-06-30'))
    const permissions = new Set(['admin.units'])
    const actor = { accountId: null, postId: null, unitId, name: '', permissions, citizen: null }
    const events: unknown = JSON.parse(readFileSync('data/packs/tien-giang/events.json', 'utf8'))
    await perform({ db, actor, now: new Date('2025-06-20T01:00:00Z'), requestId: 'r' }, reorganiseUnits, events)
  })
  afterAll(() => database.close())

  test('a place is found by the code and under the name of the day that is asked', async () => {
    const places = placeBook(await listAreas(database.db))
    const called = (on: string) => places.find('28249', day(on))?.words
    expect(called('2025-06-30')).toBe('Phường 5, Thành phố Mỹ Tho, Tỉnh Tiền Giang')
    expect(called('2025-07-01')).toBe('Phường Đạo Thạnh, Tỉnh Đồng Tháp')
    expect([places.on(day('2025-06-30')).length, places.on(day('2025-07-01')).length]).toEqual([164, 57])
  })
})
