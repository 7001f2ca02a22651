import { afterAll, beforeAll, expect, test } from 'vitest'
import { offerService } from '#test/service-of-town.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await offerService(town)
})
afterAll(() => town.close())

const start = async (visitor: Visitor, form: Record<string, string> = {}) => {
  const begun = await visitor.send('/nop-ho-so/9.000001', { case: 'again', receiver: 'xa-an-binh', ...form })
  return begun.headers.get('location') ?? `${begun.status} ${await begun.text()}`
}
const html = async (visitor: Visitor, path: string) => (await visitor.open(path)).text()
const hidden = (page: string, name: string) => page.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? ''

/** Sends a page as its form stands, with these answers. */
async function fill(visitor: Visitor, path: string, answers: Record<string, string | string[]>) {
  const page = await html(visitor, path)
  return visitor.send(path, { _revision: hidden(page, '_revision'), _pen: hidden(page, '_pen'), ...answers })
}

const owner = { owner_name: 'Nguyễn Thị Thu Hà', owner_phone: '' }
const garden = {
  'planted_on.day': '2',
  'planted_on.month': '3',
  'planted_on.year': '2024',
  has_pond: 'no',
  copies: '2',
}

test('§10.7 a draft is begun without signing in, and signing in is only asked for when it is filed', async () => {
  const visitor = town.as()
  const page = await html(visitor, '/nop-ho-so/9.000001')
  expect(page).toContain('Cấp lần đầu')
  expect(page).toContain('Chưa cần đăng nhập')
  const path = await start(visitor)
  expect(path).toMatch(/^\/to-khai\/[0-9a-f-]{36}$/)
  expect((await visitor.open(path)).headers.get('location')).toBe(`${path}/owner`)
  const next = await fill(visitor, `${path}/owner`, owner)
  expect([next.status, next.headers.get('location')]).toEqual([303, `${path}/garden`])
  const papers = await fill(visitor, `${path}/garden`, garden)
  expect(papers.headers.get('location')).toBe(`${path}/giay_to`)
  const review = await fill(visitor, `${path}/giay_to`, {})
  expect(review.headers.get('location')).toBe(`${path}/xem-lai`)
  const summary = await html(visitor, `${path}/xem-lai`)
  expect(summary).toContain('16.000')
  expect(summary).toContain(`/dang-nhap-vneid?tiep=${encodeURIComponent(`${path}/xem-lai`)}`)
  expect(summary).not.toContain('name="declared"')
  await town.signIn(visitor, 'ha')
  expect(await html(visitor, `${path}/xem-lai`)).toContain('name="declared"')
  expect(await html(town.asCitizen('ha'), `${path}/owner`)).toContain('Nguyễn Thị Thu Hà')
})

test('what is filed is filed once, has its receipt, and is followed', async () => {
  const ha = town.asCitizen('ha')
  const path = await start(ha)
  await fill(ha, `${path}/owner`, owner)
  await fill(ha, `${path}/garden`, garden)
  const key = hidden(await html(ha, `${path}/xem-lai`), '_key')
  const undeclared = await ha.send(`${path}/nop-ho-so`, { _key: key })
  expect(undeclared.status).toBe(422)
  expect(await undeclared.text()).toContain('đánh dấu lời cam đoan')
  const filed = await ha.send(`${path}/nop-ho-so`, { _key: key, declared: 'true' })
  const at = filed.headers.get('location') ?? ''
  expect(at).toMatch(/^\/ho-so\/[0-9a-f-]{36}$/)
  const again = await ha.send(`${path}/nop-ho-so`, { _key: key, declared: 'true' })
  const other = await ha.send(`${path}/nop-ho-so`, { _key: 'another press', declared: 'true' })
  expect([again.headers.get('location'), other.headers.get('location')]).toEqual([at, at])
  const rows = await town.db
    .selectFrom('filing.application')
    .select('id')
    .where('draftId', '=', path.split('/')[2] ?? '')
    .execute()
  expect(rows).toHaveLength(1)
  const page = await html(ha, at)
  expect(page).toContain('Mới nộp')
  expect(page).toContain('UBND xã An Bình')
  expect(page).toContain('1 ngày làm việc')
  expect(await html(ha, `${at}/bien-nhan`)).toContain('02/03/2024')
  expect(await html(ha, '/ho-so')).toContain(at)
  expect((await ha.open(path)).headers.get('location')).toBe(at)
})
