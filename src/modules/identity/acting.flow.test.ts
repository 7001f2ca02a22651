import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/id.ts'
import { comeBack, openOutside, type Outside } from '#test/sandbox.ts'
import { pdfOf, program } from '#test/upload-files.ts'
import { openTown, type Town } from '#test/town.ts'
import { listAccess } from './access.store.ts'
import { day } from '#kernel/time.ts'

const house = 'http://town.test'
const acting = '/tai-khoan-cong-dan/thay-mat'
const numbers = { ha: '082196004127', phuc: '082090001234', nga: '082185007788' }

let outside: Outside
let town: Town
beforeAll(async () => {
  outside = await openOutside(house)
})
beforeEach(async () => {
  town = await openTown({ identityProvider: outside.provider })
})
afterAll(() => outside.close())

const close = () => town.close()
const pageOf = async (answer: Promise<Response> | Response) => (await answer).text()
const rows = () => town.db.selectFrom('identity.representation').select(['id', 'actorId', 'partyId', 'state']).execute()

describe('§10.14 on-behalf: a child, a parent, a ward', () => {
  test('is declared, confirmed by the other, chosen, written on what is done, and ended', async () => {
    const ha = town.asCitizen('ha')
    const form = { basis: 'parent', number: numbers.nga, name: 'Đặng Kim Nga', says: 'Giấy khai sinh' }
    expect((await ha.send(`${acting}/khai`, form)).status).toBe(303)
    const [made] = await rows()
    expect(made).toMatchObject({ actorId: town.partyId('ha'), partyId: town.partyId('nga'), state: 'declared' })
    // Not before it is confirmed.
    await ha.send(acting, { partyId: town.partyId('nga') })
    expect(await pageOf(ha.open(acting))).not.toContain('thay mặt')

    const nga = town.asCitizen('nga')
    expect(await pageOf(nga.open('/thong-bao-cong-dan'))).toContain('khai là người làm thay bạn')
    expect(await pageOf(nga.open(acting))).toContain('Giấy khai sinh')
    await nga.send(`${acting}/${made?.id}/tra-loi`, { answer: 'confirmed' })

    expect(await pageOf(ha.open('/thong-bao-cong-dan'))).toContain('được làm thay Đặng Kim Nga')
    await ha.send(acting, { partyId: town.partyId('nga') })
    expect(await pageOf(ha.open(acting))).toContain('thay mặt Đặng Kim Nga')
    await ha.send('/tai-khoan-cong-dan/lien-lac', { phone: '0912 345 678' })
    const event = await town.db
      .selectFrom('kernel.event')
      .select(['personId', 'partyId'])
      .where('command', '=', 'identity.party.set_contact')
      .executeTakeFirstOrThrow()
    expect(event).toEqual({ personId: town.partyId('ha'), partyId: town.partyId('nga') })

    // Ended by the other: whoever is acting acts for themself from the next page on.
    await nga.send(`${acting}/${made?.id}/cham-dut`)
    expect(await pageOf(ha.open(acting))).not.toContain('thay mặt')
    await ha.send(acting, { partyId: town.partyId('nga') })
    expect(await pageOf(ha.open(acting))).not.toContain('thay mặt')
    await close()
  })

  test('is confirmed at the desk with the papers in hand; both whose data were read can see it', async () => {
    await town
      .asCitizen('phuc')
      .send(`${acting}/khai`, { basis: 'child', number: '082220000001', name: 'Trần Gia Bảo' })
    const mai = town.as('mai')
    expect((await mai.send('/ho-tro-nguoi-dan/khai-bao', { number: '0821' })).status).toBe(422)
    expect(await pageOf(mai.send('/ho-tro-nguoi-dan/khai-bao', { number: numbers.ha }))).toContain('Không có khai báo')
    const found = await pageOf(mai.send('/ho-tro-nguoi-dan/khai-bao', { number: numbers.phuc }))
    expect(found).toContain('Trần Văn Phúc muốn làm thay Trần Gia Bảo')
    const [made] = await rows()
    await mai.send(`/ho-tro-nguoi-dan/khai-bao/${made?.id}`, { answer: 'confirmed' })
    expect(await rows()).toMatchObject([{ state: 'confirmed' }])
    expect(await pageOf(town.asCitizen('phuc').open('/tai-khoan-cong-dan/nhat-ky'))).toContain('UBND xã An Bình')
    const event = await town.db
      .selectFrom('kernel.event')
      .select(['accountId', 'unitId'])
      .where('command', '=', 'identity.representation.decide')
      .executeTakeFirstOrThrow()
    expect(event).toEqual({ accountId: town.accountId('mai'), unitId: town.unitId('xa-an-binh') })
    await close()
  })

  test('tells nobody the name behind a number', async () => {
    const ha = town.asCitizen('ha')
    await ha.send(`${acting}/khai`, { basis: 'parent', number: numbers.nga, name: 'Một người nào đó' })
    const page = await pageOf(ha.open(acting))
    expect(page).toContain('Một người nào đó')
    expect(page).not.toContain('Đặng Kim Nga')
    const told = await (await ha.api('/identity/representations')).json()
    expect(JSON.stringify(told)).not.toContain('Đặng Kim Nga')
    await close()
  })

  test.each([
    ['oneself', { number: numbers.ha }, 'chính bạn'],
    ['a number that is none', { number: '12345' }, 'Số định danh của người đó'],
    [
      'an end before the beginning',
      { number: numbers.nga, 'lastDay.day': '1', 'lastDay.month': '5', 'lastDay.year': '2025' },
      'Ngày cuối phải',
    ],
  ])('refuses %s, and keeps what was typed', async (_, typed, says) => {
    const answer = await town.asCitizen('ha').send(`${acting}/khai`, { basis: 'ward', name: 'Người nào đó', ...typed })
    const page = await answer.text()
    expect([answer.status, page]).toEqual([422, expect.stringContaining(says)])
    expect(page).toContain('Người nào đó')
    await close()
  })

  test('is nobody else’s to answer, to end or to see', async () => {
    await town.asCitizen('ha').send(`${acting}/khai`, { basis: 'parent', number: numbers.nga, name: 'Đặng Kim Nga' })
    const [made] = await rows()
    const phuc = town.asCitizen('phuc')
    expect((await phuc.api(`/identity/representations/${made?.id}/answer`, { answer: 'confirmed' })).status).toBe(404)
    expect((await phuc.api(`/identity/representations/${made?.id}/end`, {})).status).toBe(404)
    const own = await town.asCitizen('ha').api(`/identity/representations/${made?.id}/answer`, { answer: 'confirmed' })
    expect([own.status, ((await own.json()) as { code: string }).code]).toEqual([409, 'identity.representation.own'])
    expect((await phuc.api(`/identity/representations/${newId(town.now())}/end`, {})).status).toBe(404)
    await close()
  })
})

