/** Documents in and out, the general form, what is handed over, and other systems. */
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { findOffer, seedOwners } from '#modules/catalogue/public.ts'
import { openTown, type Town } from '#test/town.ts'
import { findService } from './draft.store.ts'
import { findVersionInForce } from './version.store.ts'

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

test('published twice in one moment: both versions stand, and citizens are offered the second', async () => {
  const [thu, procedure] = [town.as('thu'), '1.000656']
  const service = JSON.parse(readFileSync(`data/national/services/${procedure}.json`, 'utf8')) as object
  const publish = async (vi: string) => {
    await thu.api(`/services/${procedure}/draft/replace`, { document: { ...service, title: { vi, en: vi } } })
    return thu.send(`${list}/${procedure}/cong-bo`, { seen: await seenOf(procedure) })
  }
  expect([(await publish('Khai tử, bản một')).status, (await publish('Khai tử, bản hai')).status]).toEqual([303, 303])
  expect((await findOffer(town.db, procedure))?.title.vi).toBe('Khai tử, bản hai')
  expect(await findVersionInForce(town.db, procedure)).toBe(2)
})

describe('what is assumed is said to whoever designs with it', () => {
  const procedure = '1.004859'
  const open = async (path: string) => (await town.as('thu').open(`${list}/${procedure}${path}`)).text()

  test('beside the question, with its source on the question’s page, and beside the form', async () => {
    await town.as('thu').api(`/services/${procedure}/draft/replace`, {
      document: {
        ...(JSON.parse(readFileSync(`data/national/services/${procedure}.json`, 'utf8')) as object),
        aboutOthers: ['about'],
        form: {
          layout: 'page',
          sections: [
            {
              name: 'about',
              title: { vi: 'Nội dung' },
              questions: [
                { name: 'status', kind: 'choice', list: 'marital_status', label: { vi: 'Hôn nhân' } },
                { name: 'firm', kind: 'organisation_code', label: { vi: 'Mã số của bên kia' } },
                { name: 'own', kind: 'text', label: { vi: 'Ghi chú' } },
                { name: 'at', kind: 'place', label: { vi: 'Nơi làm thủ tục' } },
                { name: 'office', kind: 'unit', label: { vi: 'Nơi đã đăng ký' } },
              ],
            },
          ],
        },
      },
    })
    const rows = (await open('/to-khai/about')).split('<tr')
    const assumed = (name: string) => rows.find((row) => row.includes(`/${name}"`))?.includes('(giả định)')
    expect(['status', 'firm', 'own'].map(assumed)).toEqual([true, true, false])
    expect(await open('/to-khai/about/status')).toContain('Giả định của nền tảng: cách gọi thường dùng')
    expect(await open('/to-khai/about/own')).not.toContain('Giả định, chưa đối chiếu')
    expect(await open('/xem-truoc')).toContain('Giả định: mã số thuế 10 số')
  })

  test('the preview offers the places and units of today', async () => {
    const { id: unitId } = await getUnit(town.db, 'xa-an-binh', day('2025-05-14'))
    const code = { unitId, system: 'gso', code: '28001', validFrom: day('2020-01-01'), validTo: null }
    await town.db.insertInto('kernel.unit_code').values(code).execute()
    const page = await open('/xem-truoc')
    expect(page).toContain('<option value="28001">UBND xã An Bình')
    expect(page).toMatch(/<option value="xa-an-binh"[^>]*>UBND xã An Bình/)
  })
})
