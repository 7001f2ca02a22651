/** Documents in and out, the general form, what is handed over, and other systems. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findOffer, seedOwners } from '#modules/catalogue/public.ts'
import { openTown, type Town } from '#test/town.ts'
import { findService } from './draft.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const list = '/thiet-ke-dich-vu'
const seenOf = async (procedure: string) => String((await findService(town.db, procedure))?.draftVersion ?? 0)

describe('documents', () => {
  const document = readFileSync('data/national/services/1.012784.json', 'utf8')

  test('a whole service goes in, comes out as it went in, and is published', async () => {
    const thu = town.as('thu')
    expect((await thu.send(`${list}/1.012784/nhap`, { document })).status).toBe(303)
    const out = await (await thu.open(`${list}/1.012784/xuat`)).json()
    expect(out).toEqual(JSON.parse(document))
    expect((await thu.send(`${list}/1.012784/cong-bo`, { seen: await seenOf('1.012784') })).status).toBe(303)
    const offer = await findOffer(town.db, '1.012784')
    expect(offer?.cases[0]?.limits).toMatchObject({ online: { amount: 12 }, direct: { amount: 22 } })
  })

  test.each([
    ['text that is no JSON', '{"procedure": ', '1.004194'],
    ['JSON that is no service', '{"procedure": "1.004194"}', '1.004194'],
    ['the service of another procedure', document, '1.004194'],
  ])('%s is refused with the place, and nothing is kept', async (_, wrong, procedure) => {
    const sent = await town.as('thu').send(`${list}/${procedure}/nhap`, { document: wrong })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('href="#document"')
    expect(await findService(town.db, procedure)).toBeUndefined()
  })
})

test('a procedure nobody has modelled is offered by the general form, once', async () => {
  const form = { procedure: '1.004884', title: 'Đăng ký lại khai sinh' }
  expect((await town.as('thu').send(`${list}/mau-chung`, form)).status).toBe(303)
  expect(await findOffer(town.db, '1.004884')).toMatchObject({
    kind: 'general',
    title: { vi: 'Đăng ký lại khai sinh' },
  })
  expect((await town.as('thu').send(`${list}/mau-chung`, form)).status).toBe(409)
})

test('other systems design and publish as people do', async () => {
  const thu = town.as('thu')
  const at = '/services/2.000908'
  const document = JSON.parse(readFileSync('data/national/services/2.000908.json', 'utf8')) as object
  const { draftVersion } = (await (await thu.api(`${at}/draft/replace`, { document })).json()) as {
    draftVersion: number
  }
  const item = { title: { vi: 'Tra sổ' }, code: 'look', kind: 'process', role: '', hours: 0, after: ['receive'] }
  const put = await thu.api(`${at}/draft/items`, { seen: draftVersion, part: 'steps', item })
  expect(await put.json()).toMatchObject({ draftVersion: draftVersion + 1, part: 'steps', key: 'look' })
  const { faults } = (await (await thu.api(`${at}/faults`)).json()) as { faults: { says: string; item: string }[] }
  expect(faults.map(({ says, item: of }) => [of, says])).toEqual(
    expect.arrayContaining([
      ['look', 'services.fault.step.no_owner'],
      ['look', 'services.fault.step.no_time'],
      ['look', 'services.fault.step.dead_end'],
    ]),
  )
  expect((await thu.api(`${at}/publish`, { seen: draftVersion + 1 })).status).toBe(409)
  await thu.api(`${at}/draft/items/remove`, { seen: draftVersion + 1, part: 'steps', key: 'look' })
  expect(await (await thu.api(`${at}/publish`, { seen: draftVersion + 2 })).json()).toEqual({
    procedure: '2.000908',
    version: 1,
  })
  expect((await town.as().api(`${at}/form-schema`)).status).toBe(200)
})

test('what a system of a ministry carries out is not doubled here', async () => {
  await seedOwners(town.db, town.now())
  const owned = { procedure: '1.004194', title: 'Đăng ký tạm trú' }
  for (const path of [list, `${list}/mau-chung`]) {
    const sent = await town.as('thu').send(path, owned)
    expect([sent.status, (await sent.text()).includes('hệ thống của Bộ')]).toEqual([409, true])
  }
  expect(await findService(town.db, '1.004194')).toBeUndefined()
})
