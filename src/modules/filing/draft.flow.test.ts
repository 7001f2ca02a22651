import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { begin, fill, fillAll, garden, hidden, htmlOf, owner, press } from '#test/filing-of-town.ts'
import { gardenService, offerService } from '#test/service-of-town.ts'
import { openTown, type Town } from '#test/town.ts'
import { sweepDrafts } from './draft.jobs.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

const idOf = (path: string) => path.split('/')[2] ?? ''
const kept = async (path: string) =>
  town.db.selectFrom('filing.draft').selectAll().where('id', '=', idOf(path)).executeTakeFirst()

test('§10.7 a draft is begun without signing in, and signing in is only asked for when it is filed', async () => {
  const visitor = town.as()
  expect(await htmlOf(visitor, '/nop-ho-so/9.000001')).toContain('Chưa cần đăng nhập')
  const path = await begin(visitor)
  expect((await visitor.open(path)).headers.get('location')).toBe(`${path}/owner`)
  const next = await fill(visitor, `${path}/owner`, owner)
  expect([next.status, next.headers.get('location')]).toEqual([303, `${path}/garden`])
  expect((await fill(visitor, `${path}/garden`, garden)).headers.get('location')).toBe(`${path}/giay_to`)
  expect((await fill(visitor, `${path}/giay_to`, {})).headers.get('location')).toBe(`${path}/xem-lai`)
  const summary = await htmlOf(visitor, `${path}/xem-lai`)
  expect(summary).toContain('16.000')
  expect(summary).toContain(`/dang-nhap-vneid?tiep=${encodeURIComponent(`${path}/xem-lai`)}`)
  expect(summary).not.toContain('name="declared"')
  const pressed = await visitor.send(`${path}/nop-ho-so`, { declared: 'true' })
  expect(pressed.headers.get('location')).toContain('/dang-nhap-vneid')
  await town.signIn(visitor, 'ha')
  expect(await htmlOf(visitor, `${path}/xem-lai`)).toContain('name="declared"')
  expect(await kept(path)).toMatchObject({ tokenHash: null, personId: town.partyId('ha') })
  expect(await htmlOf(town.asCitizen('ha'), `${path}/owner`)).toContain('Nguyễn Thị Thu Hà')
})

test('what is wrong comes back as it was typed, and the rest is kept', async () => {
  const ha = town.asCitizen('ha')
  const path = await begin(ha)
  const sent = await fill(ha, `${path}/garden`, { ...garden, 'planted_on.year': 'mai', copies: '3' })
  expect(sent.status).toBe(422)
  const page = await sent.text()
  expect(page).toContain('value="mai"')
  expect(page).toContain('<title>Lỗi:')
  expect((await kept(path))?.answers).toMatchObject({ copies: 3, has_pond: 'no' })
  expect(await htmlOf(town.asCitizen('ha'), `${path}/garden`)).toContain('value="mai"')
  expect(await htmlOf(ha, `${path}/xem-lai`)).not.toContain('name="declared"')
})

test('a question that an answer brings up is asked before one goes on', async () => {
  const ha = town.asCitizen('ha')
  const path = await begin(ha)
  const sent = await fill(ha, `${path}/garden`, { ...garden, has_pond: 'yes' })
  expect(sent.headers.get('location')).toContain(`${path}/garden?them=1`)
  expect(await htmlOf(ha, `${path}/garden?them=1`)).toContain('Diện tích ao')
})

