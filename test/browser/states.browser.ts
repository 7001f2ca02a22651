/** What goes wrong in a day's work, each once in a browser: nothing typed is lost, and every page says what to do next. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningHouse, startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { openPerson, type Person, shotOf, type Sight } from './person.ts'
import { pageFaults } from './sight.ts'
import { password } from './staff.ts'

const phone: Sight = { script: true, width: 390 }
const plain: Sight = { script: false, width: 390 }
const desk: Sight = { script: true, width: 1280 }
const shot = shotOf('state')

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse({ demo: true }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await house?.clear()
})

const comes = (sight: Sight) => openPerson(browser, house.address, sight)

async function signsIn(login: string, sight: Sight): Promise<Person> {
  const person = await comes(sight)
  await person.to('/dang-nhap')
  await person.go(person.page.locator(`form:has(input[value="${login}"]) button`))
  return person
}

/** Looked at with axe, which needs JavaScript; on a desk, on phones, on a wall; then the person goes home. */
async function isSound(person: Person, name: string) {
  await shot(person, name)
  expect(await pageFaults(person.page)).toEqual([])
}

async function opensReport(officer: Person) {
  await officer.to('/ke-hoach/so-lieu-can-bao')
  await officer.go(officer.page.locator('main table a'))
}

test('a form with faults comes back with all that was typed, its faults listed first, each leading to its field', async () => {
  const officer = await signsIn('cai-be.demo', desk)
  const { page, fill, press, sees } = officer
  await opensReport(officer)
  await fill({ numerator: 'nhiều', denominator: '0', source: 'Sổ theo dõi của phòng' })
  await press('Gửi số liệu')
  await sees(/Còn \d chỗ cần sửa/)
  expect(await page.title()).toMatch(/^Lỗi: /)
  expect(await page.evaluate(() => document.activeElement?.classList.contains('ds-error-summary'))).toBe(true)
  expect(await page.locator('[name=numerator]').inputValue()).toBe('nhiều')
  expect(await page.locator('[name=source]').inputValue()).toBe('Sổ theo dõi của phòng')
  for (const link of await page.locator('.ds-error-summary a').all())
    expect(await page.locator(`[id="${(await link.getAttribute('href'))?.slice(1)}"]`).count()).toBe(1)
  await isSound(officer, 'wrong-form')
  await officer.leave()
})

test('an address that names nothing is a page with a way on, for whoever asks', async () => {
  for (const person of [await comes(phone), await signsIn('cai-be.demo', phone)]) {
    await person.to('/khong-co-trang-nay')
    expect(await person.page.locator('main a[href="/"]').count()).toBe(1)
    expect(await person.page.locator('main').innerText()).toContain('1022')
    await isSound(person, 'unknown')
    await person.leave()
  }
})

test('a page somebody may not see says so and leads back', async () => {
  const officer = await signsIn('cai-be.demo', phone)
  const answer = await officer.page.goto('/quan-tri/tai-khoan')
  expect(answer?.status()).toBe(403)
  expect(await officer.page.locator('main a[href="/"]').count()).toBe(1)
  await isSound(officer, 'forbidden')
  await officer.leave()
})

test.each([
  ['without JavaScript', plain],
  ['with JavaScript', desk],
] as const)('%s: a session lost over a form costs nothing that was typed', async (_, sight) => {
  const officer = await signsIn('so-y-te.demo', sight)
  const { page, context, to, go, fill, sees } = officer
  await to('/ke-hoach/viec-cua-toi')
  await go(page.locator('main a[href*="/chi-tieu/"], main a[href*="/nhiem-vu/"]'))
  await page.locator('main summary', { hasText: 'Ghi nhận mới' }).click()
  const words = `Đã rà soát xong 12 xã (${sight.width})`
  await fill({ kind: 'progress', wording: words }, '#note')
  await context.clearCookies()
  await go(page.locator('#note button'))
  await sees('Những gì bạn vừa nhập vẫn còn')
  await shot(officer, 'lost-session')
  await go(page.locator('form:has(input[value="so-y-te.demo"]) button'))
  await shot(officer, 'send-again')
  await go(page.locator('main form.tg-form button'))
  await sees(words)
  await officer.leave()
})

