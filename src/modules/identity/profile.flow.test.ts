import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { findWaitingMail } from '#kernel/mail.store.ts'
import { writeOut } from '#kernel/mail.ts'
import type { Key } from '#kernel/text.ts'
import { openTown, type Town } from '#test/town.ts'
import { notifyParty } from './notify.store.ts'
import { findParty, profileOf } from './party.store.ts'

const account = '/tai-khoan-cong-dan'
let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const tell = (who: 'ha' | 'nga' | 'phuc', key: Key = 'identity.told.confirmed') =>
  notifyParty({ db: town.db, actor: nobody, now: town.now(), requestId: 'r-1' }, town.partyId(who), {
    key,
    params: { name: 'Lê Văn Út' },
    href: account,
    mail: true,
  })
const mails = (who: 'ha' | 'nga' | 'phuc') =>
  town.db
    .selectFrom('kernel.mail')
    .select(['id', 'address', 'params', 'locale'])
    .where('partyId', '=', town.partyId(who))
    .orderBy('at')
    .execute()
const lastCode = async (who: 'ha' | 'nga' | 'phuc') =>
  ((await mails(who)).at(-1)?.params as { code: string } | undefined)?.code ?? ''

describe('an address', () => {
  test('is proved by the code that was sent there, and only then are messages sent', async () => {
    const phuc = town.asCitizen('phuc')
    await phuc.send(`${account}/lien-lac`, { email: 'Phuc@Vi-du.test', phone: '+84 912 345 678' })
    const code = await lastCode('phuc')
    await tell('phuc')
    expect((await mails('phuc')).map(({ address }) => address)).toEqual(['phuc@vi-du.test'])
    expect((await phuc.send(`${account}/ma`, { code: code === '000000' ? '000001' : '000000' })).status).toBe(422)
    expect((await phuc.send(`${account}/ma`, { code })).status).toBe(303)
    expect(await findParty(town.db, town.partyId('phuc'))).toMatchObject({
      email: 'phuc@vi-du.test',
      emailVerifiedAt: town.now(),
      phone: '+84 912 345 678',
    })
    await tell('phuc')
    const [, mail] = await mails('phuc')
    const waiting = await findWaitingMail(town.db, mail?.id ?? '')
    if (!waiting) throw new Error('no mail waits')
    expect(writeOut(waiting, 'http://town.test').subject).toBe('Đã xác nhận: bạn được làm thay Lê Văn Út')
    // The code is nowhere in the log.
    const events = await town.db
      .selectFrom('kernel.event')
      .select(['result', 'detail'])
      .where('command', 'like', 'identity.party.%')
      .execute()
    expect(JSON.stringify(events)).not.toContain(code)
  })

  test('that is another is asked for proof again; the one before counts no more', async () => {
    const phuc = town.asCitizen('phuc')
    town.at('2025-05-14T08:05')
    await phuc.send(`${account}/lien-lac`, { email: 'khac@vi-du.test' })
    expect(await findParty(town.db, town.partyId('phuc'))).toMatchObject({
      email: 'khac@vi-du.test',
      emailVerifiedAt: null,
    })
    expect((await phuc.send(`${account}/lien-lac`, { email: 'nua@vi-du.test' })).status).toBe(409)
    const code = await lastCode('phuc')
    town.at('2025-05-14T08:21')
    const later = town.asCitizen('phuc')
    expect((await later.send(`${account}/ma`, { code })).status).toBe(422)
  })

  test('is not guessed: after five wrong codes the right one does nothing', async () => {
    const nga = town.asCitizen('nga')
    await nga.send(`${account}/lien-lac`, { email: 'nga@vi-du.test' })
    const code = await lastCode('nga')
    for (let n = 0; n < 5; n++) await nga.send(`${account}/ma`, { code: `x${n}` })
    expect((await nga.send(`${account}/ma`, { code })).status).toBe(422)
    expect((await findParty(town.db, town.partyId('nga')))?.emailVerifiedAt).toBeNull()
  })
})