describe('§10.14 on-behalf: an organisation', () => {
  test('acts by its head, who names others; they name nobody', async () => {
    await comeBack(town.as(), house, { ai: 'DEMO-O-01', muc: '2' })
    const company = await town.db
      .selectFrom('identity.party')
      .select('id')
      .where('kind', '=', 'organisation')
      .executeTakeFirstOrThrow()
    const phuc = town.asCitizen('phuc')
    await phuc.send(acting, { partyId: company.id })
    expect(await pageOf(phuc.open(acting))).toContain('Cử người làm thay Công ty TNHH Trái cây Sông Tiền')
    const named = await phuc.send(`${acting}/uy-quyen`, { number: numbers.nga, name: 'Đặng Kim Nga' })
    expect(named.headers.get('location')).toBe(acting)

    const nga = town.asCitizen('nga')
    await nga.send(acting, { partyId: company.id })
    const page = await pageOf(nga.open(acting))
    expect(page).toContain('thay mặt Công ty TNHH Trái cây Sông Tiền')
    expect(page).not.toContain('Cử người làm thay')
    expect((await nga.send(`${acting}/uy-quyen`, { number: numbers.ha, name: 'Nguyễn Thị Thu Hà' })).status).toBe(403)
    expect(
      (await town.asCitizen('ha').send(`${acting}/uy-quyen`, { number: numbers.nga, name: 'Đặng Kim Nga' })).status,
    ).toBe(403)
    await close()
  })

  test('whose provider names another head has that one alone', async () => {
    const now = town.now()
    const companyId = newId(now)
    await town.db
      .insertInto('identity.party')
      .values({ id: companyId, kind: 'organisation', number: '1200999001', name: 'Cũ', createdAt: now })
      .execute()
    const old = {
      id: newId(now),
      actorId: town.partyId('ha'),
      partyId: companyId,
      basis: 'organisation',
      source: 'provider',
      state: 'confirmed',
      validFrom: day('2024-01-01'),
      madeAt: now,
    }
    await town.db.insertInto('identity.representation').values(old).execute()
    const ha = town.asCitizen('ha')
    await ha.send(acting, { partyId: companyId })
    expect(await pageOf(ha.open(acting))).toContain('thay mặt Cũ')
    await comeBack(town.as(), house, { ai: 'DEMO-O-01', muc: '2' })
    expect(await pageOf(ha.open(acting))).not.toContain('thay mặt')
    await close()
  })
})

