/** From an empty house to a plan in force. */
import { expect, test } from 'vitest'
import { confirmAll, itemsOf } from './review.ts'
import { pageFaults } from './sight.ts'
import { gather } from './staff.ts'
import { plan, review, type Story } from './story.ts'

export function importSteps(story: Story) {
  const { sight, shot } = story

  test('the administrator opens the house with the link of its console and lets four people in', async () => {
    story.staff = await gather(story.browser, story.house, sight)
    await story.staff.quan.to('/quan-tri/tai-khoan')
    await story.staff.quan.sees('5 tài khoản')
  })

  test.runIf(sight.script)('a house without a plan says on every page what comes next', async () => {
    const { lan, tam } = story.staff
    const faults: string[] = []
    for (const [person, path] of [
      [tam, '/'],
      [tam, '/ke-hoach/don-doc/moi'],
      [lan, '/ke-hoach'],
      [lan, '/ke-hoach/viec-cua-toi'],
      [lan, '/ke-hoach/so-lieu-can-bao'],
      [lan, '/ke-hoach/so-lieu-cho-xac-nhan'],
      [lan, '/thong-bao'],
    ] as const) {
      await person.to(path)
      faults.push(...(await pageFaults(person.page)).map((fault) => `${path}: ${fault}`))
      await person.page.setViewportSize({ width: sight.width, height: 860 })
    }
    expect(faults).toEqual([])
  })

  test('the lead department sends the text and gets a review, nothing of which is in force', async () => {
    const { lan, tam } = story.staff
    await tam.to('/ke-hoach')
    await tam.sees('Chưa có kế hoạch nào')
    await lan.to('/ke-hoach')
    await shot(lan, 'empty')
    await lan.follow('Nhập kế hoạch', 'main')
    await lan.page.locator('input[type=file]').setInputFiles(story.text)
    await lan.press('Đọc văn bản')
    await lan.sees('Đã đọc xong')
    expect(lan.page.url()).toBe(story.house.address + review)
    await shot(lan, 'review')
    await tam.to('/tien-do')
    await tam.sees('Chưa có kế hoạch nào được công bố')
  })

  test('what the machine doubts is looked at first, and one of it is corrected', async () => {
    const { lan } = story.staff
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
    const { lan } = story.staff
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
    const { lan, tam } = story.staff
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
}