describe('messages', () => {
  test('wait in the inbox of the party, are counted, opened and read; nobody else opens them', async () => {
    await tell('ha')
    const ha = town.asCitizen('ha')
    expect(await (await ha.open('/tai-khoan-cong-dan')).text()).toContain('1 thông báo')
    const { items } = (await (await ha.api('/identity/notices')).json()) as { items: { id: string }[] }
    const [notice] = items
    expect((await town.asCitizen('nga').api(`/identity/notices/${notice?.id}/read`, {})).status).toBe(404)
    expect((await ha.send(`/thong-bao-cong-dan/${notice?.id}/mo`)).headers.get('location')).toBe(account)
    expect(await (await ha.open('/thong-bao-cong-dan')).text()).toContain('Không có thông báo chưa đọc')
    await tell('ha')
    await ha.send('/thong-bao-cong-dan/da-doc')
    expect(await (await ha.open('/thong-bao-cong-dan')).text()).toContain('Không có thông báo chưa đọc')
  })

  test('of a citizen are no member of staff’s, and the other way round', async () => {
    await tell('ha')
    expect(await (await town.as('lan').open('/thong-bao')).text()).not.toContain('Lê Văn Út')
  })
})

describe('the account', () => {
  test('says who somebody is, and that nobody has vouched for it yet', async () => {
    const page = await (await town.asCitizen('ha').open(account)).text()
    expect(page).toContain('0821 •••• 4127')
    expect(page).toContain('Chưa được hệ thống định danh xác nhận')
    expect(await profileOf(town.db, town.partyId('ha'))).toMatchObject({
      name: 'Nguyễn Thị Thu Hà',
      at: null,
      birthDay: null,
    })
  })

  test('speaks the language that was chosen, on other devices too', async () => {
    const ha = town.asCitizen('ha')
    await ha.send(`${account}/ngon-ngu`, { locale: 'en' })
    expect(await (await ha.open(account)).text()).toContain('My account')
    expect(await (await town.asCitizen('ha').open(account)).text()).toContain('My account')
    await ha.send(`${account}/ngon-ngu`, { locale: 'vi' })
  })

  test('ends its sessions elsewhere, one by one or all', async () => {
    const [here, there] = [town.asCitizen('nga'), town.asCitizen('nga')]
    await there.open(account)
    await here.open(account)
    await here.send(`${account}/phien`, { session: 'others' })
    expect((await there.open(account)).status).toBe(401)
    expect((await here.open(account)).status).toBe(200)
  })

  test('loses nothing that was sent when its session had ended: one press sends it on, for its owner alone', async () => {
    const ha = town.asCitizen('ha')
    await ha.open(account)
    town.at('2025-05-14T09:00')
    const lost = await ha.send(`${account}/lien-lac`, { phone: '0987 654 321' })
    const page = await lost.text()
    expect([lost.status, page]).toEqual([401, expect.stringContaining('vẫn còn nguyên')])
    const [, kept = ''] = /tiep=%2F(gui-lai%2F[0-9a-f-]{36})/.exec(page) ?? []
    const path = `/${decodeURIComponent(kept)}`
    const rows = await town.db.selectFrom('identity.kept_form').select(['path', 'fields']).execute()
    expect(rows.map((row) => row.path)).toEqual([`${account}/lien-lac`])
    expect(JSON.stringify(rows)).not.toContain('0987')
    expect((await town.asCitizen('nga').open(path)).status).toBe(404)
    const again = await (await town.asCitizen('ha').open(path)).text()
    expect(again).toContain('name="phone" value="0987 654 321"')
    town.at('2025-05-14T10:01')
    expect((await town.asCitizen('ha').open(path)).status).toBe(404)
  })

  test('keeps no more than a few forms of one person, and none of whoever had no session', async () => {
    const nga = town.asCitizen('nga')
    await nga.open(account)
    town.at('2025-05-14T09:30')
    for (let n = 0; n < 8; n++) await nga.send(`${account}/lien-lac`, { phone: `091200000${n}` })
    await town.as().send(`${account}/lien-lac`, { phone: '0912000009' })
    const kept = await town.db
      .selectFrom('identity.kept_form')
      .select('id')
      .where('personId', '=', town.partyId('nga'))
      .execute()
    expect(kept.length).toBe(5)
  })
})
