import { beforeEach, describe, expect, test } from 'vitest'
import { nobody, type Actor } from '#kernel/access.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { day } from '#kernel/time.ts'
import { openTown, type CitizenName, type Town } from '#test/town.ts'
import { listAccess, recordAccess } from './access.store.ts'
import { consentInForce } from './consent.store.ts'

const numbers = { nga: '082185007788' }

let town: Town
beforeEach(async () => {
  town = await openTown()
})

const close = () => town.close()
const pageOf = async (answer: Promise<Response> | Response) => (await answer).text()
const asActor = (who: CitizenName): Actor => {
  const id = town.partyId(who)
  return { ...nobody, name: who, citizen: { personId: id, partyId: id, assurance: 2 } }
}
const ctxOf = (actor: Actor): Ctx => ({ db: town.db, actor, now: town.now(), requestId: 'r-1' })

describe('help with consent', () => {
  const form = {
    number: numbers.nga,
    name: 'Đặng Kim Nga',
    purpose: 'file',
    way: 'spoken',
    words: '2025_1',
    agreed: 'true',
    'lastDay.day': '30',
    'lastDay.month': '5',
    'lastDay.year': '2025',
  }
  const inForce = (who: 'mai' | 'binh' | 'hoa', unit: 'xa-an-binh' | 'huyen-dong', on = '2025-05-14') =>
    consentInForce(town.db, town.partyId('nga'), { accountId: town.accountId(who), unitId: town.unitId(unit) }, day(on))

  test('is written down in its words, holds for the helper and their unit until its day, and is told', async () => {
    const mai = town.as('mai')
    expect(await pageOf(mai.open('/ho-tro-nguoi-dan'))).toContain('Tôi đồng ý để cán bộ này')
    await mai.send('/ho-tro-nguoi-dan/dong-y', form)
    expect(await inForce('mai', 'xa-an-binh')).toMatchObject({ words: '2025_1', way: 'spoken', purpose: 'file' })
    expect(await inForce('binh', 'xa-an-binh')).toBeDefined()
    expect(await inForce('hoa', 'huyen-dong')).toBeUndefined()
    expect(await inForce('mai', 'xa-an-binh', '2025-05-30')).toBeDefined()
    expect(await inForce('mai', 'xa-an-binh', '2025-05-31')).toBeUndefined()
    expect(await pageOf(town.asCitizen('nga').open('/thong-bao-cong-dan'))).toContain('Cao Thị Mai ghi rằng bạn đồng ý')
    await close()
  })

  const giveAddress = async (email: string | null) => {
    const change = { email, emailVerifiedAt: email ? town.now() : null }
    await town.db.updateTable('identity.party').set(change).where('id', '=', town.partyId('nga')).execute()
  }
  const codeSent = async () => {
    const mail = await town.db
      .selectFrom('kernel.mail')
      .select(['params', 'address'])
      .where('subjectKey', '=', 'identity.consent.mail')
      .orderBy('at', 'desc')
      .executeTakeFirstOrThrow()
    return { ...(mail.params as { code: string; words: string; purpose: string }), address: mail.address }
  }
  const byCode = { ...form, way: 'code', agreed: '' }
  const wrongOf = (code: string) => (code === '000000' ? '000001' : '000000')

  test('by a one-time code goes to the proved address alone, in the words one agrees to, and is nowhere in the log', async () => {
    town.at('2025-05-14T08:00')
    const mai = town.as('mai')
    const none = await mai.send('/ho-tro-nguoi-dan/dong-y', byCode)
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('chưa xác nhận địa chỉ thư')])
    await giveAddress('nga@nguoidan.test')
    const asked = (await mai.send('/ho-tro-nguoi-dan/dong-y', byCode)).headers.get('location') ?? ''
    const { code, words, purpose, address } = await codeSent()
    expect([address, purpose, words]).toEqual(['nga@nguoidan.test', 'Nộp hồ sơ', expect.stringContaining('Tôi đồng ý')])
    expect(await pageOf(mai.open(asked))).not.toContain(code)
    expect((await town.as('hoa').open(asked)).status).not.toBe(200)
    expect(await inForce('mai', 'xa-an-binh')).toBeUndefined()
    expect((await mai.send(asked, { code: wrongOf(code) })).status).toBe(422)
    expect((await mai.send(asked, { code })).headers.get('location')).toBe('/ho-tro-nguoi-dan')
    expect(await inForce('mai', 'xa-an-binh')).toMatchObject({ way: 'code', purpose: 'file', words: '2025_1' })
    // Used once.
    expect((await mai.send(asked, { code })).status).toBe(404)
    const events = await town.db
      .selectFrom('kernel.event')
      .selectAll()
      .where('command', 'like', 'identity.consent.%')
      .execute()
    expect(JSON.stringify(events)).not.toContain(code)
    await giveAddress(null)
    await close()
  })

  test('by a one-time code is over after some minutes or five wrong tries, and is not asked for twice at once', async () => {
    const mai = town.as('mai')
    await giveAddress('nga@nguoidan.test')
    const ask = async () => (await mai.send('/ho-tro-nguoi-dan/dong-y', byCode)).headers.get('location') ?? ''
    town.at('2025-05-14T09:00')
    const late = await ask()
    expect((await mai.send('/ho-tro-nguoi-dan/dong-y', byCode)).status).toBe(409)
    const { code } = await codeSent()
    town.at('2025-05-14T09:14')
    await mai.open('/ho-tro-nguoi-dan')
    town.at('2025-05-14T09:15')
    expect((await mai.send(late, { code })).status).toBe(422)
    expect(await pageOf(mai.open(late))).toContain('đã hết hạn')
    town.at('2025-05-14T09:20')
    const guessed = await ask()
    const next = (await codeSent()).code
    for (let n = 0; n < 5; n++) await mai.send(guessed, { code: wrongOf(next) })
    expect((await mai.send(guessed, { code: next })).status).toBe(422)
    expect(await inForce('mai', 'xa-an-binh')).toBeUndefined()
    await giveAddress(null)
    await close()
  })

  test('§10.13 is not written down for somebody of another name, and is for somebody nobody knew', async () => {
    const mai = town.as('mai')
    const other = await mai.send('/ho-tro-nguoi-dan/dong-y', { ...form, name: 'Nguyễn Văn Khác' })
    expect([other.status, await other.text()]).toEqual([422, expect.stringContaining('không khớp với người mang số')])
    expect((await mai.send('/ho-tro-nguoi-dan/dong-y', { ...form, name: 'dang kim nga' })).status).toBe(303)
    const unknown = { ...form, number: '082199009999', name: 'Lê Thị Mới' }
    expect((await mai.send('/ho-tro-nguoi-dan/dong-y', unknown)).status).toBe(303)
    await close()
  })

  test('is taken back by whoever gave it, and by nobody else', async () => {
    await town.as('mai').send('/ho-tro-nguoi-dan/dong-y', form)
    const { id } = await town.db.selectFrom('identity.consent').select('id').executeTakeFirstOrThrow()
    expect((await town.asCitizen('ha').api(`/identity/consents/${id}/withdraw`, {})).status).toBe(404)
    expect((await town.asCitizen('nga').send(`/tai-khoan-cong-dan/dong-y/${id}/rut`)).status).toBe(303)
    expect(await inForce('mai', 'xa-an-binh')).toBeUndefined()
    expect((await town.asCitizen('nga').api(`/identity/consents/${id}/withdraw`, {})).status).toBe(409)
    await close()
  })

  test.each([
    ['nobody agreed', { agreed: '' }, 422],
    ['its words are of another version', { words: '2020_1' }, 409],
    ['it would last too long', { 'lastDay.year': '2026' }, 422],
  ])('is not written down when %s', async (_, change, status) => {
    expect((await town.as('mai').send('/ho-tro-nguoi-dan/dong-y', { ...form, ...change })).status).toBe(status)
    expect(await town.db.selectFrom('identity.consent').select('id').execute()).toEqual([])
    await close()
  })

  test('each reading is shown to its owner with who and what for; one’s own leaves none', async () => {
    const mai: Actor = { ...nobody, accountId: town.accountId('mai'), unitId: town.unitId('xa-an-binh') }
    const partyId = town.partyId('nga')
    await recordAccess(ctxOf(mai), { partyId, purpose: 'assist', what: 'identity' })
    await recordAccess(ctxOf(asActor('nga')), { partyId, purpose: 'assist', what: 'identity' })
    expect(await listAccess(town.db, partyId)).toMatchObject([{ unit: 'UBND xã An Bình', purpose: 'assist' }])
    const page = await pageOf(town.asCitizen('nga').open('/tai-khoan-cong-dan'))
    expect(page).toContain('UBND xã An Bình')
    expect(await pageOf(town.asCitizen('ha').open('/tai-khoan-cong-dan'))).not.toContain('UBND xã An Bình')
    await expect(town.db.deleteFrom('identity.access').execute()).rejects.toThrow()
    await close()
  })
})
