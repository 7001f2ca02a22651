import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { nobody } from '#kernel/access.ts'
import { listEventsAbout } from '#kernel/event.store.ts'
import { countUnread, listNotices, notify } from '#kernel/notice.store.ts'
import type { Key } from '#kernel/text.ts'
import { openTown, type PersonName, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => town.at('2025-05-14T08:00'))
afterAll(() => town.close())

const tell = (who: PersonName, seq: string, key: Key = 'kernel.audit.seal_missing') => {
  const ctx = { db: town.db, actor: nobody, now: town.now(), requestId: 'r' }
  return notify(ctx, { to: [town.accountId(who)], key, params: { no: seq }, href: `/ke-hoach/viec/${seq}` })
}
const textOf = async (response: Promise<Response>) => (await response).text()
const sentence = (seq: string) => `Niêm phong ${seq} bị xóa`
const noticesOf = (who: PersonName) => listNotices(town.db, town.accountId(who))

test('whoever was told nothing is told so', async () => {
  const page = await textOf(town.as('son').open('/thong-bao'))
  expect(page).toContain('Chưa có thông báo nào')
  expect(page).not.toContain('/thong-bao/da-doc')
})

test('a notice is counted on the bell, opened, led on from, and counted no more', async () => {
  await tell('hoa', 'a1')
  const hoa = town.as('hoa')
  expect(await textOf(hoa.open('/tai-khoan'))).toContain('1 thông báo mới')
  expect(await textOf(hoa.open('/thong-bao'))).toContain(sentence('a1'))
  const [notice] = await noticesOf('hoa')
  const opened = await hoa.send(`/thong-bao/${notice?.id}/mo`)
  expect([opened.status, opened.headers.get('location')]).toEqual([303, '/ke-hoach/viec/a1'])
  const after = await textOf(hoa.open('/thong-bao'))
  expect(after).toContain('không có thông báo mới')
  expect(after).toContain('<a href="/ke-hoach/viec/a1">')
  const [event] = await listEventsAbout(town.db, `kernel.notice/${notice?.id}`, 1)
  expect(event?.command).toBe('kernel.notice.read')
})

test('nobody opens the notice of another, and what is no notice is not found', async () => {
  await tell('binh', 'b1')
  const [notice] = await noticesOf('binh')
  expect((await town.as('hoa').send(`/thong-bao/${notice?.id}/mo`)).status).toBe(404)
  expect((await town.as('hoa').send('/thong-bao/bay-ba/mo')).status).toBe(404)
  expect(await countUnread(town.db, town.accountId('binh'))).toBe(1)
  expect((await town.as().open('/thong-bao')).status).toBe(401)
})

test('what is unread comes first though it is older, and all is read at once', async () => {
  await tell('minh', 'old')
  town.at('2025-05-14T08:01')
  await tell('minh', 'new')
  const minh = town.as('minh')
  const [newest] = await noticesOf('minh')
  await minh.send(`/thong-bao/${newest?.id}/mo`)
  const page = await textOf(minh.open('/thong-bao'))
  expect(page.indexOf(sentence('old'))).toBeLessThan(page.indexOf(sentence('new')))
  expect((await minh.send('/thong-bao/da-doc')).headers.get('location')).toBe('/thong-bao')
  expect(await countUnread(town.db, town.accountId('minh'))).toBe(0)
  expect(await textOf(minh.open('/thong-bao'))).toContain('Đã đánh dấu tất cả là đã đọc')
})

test('a long list is gone through page by page, each notice once, those read after those unread', async () => {
  for (let n = 0; n < 65; n++) {
    town.at(`2025-05-14T09:${String(Math.floor(n / 2)).padStart(2, '0')}`)
    await tell('tam', `n${n}.`)
  }
  await town.db
    .updateTable('kernel.notice')
    .set({ readAt: town.now() })
    .where('accountId', '=', town.accountId('tam'))
    .where('href', 'like', '%5.')
    .execute()
  const tam = town.as('tam')
  const seen: string[] = []
  let next: string | undefined = '/thong-bao'
  for (let page = 0; next && page < 9; page++) {
    const html = await textOf(tam.open(next))
    seen.push(...[...html.matchAll(/Niêm phong (n\d+)\. bị xóa/g)].map(([, one]) => one ?? ''))
    next = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(seen).toHaveLength(65)
  expect(new Set(seen).size).toBe(65)
  expect(seen.slice(-6).every((one) => one.endsWith('5'))).toBe(true)
  expect((await tam.open('/thong-bao?sau=bay-ba&tu=-3')).status).toBe(200)
})

test('a notice whose sentence is no more still leads on, in the language of the reader', async () => {
  await tell('van', 'v1', 'plan.of_an_older_version' as Key)
  const page = await textOf(town.as('van').open('/thong-bao?lang=en'))
  expect(page).toContain('A notice of an earlier version')
  expect(page).toContain('1 unread notice')
})
