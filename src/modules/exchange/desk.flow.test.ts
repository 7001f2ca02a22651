import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { dossierCode, type Gateway, openGateway } from '#test/exchange-of-town.ts'
import { type NationalSide, openNationalSide } from '#test/national-side.ts'
import { asOwner } from '#test/owner.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let side: NationalSide
let gateway: Gateway
beforeAll(async () => {
  town = await openTown()
})
beforeEach(async () => {
  await asOwner(town.db, (owner) =>
    owner.script('delete from exchange.attempt; delete from exchange.message; delete from exchange.circuit'),
  )
  await side?.close()
  side = await openNationalSide()
  gateway = openGateway(town, side)
})
afterAll(async () => {
  await side.close()
  await town.close()
})

const textOf = async (response: Promise<Response>) => (await response).text()
const states = async () =>
  (await town.db.selectFrom('exchange.message').select('state').orderBy('place').orderBy('amendment').execute()).map(
    ({ state }) => state,
  )

/** One that the other side refused, and a step behind it. */
async function stuck(): Promise<string> {
  side.behave(() => 'refuse')
  const id = (await gateway.receive(1)) ?? ''
  await gateway.step(1, 2)
  await gateway.send()
  side.behave(() => 'accept')
  return id
}

test('an empty desk says that nothing is stuck, and that the numbers are assumptions', async () => {
  const page = await textOf(town.as('thu').open('/lien-thong'))
  expect(page).toContain('Không có thông điệp nào vướng')
  expect(page).toContain('Chưa gửi lần nào')
  expect(page).toContain('giả định')
})

describe('a message that was refused', () => {
  test('is told in words, with the raw answer folded, and the reading is written down', async () => {
    const id = await stuck()
    const thu = town.as('thu')
    const list = await textOf(thu.open('/lien-thong'))
    expect(list).toContain('có nhắc đến: Mã thủ tục')
    expect(list).toContain(dossierCode(1))
    expect(list).not.toContain('E-0012')
    const page = await textOf(thu.open(`/lien-thong/${id}`))
    expect(page).toContain('Cổng Dịch vụ công quốc gia không nhận và có nhắc đến: Mã thủ tục')
    expect(page.indexOf('E-0012')).toBeGreaterThan(page.indexOf('<details class="tg-more"'))
    const read = town.db.selectFrom('kernel.event').select('about').where('command', '=', 'exchange.message.read')
    expect(await read.execute()).toContainEqual({ about: `exchange.message/${id}` })
  })

  test('is mended in the place it had, goes out, and what waited behind it too; the old one stays', async () => {
    const id = await stuck()
    const thu = town.as('thu')
    const path = `/lien-thong/${id}/sua`
    expect((await thu.send(path, { 'fields.procedure.code': '1.001193' })).status).toBe(422)
    const empty = await thu.send(path, { 'fields.procedure.code': '', 'fields.applicant.phone': '0273' })
    expect(empty.status).toBe(422)
    const page = await empty.text()
    expect(page).toContain('Hãy nhập Mã thủ tục')
    expect(page).toContain('value="0273"')
    const sent = await thu.send(path, { 'fields.procedure.code': '1.000656' })
    expect(sent.status).toBe(303)
    expect(await states()).toEqual(['replaced', 'waiting', 'waiting'])
    await gateway.send()
    expect(await states()).toEqual(['replaced', 'acknowledged', 'acknowledged'])
    expect(side.held.get(dossierCode(1))).toMatchObject({ MaTTHC: '1.000656', QuaTrinhXuLy: [{ TrangThai: '2' }] })
    expect((await thu.send(path, { 'fields.procedure.code': '1.1' })).status).toBe(409)
    const event = await town.db
      .selectFrom('kernel.event')
      .select('detail')
      .where('command', '=', 'exchange.message.mend')
      .executeTakeFirstOrThrow()
    expect(event.detail).toEqual({ mended: id, changed: ['procedure.code'] })
  })

  test('goes out again as it is, alone or with all that were ticked', async () => {
    const id = await stuck()
    const thu = town.as('thu')
    expect(await textOf(thu.send('/lien-thong'))).toContain('Hãy chọn ít nhất một thông điệp')
    expect((await thu.send('/lien-thong', { ids: [id] })).status).toBe(303)
    await gateway.send()
    expect(await states()).toEqual(['acknowledged', 'acknowledged'])
    expect((await thu.send(`/lien-thong/${id}/gui-lai`)).status).toBe(409)
  })

  test('is set aside with a reason, and the rest goes on', async () => {
    side.held.set(dossierCode(1), { MaHoSo: dossierCode(1), TrangThaiHoSo: '2', QuaTrinhXuLy: [] })
    const id = await stuck()
    const thu = town.as('thu')
    expect((await thu.send(`/lien-thong/${id}/de-rieng`, { because: ' ' })).status).toBe(422)
    expect((await thu.send(`/lien-thong/${id}/de-rieng`, { because: 'Cổng đã nhập tay' })).status).toBe(303)
    await gateway.send()
    expect(await states()).toEqual(['set_aside', 'acknowledged'])
    expect(await textOf(thu.open(`/lien-thong/${id}`))).toContain('Cổng đã nhập tay')
  })

  test('belongs to its unit: another unit’s desk does not find it', async () => {
    const id = await stuck()
    const post = (roleCode: string) =>
      town.db.updateTable('kernel.post').set({ roleCode }).where('id', '=', town.postId('hoa')).execute()
    const west = town.db.updateTable('kernel.post').set({ unitId: town.unitId('huyen-tay') })
    await post('procedure_controller')
    expect((await town.as('hoa').open(`/lien-thong/${id}`)).status).toBe(200)
    await west.where('id', '=', town.postId('hoa')).execute()
    expect((await town.as('hoa').open(`/lien-thong/${id}`)).status).toBe(404)
    expect((await town.as('hoa').send('/lien-thong', { ids: [id] })).status).toBe(404)
    expect(await textOf(town.as('hoa').open('/lien-thong'))).not.toContain(dossierCode(1))
    await post('unit_officer')
  })
})

