import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { citizenCookie } from '#kernel/session.store.ts'
import { begin, fillAll, htmlOf, press } from '#test/filing-of-town.ts'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'

const home = '/may-dung-chung'
let town: Town
let kiosk: Visitor
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())
beforeEach(async () => {
  town.at('2025-05-14T08:00')
  kiosk = town.as('mai')
  expect((await kiosk.send(`${home}/bat`)).status).toBe(303)
})

describe('§10.16 a shared device', () => {
  test('is set up by an officer, who is signed out of it; a visitor cannot', async () => {
    const page = await htmlOf(kiosk, home)
    expect(page).toContain('Đăng nhập bằng')
    expect(page).not.toContain('Cao Thị Mai')
    expect((await kiosk.open('/ho-tro-nguoi-dan')).status).not.toBe(200)
    expect((await kiosk.send(`${home}/tat`)).status).not.toBe(303)
    expect((await town.as().send(`${home}/bat`)).status).not.toBe(303)
    expect(await htmlOf(kiosk, '/')).toContain('data-size="lg"')
    expect(await htmlOf(town.as(), '/')).not.toContain('Xong, xóa khỏi máy này')
  })

  test('files as anywhere else: the same checks, the same channel', async () => {
    await town.signIn(kiosk, 'phuc', 1)
    const path = await fillAll(kiosk)
    expect((await press(kiosk, path)).status).toBe(409)
    await town.signIn(kiosk, 'phuc')
    const filed = await press(kiosk, path)
    expect(filed.headers.get('location')).toMatch(/^\/ho-so\//)
    const rows = await town.db.selectFrom('filing.application').select(['channel', 'relation', 'assurance']).execute()
    expect(rows).toEqual([{ channel: 'online', relation: 'self', assurance: 2 }])
  })

  test('leaves nothing behind: not the person, not what was begun without signing in', async () => {
    const unsigned = await begin(kiosk)
    expect((await kiosk.open(`${unsigned}/owner`)).status).toBe(200)
    const done = await kiosk.send(`${home}/xong`)
    expect([done.status, done.headers.get('clear-site-data')]).toEqual([303, '"cache", "storage"'])
    expect((await kiosk.open(`${unsigned}/owner`)).status).toBe(401)
    await town.signIn(kiosk, 'ha')
    const own = await begin(kiosk)
    expect(await htmlOf(kiosk, `${own}/owner`)).toContain('Xong, xóa khỏi máy này')
    await kiosk.send(`${home}/xong`)
    expect((await kiosk.open(`${own}/owner`)).status).toBe(401)
    // The session itself is over, not only its cookie; the draft waits for its owner elsewhere.
    const open = await town.db
      .selectFrom('identity.session')
      .select('tokenHash')
      .where('personId', '=', town.partyId('ha'))
      .where('endedAt', 'is', null)
      .execute()
    expect(open).toEqual([])
    expect((await town.asCitizen('ha').open(`${own}/owner`)).status).toBe(200)
    expect(await htmlOf(kiosk, home)).toContain('data-size="lg"')
  })

  test('forgets whoever walked away, after minutes, where another browser still remembers', async () => {
    const elsewhere = town.asCitizen('ha')
    await town.signIn(kiosk, 'ha')
    const own = await begin(kiosk)
    await elsewhere.open(`${own}/owner`)
    expect(await htmlOf(kiosk, `${own}/owner`)).toContain(
      'http-equiv="refresh" content="300;url=/may-dung-chung/het-gio"',
    )
    town.at('2025-05-14T08:06')
    expect((await kiosk.open(`${own}/owner`)).status).toBe(401)
    expect((await elsewhere.open(`${own}/owner`)).status).toBe(200)
    await town.signIn(kiosk, 'ha')
    const idle = await kiosk.open(`${home}/het-gio`)
    expect(idle.headers.getSetCookie().join()).toContain(`${citizenCookie}=;`)
    expect(await idle.text()).not.toContain('Nguyễn Thị Thu Hà')
    expect((await elsewhere.open(`${home}/het-gio`)).status).toBe(303)
    expect((await elsewhere.open(`${own}/owner`)).status).toBe(200)
  })
})