describe('§10.8 each change is saved as it is made', () => {
  test('the browser sends what changed, and is told when it was saved', async () => {
    const ha = town.asCitizen('ha')
    const path = await begin(ha)
    const page = await htmlOf(ha, `${path}/garden`)
    expect(page).toContain(`data-autosave="${path}/tu-luu?phan=garden"`)
    const writing = { _revision: hidden(page, '_revision'), _pen: hidden(page, '_pen') }
    const saved = await ha.send(`${path}/tu-luu?phan=garden`, { ...writing, copies: '4' })
    expect(await saved.json()).toMatchObject({ savedAt: '08:00, 14/05/2025', revision: 2, problems: [] })
    const again = await ha.send(`${path}/tu-luu?phan=garden`, { ...writing, copies: '5' })
    expect(again.status).toBe(200)
    const wrong = await ha.send(`${path}/tu-luu?phan=garden`, { ...writing, copies: 'nhiều' })
    expect(await wrong.json()).toMatchObject({ problems: [{ path: 'copies' }] })
    expect(await htmlOf(ha, `${path}/garden`)).toContain('value="nhiều"')
  })

  test('what was written elsewhere meanwhile is not overwritten unseen: both are shown', async () => {
    const [phone, desk] = [town.asCitizen('ha'), town.asCitizen('ha')]
    const path = await begin(phone)
    const [onPhone, onDesk] = [await htmlOf(phone, `${path}/garden`), await htmlOf(desk, `${path}/garden`)]
    const from = (page: string) => ({ _revision: hidden(page, '_revision'), _pen: hidden(page, '_pen') })
    expect((await desk.send(`${path}/garden`, { ...from(onDesk), ...garden, copies: '7' })).status).toBe(303)
    const silent = await phone.send(`${path}/tu-luu?phan=garden`, { ...from(onPhone), copies: '9' })
    expect([silent.status, await silent.json()]).toMatchObject([409, { code: 'filing.draft.moved_on' }])
    const late = await phone.send(`${path}/garden`, { ...from(onPhone), ...garden, copies: '9' })
    expect(late.status).toBe(409)
    const both = await late.text()
    expect(both).toContain('Bạn vừa gõ: 9')
    expect(both).toContain('Đang lưu ở nơi khác: 7')
    expect((await kept(path))?.answers).toMatchObject({ copies: 7 })
    const decided = await phone.send(`${path}/garden`, { ...from(both), ...garden, copies: '9' })
    expect(decided.status).toBe(303)
    expect((await kept(path))?.answers).toMatchObject({ copies: 9 })
  })
})

describe('nothing is shown that is not theirs', () => {
  test('another’s draft is missing, whoever asks', async () => {
    const path = await begin(town.asCitizen('ha'))
    const others = [town.asCitizen('phuc'), town.as('mai'), town.as('quan')]
    for (const other of others)
      for (const at of ['', '/owner', '/xem-lai', '/noi-nhan']) expect((await other.open(path + at)).status).toBe(404)
    const phuc = town.asCitizen('phuc')
    for (const at of ['/owner', '/nop-ho-so', '/xoa-nhap', '/phien-ban-moi'])
      expect((await phuc.send(path + at, { owner_name: 'Trần Văn Phúc', declared: 'true' })).status).toBe(404)
    expect((await phuc.send(`${path}/tu-luu?phan=owner`, { owner_name: 'x' })).status).toBe(404)
    expect((await phuc.api(`/filing/drafts/${idOf(path)}`)).status).toBe(404)
    expect((await phuc.api(`/filing/drafts/${idOf(path)}/erase`, {})).status).toBe(404)
    expect((await kept(path))?.revision).toBe(1)
  })

  test('a browser’s draft is of that browser alone; another is asked to sign in, as for one that does not exist', async () => {
    const path = await begin(town.as())
    for (const at of [path, `/to-khai/${crypto.randomUUID()}`]) expect((await town.as().open(at)).status).toBe(401)
    expect((await town.asCitizen('ha').open(path)).status).toBe(404)
    expect((await town.as().open('/to-khai/khong-phai-ma')).status).toBe(404)
  })

  test('forged ids, cases, offices and channels begin nothing', async () => {
    const ha = town.asCitizen('ha')
    expect((await ha.open('/nop-ho-so/9.999999')).status).toBe(404)
    const forged = [{ case: 'none' }, { receiver: 'so-y-te' }, { receiver: "' or 1=1 --" }]
    for (const form of forged) {
      const sent = await ha.send('/nop-ho-so/9.000001', { case: 'again', receiver: 'xa-an-binh', ...form })
      expect(sent.status).toBe(422)
    }
    const post = { procedure: '9.000001', case: 'again', receiver: 'xa-an-binh', channel: 'post' }
    expect((await ha.api('/filing/drafts', post)).status).toBe(409)
    expect((await town.as('mai').send('/nop-ho-so/9.000001', { case: 'again', receiver: 'xa-an-binh' })).status).toBe(
      409,
    )
  })
})