test('a file that is too large, or is not what it is called, is refused at its field and nothing else is lost', async () => {
  const officer = await signsIn('cai-be.demo', desk)
  const { page, fill, press, sees } = officer
  const file = page.locator('input[type=file]')
  await opensReport(officer)
  const numbers = { numerator: '12', denominator: '20', source: 'Báo cáo tháng' }
  await fill(numbers)
  await file.setInputFiles({ name: 'anh.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ is no PDF') })
  await press('Gửi số liệu')
  await sees('Tệp này không thuộc loại được nhận')
  expect(await page.locator('[name=source]').inputValue()).toBe('Báo cáo tháng')
  await isSound(officer, 'wrong-type')
  const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(21_000_000, 32)])
  await file.setInputFiles({ name: 'lon.pdf', mimeType: 'application/pdf', buffer: large })
  await press('Gửi số liệu')
  await sees(/lớn|20 MB/)
  expect(await page.locator('[name=source]').inputValue()).toBe('Báo cáo tháng')
  await shot(officer, 'too-large')
  expect(officer.complaints).toEqual([])
  await officer.leave()
})

test('what no form may bring in is refused on a page, not by a torn line', async () => {
  const officer = await signsIn('cai-be.demo', desk)
  const { page, fill, press, sees } = officer
  await opensReport(officer)
  await fill({ numerator: '12', denominator: '20', source: 'Báo cáo tháng' })
  // By its path: as bytes it would have to travel through the driver first.
  const film = join(mkdtempSync(join(tmpdir(), 'tgs-film-')), 'phim.pdf')
  writeFileSync(film, Buffer.alloc(40_000_000, 32))
  await page.locator('input[type=file]').setInputFiles(film)
  await press('Gửi số liệu')
  await sees(/lớn/)
  await isSound(officer, 'far-too-large')
  await officer.leave()
})

test('of two who change one task the second sees what differs and decides', async () => {
  const [lan, minh] = [await signsIn('chu-tri.demo', desk), await signsIn('chu-tri.demo', phone)]
  await lan.to('/ke-hoach')
  await lan.go(lan.page.locator('main table a'))
  await lan.go(lan.page.locator('main .tg-tabs a[href$="/nhiem-vu"]'))
  await lan.go(lan.page.locator('main table a'))
  await lan.follow('Phân công', 'main')
  await minh.page.goto(lan.page.url())
  await lan.day('dueOn', '2025-10-15')
  await lan.press('Ghi lại')
  await minh.day('dueOn', '2025-11-20')
  await minh.press('Ghi lại')
  await minh.sees('vừa sửa nội dung này')
  await minh.sees('15/10/2025')
  await minh.sees('20/11/2025')
  await isSound(minh, 'changed-meanwhile')
  await minh.press('Ghi bản của tôi')
  await minh.sees('Đã phân công')
  await minh.sees('20/11/2025')
  await Promise.all([lan.leave(), minh.leave()])
})

test('the longest names there are break no page on the smallest phone', async () => {
  const keeper = await signsIn('quan-tri.demo', desk)
  await keeper.to('/quan-tri/tai-khoan/moi')
  const unit = await keeper.page.locator('select[name=unit] option').evaluateAll((options) => {
    const longest = options.toSorted((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0))[0]
    return longest?.getAttribute('value') ?? ''
  })
  const name = 'Công Tằng Tôn Nữ Nguyễn Thị Hoàng Phương Thảo Nguyên'
  await keeper.fill({
    name,
    login: 'ten-dai',
    unit,
    title: 'Phó Trưởng phòng phụ trách chuyển đổi số',
    role: 'unit_head',
  })
  await keeper.press('Lập tài khoản')
  const link = (await keeper.page.locator('main code').innerText()).trim()
  const person = await comes({ script: true, width: 320 })
  await person.page.goto(link)
  await person.fill({ password })
  await person.press('Lưu mật khẩu')
  await person.fill({ login: 'ten-dai', password }, 'form[action="/dang-nhap"]')
  await person.go(person.page.locator('form[action="/dang-nhap"] button'))
  for (const path of ['/', '/ke-hoach/viec-cua-toi', '/tai-khoan']) {
    await person.to(path)
    await isSound(person, `long-names${path.replaceAll('/', '-')}`)
    await person.page.setViewportSize({ width: 320, height: 860 })
  }
  await Promise.all([keeper.leave(), person.leave()])
})