describe('the papers of a declaration', () => {
  const photo = async (name = 'khai-sinh.pdf') => new File([(await pdfOf(1)) as Uint8Array<ArrayBuffer>], name)
  const form = { basis: 'child', number: numbers.nga, name: 'Đặng Kim Nga' }

  test('come with the form, and are seen by either side and the officer who decides, by nobody else', async () => {
    const ha = town.asCitizen('ha')
    const wrong = await ha.send(`${acting}/khai`, { ...form, number: '12', 'papers.file': await photo() })
    const page = await wrong.text()
    expect([wrong.status, page.includes('khai-sinh.pdf')]).toEqual([422, true])
    const upload = /name="papers" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect((await ha.send(`${acting}/khai`, { ...form, papers: upload })).status).toBe(303)
    const [made] = await rows()
    const own = `${acting}/${made?.id}/giay-to/${upload}`
    expect(await pageOf(ha.open(acting))).toContain(own)
    expect((await ha.open(own)).headers.get('content-type')).toBe('application/pdf')
    expect((await town.asCitizen('nga').open(own)).status).toBe(200)
    expect((await town.asCitizen('phuc').open(own)).status).toBe(404)
    expect((await ha.open(`${acting}/khong-co/giay-to/${upload}`)).status).toBe(404)
    const mai = town.as('mai')
    const found = await pageOf(mai.send('/ho-tro-nguoi-dan/khai-bao', { number: numbers.ha }))
    const atDesk = `/ho-tro-nguoi-dan/khai-bao/${made?.id}/giay-to/${upload}`
    expect(found).toContain(atDesk)
    expect((await mai.open(atDesk)).status).toBe(200)
    expect(await listAccess(town.db, town.partyId('ha'), 10)).not.toEqual([])
    await mai.send(`/ho-tro-nguoi-dan/khai-bao/${made?.id}`, { answer: 'confirmed' })
    expect((await mai.open(atDesk)).status).toBe(404)
    await close()
  })

  test('of somebody else, or that are none, declare nothing', async () => {
    const phuc = town.asCitizen('phuc')
    const page = await pageOf(
      phuc.send('/tai-tep', { 'tep.file': await photo('cua-phuc.pdf') }).then(() => phuc.open('/tai-tep')),
    )
    const theirs = /data-id="([0-9a-f-]{36})"/.exec(page)?.[1] ?? ''
    expect(theirs).not.toBe('')
    const ha = town.asCitizen('ha')
    expect((await ha.send(`${acting}/khai`, { ...form, papers: theirs })).status).toBe(404)
    const bad = await ha.send(`${acting}/khai`, { ...form, 'papers.file': new File([program()], 'giay.pdf') })
    expect(bad.status).toBe(422)
    expect(await rows()).toEqual([])
    await close()
  })
})