test('a session that ends while a page is filled in costs nothing: what was typed is there after signing in again', async () => {
  const ha = town.asCitizen('ha')
  const path = await begin(ha)
  const page = await htmlOf(ha, `${path}/owner`)
  town.at('2025-05-14T09:00')
  const form = {
    _revision: hidden(page, '_revision'),
    _pen: hidden(page, '_pen'),
    ...owner,
    owner_name: 'Thu Hà gõ dở',
  }
  expect((await ha.send(`${path}/owner`, form)).status).toBe(401)
  expect((await kept(path))?.answers).toEqual({})
  const stranger = town.as()
  expect((await stranger.send(`${path}/owner`, { owner_name: 'kẻ khác' })).status).toBe(401)
  await town.signIn(ha, 'ha')
  const back = await htmlOf(ha, `${path}/owner`)
  expect(back).toContain('Thu Hà gõ dở')
  expect(back).toContain('chưa lưu')
  expect(await htmlOf(town.asCitizen('ha'), `${path}/owner`)).not.toContain('kẻ khác')
  expect((await fill(ha, `${path}/owner`, { ...owner, owner_name: 'Thu Hà gõ dở' })).status).toBe(303)
  expect((await kept(path))?.answers).toMatchObject({ owner_name: 'Thu Hà gõ dở' })
  expect(await htmlOf(ha, `${path}/owner`)).not.toContain('chưa lưu')
  const silent = await town.as().send(`${path}/tu-luu?phan=owner`, { owner_name: 'x' })
  expect([silent.status, silent.headers.get('content-type')]).toEqual([401, 'application/json'])
})

test('a form that has changed since takes the draft along and says what it did', async () => {
  const ha = town.asCitizen('ha')
  const path = await fillAll(ha)
  const [first, second, third] = gardenService.form.sections
  const questions = second!.questions.filter(({ name }) => name !== 'planted_on')
  const soil = { name: 'soil', kind: 'text' as const, label: { vi: 'Loại đất' } }
  const form = { ...gardenService.form, sections: [first!, { ...second!, questions: [...questions, soil] }, third!] }
  await offerService(town, { ...gardenService, form })
  expect((await press(ha, path)).headers.get('location')).toBe(`${path}/phien-ban-moi`)
  const told = await htmlOf(ha, `${path}/phien-ban-moi`)
  expect(told).toContain('Loại đất')
  expect(told).toContain('02/03/2024')
  expect((await ha.send(`${path}/phien-ban-moi`)).status).toBe(303)
  expect(await kept(path)).toMatchObject({ serviceVersion: 2, answers: { copies: 2 } })
  expect(await htmlOf(ha, `${path}/garden`)).toContain('02/03/2024')
  await offerService(town, gardenService)
  await ha.send(`${path}/phien-ban-moi`)
  expect(await kept(path)).toMatchObject({ serviceVersion: 3, answers: { planted_on: '2024-03-02', copies: 2 } })
  expect((await press(ha, path)).headers.get('location')).toMatch(/^\/ho-so\//)
})

test('a service that was withdrawn files nothing more, and the draft stays', async () => {
  const ha = town.asCitizen('ha')
  const path = await fillAll(ha)
  await offerService(town, null)
  expect((await ha.open('/nop-ho-so/9.000001')).status).toBe(404)
  expect(await htmlOf(ha, `${path}/xem-lai`)).toContain('không nhận trực tuyến nữa')
  expect((await ha.send(`${path}/nop-ho-so`, { declared: 'true' })).status).toBe(404)
  expect(await htmlOf(ha, `${path}/owner`)).toContain('Nguyễn Thị Thu Hà')
  await offerService(town)
})

test('its owner erases a draft; time erases what was forgotten', async () => {
  const ha = town.asCitizen('ha')
  const [gone, forgotten] = [await begin(ha), await begin(ha)]
  expect((await ha.send(`${gone}/xoa-nhap`)).status).toBe(303)
  expect(await kept(gone)).toBeUndefined()
  const ctx = { db: town.db, actor: nobody, requestId: 'sweep' }
  await sweepDrafts.run({ ...ctx, now: new Date('2025-06-13T00:00:00Z') }, {})
  expect(await kept(forgotten)).toBeDefined()
  await sweepDrafts.run({ ...ctx, now: new Date('2025-06-14T00:00:00Z') }, {})
  expect(await kept(forgotten)).toBeUndefined()
})
