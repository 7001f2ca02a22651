import { afterAll, beforeAll, expect, test } from 'vitest'
import { findOffer, seedOwners } from '#modules/catalogue/public.ts'
import { openTown, type Town } from '#test/town.ts'
import { settleCatalogue } from './demo-catalogue.ts'
import { settleServices } from './demo-services.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const offered = () =>
  town.db
    .selectFrom('services.version')
    .select(['procedureCode', 'kind', 'version'])
    .where('validTo', 'is', null)
    .execute()

test('a demonstration offers ten modelled procedures and some by the general form, however often it is furnished', async () => {
  await settleServices(town.db, 'data/national')
  const first = await offered()
  await settleServices(town.db, 'data/national')
  expect(await offered()).toEqual(first)
  expect(first.filter(({ kind }) => kind === 'modelled')).toHaveLength(10)
  expect(first.filter(({ kind }) => kind === 'general').length).toBeGreaterThan(0)
  for (const { procedureCode } of first) expect((await findOffer(town.db, procedureCode))?.title.vi).toBeTruthy()
})

test('§10.4 citizens read the limit and the fee of each channel in both languages', async () => {
  const extract = await findOffer(town.db, '2.000635')
  expect(extract?.cases[0]?.fees.online).toEqual({
    vi: expect.stringMatching(/8\.000.đ mỗi bản/),
    en: expect.stringMatching(/8,000.đ for each copy/),
  })
  const plots = await findOffer(town.db, '1.012784')
  expect(plots?.cases.map(({ limits }) => [limits.online?.amount, limits.direct?.amount])).toEqual([
    [12, 22],
    [12, 22],
  ])
  expect((await findOffer(town.db, '1.000894'))?.partialReason?.citation).toContain('60/2014/QH13')
})

test('the list shows the whole catalogue; what nobody designed is begun from what the catalogue says', async () => {
  await seedOwners(town.db, town.now())
  await settleCatalogue(town.db, 'data/national/procedures.jsonl', town.now())
  const thu = town.as('thu')
  const text = async (path: string) => (await thu.open(path)).text()
  expect(await text('/thiet-ke-dich-vu?tinh-trang=none&tim=gia+han')).toContain('/thiet-ke-dich-vu/1.013227')
  expect(await text('/thiet-ke-dich-vu?tinh-trang=handed_over')).toContain('/thiet-ke-dich-vu/1.004222')
  expect(await text('/thiet-ke-dich-vu/1.004222')).not.toContain('bat-dau')
  expect(await text('/thiet-ke-dich-vu/1.013227')).toContain('bat-dau')
  expect((await thu.send('/thiet-ke-dich-vu/1.013227/bat-dau')).status).toBe(303)
  const page = await text('/thiet-ke-dich-vu/1.013227')
  expect(page).toContain('Gia hạn giấy phép xây dựng')
  expect((await thu.send('/thiet-ke-dich-vu/mau-chung', { procedure: '2.000884' })).status).toBe(303)
  expect((await findOffer(town.db, '2.000884'))?.title.vi).toBe('Chứng thực chữ ký')
})
