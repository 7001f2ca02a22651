/**
 * The way of a plan through the house, in a real browser against the real program, from an empty house to a reminder that
 * is closed: once on a phone without JavaScript, and again with it at a desk.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type RunningHouse, startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { openPerson, shotOf } from './person.ts'
import { confirmAll, itemsOf } from './review.ts'
import { gather, type Staff } from './staff.ts'
import { leftInVietnamese } from './english.ts'
import { downloadOf, rowsOfCsv, rowsOfXlsx } from './download.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Short, and written for the demonstration. */
const demoText = `${root}data/packs/tien-giang/ke-hoach-2025.txt`
/** The real one, which is not part of this repository: `shared-inputs.test.ts`. */
const realText = `${process.env['SHARED_DIR'] ?? `${root}../shared`}/inputs/466-KH-UBND-2024.txt`

const plan = '/ke-hoach/466-kh-ubnd-2024'
const review = `${plan}/duyet`
const target = `${plan}/chi-tieu/II.2.1-5`
const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A day so many days from today, as the house counts them. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)

describe.each([
  ['without JavaScript on a phone', demoText, { script: false, width: 390 }],
  ['with JavaScript at a desk', existsSync(realText) ? realText : demoText, { script: true, width: 1280 }],
] as const)('%s', (_, text, sight) => {
  let house: RunningHouse
  let browser: Browser
  let staff: Staff
  const shot = shotOf(sight.script ? 'desk' : 'phone')
  /** Each step stands on the one before: after a failure the rest is not tried. */
  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    if (broken) skip()
    onTestFailed(() => {
      broken = true
    })
  })
  beforeAll(async () => {
    ;[house, browser] = await Promise.all([startHouse(), openBrowser()])
  })
  afterAll(async () => {
    await browser?.close()
    await house?.clear()
  })

  test('the administrator opens the house with the link of its console and lets four people in', async () => {
    staff = await gather(browser, house, sight)
    await staff.quan.to('/quan-tri/tai-khoan')
    await staff.quan.sees('5 tài khoản')
  })

  test('the lead department sends the text and gets a review, nothing of which is in force', async () => {
    const { lan, tam } = staff
    await tam.to('/ke-hoach')
    await tam.sees('Chưa có kế hoạch nào')
    await lan.to('/ke-hoach')
    await shot(lan, 'empty')
    await lan.follow('Nhập kế hoạch', 'main')
    await lan.page.locator('input[type=file]').setInputFiles(text)
    await lan.press('Đọc văn bản')
    await lan.sees('Đã đọc xong')
    expect(lan.page.url()).toBe(house.address + review)
    await shot(lan, 'review')
    await tam.to('/')
    await tam.sees('Chưa có kế hoạch nào được công bố')
  })

  test('what the machine doubts is looked at first, and one of it is corrected', async () => {
    const { lan } = staff
    await lan.follow(/mục máy chưa chắc/, 'main')
    const doubt = itemsOf(lan).first()
    expect(await doubt.locator('.tg-notice').first().innerText()).not.toBe('')
    await shot(lan, 'doubt')
    const before = await itemsOf(lan).count()
    await doubt.locator('summary').first().click()
    const name = doubt.locator('[name="edit.title"]')
    await name.fill(`${await name.inputValue()} (đã rà)`)
    await lan.go(doubt.getByRole('button', { name: 'Xác nhận', exact: true }))
    await lan.sees('Đã xác nhận')
    expect(await itemsOf(lan).count()).toBe(before - 1)
  })

  test('a sentence that holds two things becomes two items and one again; an item is dropped and comes back', async () => {
    const { lan } = staff
    await lan.to(`${review}?muc=giai-phap`)
    const all = await itemsOf(lan).count()
    const long = itemsOf(lan)
      .filter({ has: lan.page.locator('[name="before"]') })
      .first()
    await long.locator('summary').first().click()
    await lan.go(long.getByRole('button', { name: 'Tách tại đây' }))
    await lan.sees('Đã tách thành hai mục')
    expect(await itemsOf(lan).count()).toBe(all + 1)
    await shot(lan, 'split')
    await itemsOf(lan).nth(1).locator('summary').first().click()
    await lan.go(
      itemsOf(lan)
        .nth(1)
        .getByRole('button', { name: /^Gộp vào mục/ }),
    )
    await lan.sees('Đã gộp')
    expect(await itemsOf(lan).count()).toBe(all)
    await lan.go(itemsOf(lan).last().getByRole('button', { name: 'Bỏ mục này' }))
    await lan.sees('Đã bỏ')
    await lan.follow(/^Đã bỏ/, 'main .tg-chips')
    await lan.press('Lấy lại')
    await lan.sees('Đã lấy lại')
  })

  test('when every item was looked at, the first version is published with a note', async () => {
    const { lan, tam } = staff
    await lan.to(`${review}/cong-bo`)
    await lan.sees('Chưa công bố được')
    await shot(lan, 'not-yet')
    await confirmAll(lan, review)
    await lan.follow('Xem trước khi công bố', 'main')
    await lan.fill({ note: 'Ban hành lần đầu theo văn bản đã ký.' })
    await shot(lan, 'publish')
    await lan.press('Công bố phiên bản')
    await lan.sees('Đã công bố')
    expect(new URL(lan.page.url()).pathname).toBe(`${plan}/phien-ban/1`)
    await lan.sees('Ban hành lần đầu theo văn bản đã ký.')
    await shot(lan, 'version')
    await tam.to('/ke-hoach')
    await tam.follow(/chuyển đổi số/i, 'main')
    await tam.sees('chưa có số')
    await shot(tam, 'board-before')
  })

  test('the lead department says who answers for a target, how its number is known and until when', async () => {
    const { lan } = staff
    await lan.to(target)
    await lan.sees('chưa có số')
    await lan.follow('Phân công', 'main')
    await lan.fill({ leadUnitId: await unitNamed(lan, 'Huyện Cái Bè') })
    await shot(lan, 'assign')
    await lan.press('Ghi lại')
    await lan.sees('Đã phân công')
    await lan.go(lan.page.locator('a[href$="/gia-tri/0"]'))
    await lan.fill({ basis: 'reported', reportedBy: 'lead' })
    await lan.day('deadline', dayIn(120))
    await lan.press('Ghi lại')
    await lan.sees('Huyện Cái Bè')
    await shot(lan, 'target')
  })

  test('a task gets a unit and a deadline', async () => {
    const { lan } = staff
    await lan.to(`${plan}/nhiem-vu`)
    await lan.go(lan.page.locator('main table a'))
    await lan.follow('Phân công', 'main')
    await lan.fill({ leadUnitId: await unitNamed(lan, 'Huyện Cái Bè') })
    await lan.day('dueOn', dayIn(40))
    await lan.press('Ghi lại')
    await lan.sees('Đã phân công')
    await lan.sees('Còn 40 ngày')
    await shot(lan, 'task')
  })

  test('the officer of the unit finds what is asked and sends a figure with its evidence', async () => {
    const { hoa } = staff
    await hoa.to('/ke-hoach/viec-cua-toi')
    await shot(hoa, 'mine')
    await hoa.to('/ke-hoach/so-lieu-can-bao')
    await shot(hoa, 'asked')
    await hoa.go(hoa.page.locator('main table a'))
    await hoa.day('asOf', dayIn(0))
    await hoa.fill({ numerator: '940', denominator: '1.000', source: 'Phiếu khảo sát tháng này' })
    await attach(hoa)
    await shot(hoa, 'report')
    await hoa.press('Gửi số liệu')
    await hoa.sees('Đã gửi số liệu')
    await hoa.sees('Chờ xác nhận')
  })

  test('the lead department sends it back with a reason; the officer corrects it; then it counts', async () => {
    const { lan, hoa } = staff
    await lan.to('/ke-hoach/so-lieu-cho-xac-nhan')
    await shot(lan, 'queue')
    await lan.go(lan.page.locator('a[href*="/tra-lai"]'))
    await lan.fill({ reason: 'Mẫu số phải gồm cả phiếu nộp tại xã.' })
    await lan.press('Trả lại đơn vị')
    await lan.sees('Đã trả lại đơn vị kèm lý do')
    await hoa.to('/ke-hoach/so-lieu-can-bao')
    await hoa.sees('Lý do: Mẫu số phải gồm cả phiếu nộp tại xã.')
    await hoa.go(hoa.page.locator('main table a'))
    await hoa.fill({ numerator: '1.140', denominator: '1.200' })
    await hoa.press('Gửi số liệu')
    await hoa.sees('Đã gửi số liệu')
    await lan.to('/ke-hoach/so-lieu-cho-xac-nhan')
    await lan.page.locator('[name="id"]').check()
    await lan.press('Xác nhận các số đã chọn')
    await lan.sees('Đã xác nhận. Số liệu được tính vào chỉ tiêu.')
  })

  test('progress is noted and a milestone set and reached', async () => {
    const { hoa } = staff
    await hoa.to('/ke-hoach/viec-cua-toi')
    await hoa.go(hoa.page.locator('a[href*="/nhiem-vu/"]'))
    await open(hoa, 'Ghi nhận mới')
    await hoa.fill({ kind: 'progress', wording: 'Đã họp triển khai đến các xã.', shareDone: '40' }, '#note')
    await hoa.press('Ghi nhận', '#note')
    await hoa.sees('Đã họp triển khai đến các xã.')
    await open(hoa, /mốc/i)
    await hoa.fill({ title: 'Tập huấn xong cho cán bộ xã' }, '#moc-moi')
    await hoa.day('dueOn', dayIn(20))
    await hoa.press('Thêm mốc', '#moc-moi')
    await hoa.go(hoa.page.locator('a[href*="/moc/"]'))
    await hoa.press('Ghi lại')
    await hoa.sees('Tập huấn xong cho cán bộ xã')
    await shot(hoa, 'task-worked-on')
  })

  test('a leader reminds the unit; it acknowledges and answers; the leader closes the matter', async () => {
    const { tam, hoa } = staff
    await tam.to(plan)
    await tam.follow('Gửi đôn đốc', 'main')
    await tam.fill({ wording: 'Đề nghị báo cáo tiến độ và vướng mắc trước hạn.' })
    await tam.page
      .getByRole('checkbox', { name: /Cái Bè/ })
      .first()
      .check()
    await tam.day('answerDueOn', dayIn(10))
    await shot(tam, 'remind')
    await tam.press('Gửi đôn đốc', 'main')
    await tam.sees('Đã gửi đôn đốc')
    await hoa.to('/thong-bao')
    await hoa.go(hoa.page.locator('main table form button'))
    await hoa.sees('Đề nghị báo cáo tiến độ và vướng mắc trước hạn.')
    await hoa.press(/nhận/, 'main form[action$="/nhan"]')
    await hoa.fill({ answer: 'Đã hoàn thành khảo sát, xin gửi số liệu.' })
    await shot(hoa, 'answer')
    await hoa.go(hoa.page.locator('form[action$="/tra-loi"] button'))
    await hoa.sees('Đã hoàn thành khảo sát')
    await tam.page.reload()
    await tam.sees('Đã hoàn thành khảo sát')
    await tam.go(tam.page.locator('form[action$="/khep-lai"] button'))
    await tam.sees('Đã khép lại')
    await shot(tam, 'closed')
  })

  test('the board shows the new standing, and the figure leads down to the row it comes from', async () => {
    const { tam } = staff
    await tam.to(plan)
    await shot(tam, 'board')
    await tam.go(tam.page.locator('a[href*="tinh-trang=achieved"]'))
    await tam.sees('95 %')
    await tam.sees(/1\.140 \/ 1\.200/)
    await tam.go(tam.page.locator('main table a'))
    expect(new URL(tam.page.url()).pathname).toBe(target)
    await tam.sees('Đạt')
    await tam.sees('Huyện Cái Bè')
    await tam.sees('Phiếu khảo sát tháng này')
    await shot(tam, 'target-after')
    const evidence = await downloadOf(tam, tam.page.locator('a[href*="/minh-chung"]'))
    expect(evidence.bytes.equals(pdf)).toBe(true)
  })

  test('the files of the board are what they are called', async () => {
    const { tam } = staff
    await tam.to(plan)
    const csv = await downloadOf(tam, fileLink(tam, 'CSV'))
    expect(csv.name).toMatch(/\.csv$/)
    const rows = rowsOfCsv(csv.bytes)
    await tam.to(plan)
    const xlsx = await downloadOf(tam, fileLink(tam, 'Excel'))
    expect(xlsx.name).toMatch(/\.xlsx$/)
    expect(rowsOfXlsx(xlsx.bytes)).toEqual(rows)
    expect(rows.flat().join(' ')).toContain('1140')
    await tam.to(plan)
    const ics = await downloadOf(tam, fileLink(tam, /Lịch thời hạn/))
    const calendar = ics.bytes.toString().replace(/\r\n /g, '')
    expect(calendar).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/)
    expect(calendar).toContain(`DTSTART;VALUE=DATE:${dayIn(40).replaceAll('-', '')}`)
  })

  test('who is not signed in sees how the plan goes and nothing to press', async () => {
    const nobody = await openPerson(browser, house.address, sight)
    await nobody.to('/')
    await nobody.sees(/Kế hoạch chuyển đổi số/i)
    await nobody.sees('1 đã đạt')
    await shot(nobody, 'public')
    expect(await nobody.page.locator('main a[href^="/ke-hoach"], main form').count()).toBe(0)
    await nobody.to(target)
    expect(await nobody.page.locator('form[action="/dang-nhap"]').count()).toBe(1)
    expect(nobody.complaints).toEqual([])
    await nobody.leave()
  })

  test('in English no sentence of the screens stays Vietnamese; the plan itself does', async () => {
    const { lan, quan, son } = staff
    const left: string[] = []
    for (const { person, pages } of [
      { person: lan, pages: ['/ke-hoach', plan, target, `${plan}/nhiem-vu`, review, '/ke-hoach/viec-cua-toi'] },
      { person: lan, pages: ['/ke-hoach/don-doc', '/ke-hoach/don-doc/moi', `${plan}/don-vi`, `${plan}/phien-ban/1`] },
      { person: quan, pages: ['/quan-tri/tai-khoan', '/quan-tri/tai-khoan/moi', '/tai-khoan', '/thong-bao'] },
      { person: son, pages: ['/quan-tri/nhat-ky', '/'] },
    ]) {
      await person.to(pages[0] ?? '/')
      await person.follow('English', 'footer')
      for (const path of pages) {
        await person.to(path)
        left.push(...(await leftInVietnamese(person.page)).map((text) => `${path}: ${text}`))
      }
    }
    await shot(lan, 'english')
    expect(left).toEqual([])
  })

  test('nothing complained on the way, and the log of all that was done is unbroken', async () => {
    for (const person of Object.values(staff)) expect(person.complaints).toEqual([])
    expect(await house.stop()).toBe('')
    const { code, said } = await house.tgs('audit', 'verify')
    expect({ code, said }).toMatchObject({ code: 0 })
  })
})

const unitNamed = async ({ page }: Staff['lan'], name: string) =>
  (await page
    .locator('select[name="leadUnitId"] option', { hasText: new RegExp(`^${name}$`) })
    .getAttribute('value')) ?? ''

const attach = ({ page }: Staff['hoa']) =>
  page.locator('input[type=file]').setInputFiles({ name: 'khao-sat.pdf', mimeType: 'application/pdf', buffer: pdf })

const fileLink = ({ page }: Staff['tam'], words: string | RegExp) =>
  page.locator('.tg-exports').getByRole('link', { name: words })

const open = ({ page }: Staff['hoa'], words: string | RegExp) =>
  page.locator('main summary', { hasText: words }).first().click()
