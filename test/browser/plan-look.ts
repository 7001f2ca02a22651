/** What is seen of all this, by those who steer, by everybody, in the other language, and in the log. */
import { expect, test } from 'vitest'
import { downloadOf, rowsOfCsv, rowsOfXlsx } from './download.ts'
import { leftInVietnamese } from './english.ts'
import { openPerson } from './person.ts'
import type { Staff } from './staff.ts'
import { dayIn, pdf, plan, review, type Story, target } from './story.ts'

export function lookSteps(story: Story) {
  const { sight, shot } = story

  test('the board shows the new standing, and the figure leads down to the row it comes from', async () => {
    const { tam } = story.staff
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
    const { tam } = story.staff
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
    const nobody = await openPerson(story.browser, story.house.address, sight)
    await nobody.to('/tien-do')
    await nobody.sees(/kế hoạch chuyển đổi số/i)
    await nobody.sees(/1 đã đạt/)
    await shot(nobody, 'public')
    expect(await nobody.page.locator('main a[href^="/ke-hoach"], main form').count()).toBe(0)
    await nobody.to(target)
    expect(await nobody.page.locator('form[action="/dang-nhap"]').count()).toBe(1)
    expect(nobody.complaints).toEqual([])
    await nobody.leave()
  })

  test('in English no sentence of the screens stays Vietnamese; the plan itself does', async () => {
    const { lan, quan, son } = story.staff
    const left: string[] = []
    const desks = ['/ke-hoach', plan, target, `${plan}/nhiem-vu`, review, '/ke-hoach/viec-cua-toi']
    const parts = ['/ke-hoach/don-doc', '/ke-hoach/don-doc/moi', `${plan}/don-vi`, `${plan}/phien-ban/1`]
    for (const { person, pages } of [
      { person: lan, pages: [...desks, ...parts] },
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
    for (const person of Object.values(story.staff)) expect(person.complaints).toEqual([])
    expect(await story.house.stop()).toBe('')
    const { code, said } = await story.house.tgs('audit', 'verify')
    expect({ code, said }).toMatchObject({ code: 0 })
  })
}

const fileLink = ({ page }: Staff['tam'], words: string | RegExp) =>
  page.locator('.tg-exports').getByRole('link', { name: words })