test('a long list goes on where it stopped', async () => {
  for (let no = 0; no < 103; no++) await gateway.receive(no)
  const first = await textOf(town.as('thu').open('/lien-thong?trang-thai=waiting'))
  expect(first).toContain(dossierCode(99))
  expect(first).not.toContain(dossierCode(100))
  const next = /href="([^"]*sau=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const second = await textOf(town.as('thu').open(next))
  expect(second).toContain(dossierCode(102))
  expect(second).not.toContain(dossierCode(99))
})

test('everything the desk does can be done by the API', async () => {
  const id = await stuck()
  const thu = town.as('thu')
  const json = async (answer: Promise<Response>) => {
    const response = await answer
    expect([response.status, response.status === 200 ? null : await response.clone().text()]).toEqual([200, null])
    return (await response.json()) as Record<string, unknown>
  }
  expect(await json(thu.api('/exchange/systems'))).toMatchObject({
    items: [{ system: 'national', adapter: 'national-v1', circuit: 'answers', counts: { rejected: 1, waiting: 1 } }],
  })
  const list = (await json(thu.api('/exchange/messages'))) as { items: object[] }
  expect(list.items).toMatchObject([{ id, reason: 'refused', reasonFields: ['procedure.code'] }])
  expect(JSON.stringify(list)).not.toContain('Nguyễn Thị Thu Hà')
  expect(await json(thu.api(`/exchange/messages/${id}`))).toMatchObject({ body: { code: dossierCode(1) } })
  const mend = { fields: { 'procedure.code': '1.000656' } }
  const made = await json(thu.api(`/exchange/messages/${id}/mend`, mend))
  expect(made).toMatchObject({ mended: id, changed: ['procedure.code'] })
  await json(thu.api(`/exchange/messages/${String(made['id'])}/set-aside`, { because: 'thử' }))
  expect((await thu.api('/exchange/messages/resend', { ids: [id] })).status).toBe(409)
  expect(await json(thu.api('/exchange/differences'))).toEqual({ items: [], next: null })
  expect((await thu.api(`/exchange/differences/${id}/settle`, { because: 'x' })).status).toBe(404)
})
