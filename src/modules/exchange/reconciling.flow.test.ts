import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aboutOf, dossierCode, type Gateway, openGateway, someDossier } from '#test/exchange-of-town.ts'
import { type NationalSide, openNationalSide } from '#test/national-side.ts'
import { asOwner } from '#test/owner.ts'
import { openTown, type Town } from '#test/town.ts'
import type { DossierListing, Ours } from './public.ts'
import { reconcile } from './reconcile.jobs.ts'

let town: Town
let side: NationalSide
let gateway: Gateway
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  await asOwner(town.db, (owner) =>
    owner.script(
      'delete from exchange.attempt; delete from exchange.message; delete from exchange.circuit; delete from exchange.difference; delete from exchange.reconciliation',
    ),
  )
  await side?.close()
  side = await openNationalSide()
  gateway = openGateway(town, side)
})
afterAll(async () => {
  await side.close()
  await town.close()
})

const compareNow = (listing?: DossierListing) =>
  reconcile(gateway.ctx(), gateway.line, {
    lines: [gateway.line],
    now: () => gateway.ctx().now,
    rule: gateway.rule,
    ...(listing && { listing }),
  })
const differences = () =>
  town.db
    .selectFrom('exchange.difference')
    .select(['code', 'kind', 'requeued', 'settledAt', 'settledBy'])
    .orderBy('code')
    .execute()
const open = async () => (await differences()).filter(({ settledAt }) => settledAt === null)
const last = () =>
  town.db.selectFrom('exchange.reconciliation').selectAll().orderBy('at', 'desc').limit(1).executeTakeFirstOrThrow()

test('the sides agree, page by page', async () => {
  gateway = openGateway(town, side, { reconcile: { ...gateway.rule.reconcile, pageSize: 2 } })
  for (let no = 1; no <= 5; no++) await gateway.receive(no)
  await gateway.send()
  gateway.pass(3600)
  expect(await compareNow()).toMatchObject({ theirs: 5, ours: 5, onTheWay: 0, differences: [] })
})

test('what the other side lost or left behind is told again and agrees an hour later; a stranger stays for an officer', async () => {
  for (let no = 1; no <= 3; no++) await gateway.receive(no)
  await gateway.send()
  gateway.pass(3600)
  side.held.delete(dossierCode(1))
  const second = side.held.get(dossierCode(2))
  if (second) second['TrangThaiHoSo'] = '1'
  side.held.set(dossierCode(9), { ...second, MaHoSo: dossierCode(9), QuaTrinhXuLy: [] })
  await compareNow()
  expect(await differences()).toMatchObject([
    { code: dossierCode(1), kind: 'missing_there', requeued: 1 },
    { code: dossierCode(2), kind: 'other_state', requeued: 1 },
    { code: dossierCode(9), kind: 'missing_here', requeued: 0 },
  ])
  expect(await last()).toMatchObject({ differences: 3, requeued: 2 })
  await gateway.send()
  expect(side.held.get(dossierCode(1))).toMatchObject({ TrangThaiHoSo: '2' })
  gateway.pass(3600)
  await compareNow()
  expect((await open()).map(({ code }) => code)).toEqual([dossierCode(9)])
  const thu = town.as('thu')
  expect(await (await thu.open('/lien-thong/chenh-lech')).text()).toContain(dossierCode(9))
  // Whoever looks after one commune does not see what belongs to nobody.
  const { id } = await town.db
    .selectFrom('exchange.difference')
    .select('id')
    .where('settledAt', 'is', null)
    .executeTakeFirstOrThrow()
  expect((await thu.send(`/lien-thong/chenh-lech/${id}`, { because: '' })).status).toBe(422)
  expect((await thu.send(`/lien-thong/chenh-lech/${id}`, { because: 'Hồ sơ thử của bộ phận hỗ trợ' })).status).toBe(303)
  expect(await open()).toEqual([])
  expect((await thu.send(`/lien-thong/chenh-lech/${id}`, { because: 'lại' })).status).toBe(409)
  expect(await (await thu.open('/lien-thong/chenh-lech')).text()).toContain('Hai bên khớp nhau')
})

test('a difference that comes back is told again twice at most, then somebody has to look', async () => {
  await gateway.receive(1)
  await gateway.send()
  for (let hours = 0; hours < 4; hours++) {
    gateway.pass(3600)
    side.held.delete(dossierCode(1))
    await compareNow()
    await gateway.send()
    side.held.delete(dossierCode(1))
  }
  expect(await open()).toMatchObject([{ code: dossierCode(1), requeued: 2 }])
})

test('what is still on its way is not compared, and a side that shows nothing changes nothing', async () => {
  await gateway.receive(1)
  gateway.pass(3600)
  expect(await compareNow()).toMatchObject({ differences: [] })
  await gateway.send()
  await side.close()
  gateway.pass(60)
  expect(await compareNow()).toBeNull()
  expect((await last()).fault).not.toBeNull()
  expect(await open()).toEqual([])
  side = await openNationalSide()
})

test('§10.50 dossiers as they stand now are told where the outbox never heard of them; mirrored ones are shown and never sent', async () => {
  const now = gateway.ctx().now
  const row = (no: number, more: Partial<Ours> = {}): Ours => ({
    code: dossierCode(no),
    about: aboutOf(no),
    unitId: town.unitId('xa-an-binh'),
    state: 4,
    changedAt: new Date(now.getTime() - 3_600_000),
    mirrorOf: null,
    ...more,
  })
  const listing: DossierListing = {
    list: async () => [row(1), row(2, { mirrorOf: 'bo-tu-phap' })],
    body: async (_, about) => (about === aboutOf(1) ? someDossier(1, { state: 4 }) : null),
  }
  expect(await compareNow(listing)).toMatchObject({ ours: 1, mirrored: 1 })
  await gateway.send()
  expect([...side.held.keys()]).toEqual([dossierCode(1)])
  gateway.pass(3600)
  expect(await compareNow(listing)).toMatchObject({ theirs: 1, ours: 1, mirrored: 1, differences: [] })
  expect(await (await town.as('thu').open('/lien-thong')).text()).toContain('không gửi đi, không tính vào hồ sơ của ta')
})
