/** From a plan in force to a reminder that is closed. */
import { test } from 'vitest'
import type { Staff } from './staff.ts'
import { dayIn, pdf, plan, type Story, target } from './story.ts'

export function workSteps(story: Story) {
  const { shot } = story

  test('the lead department says who answers for a target, how its number is known and until when', async () => {
    const { lan } = story.staff
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
    const { lan } = story.staff
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
    const { hoa } = story.staff
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
    const { lan, hoa } = story.staff
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
    const { hoa } = story.staff
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
    const { tam, hoa } = story.staff
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
}

const unitNamed = async ({ page }: Staff['lan'], name: string) =>
  (await page
    .locator('select[name="leadUnitId"] option', { hasText: new RegExp(`^${name}$`) })
    .getAttribute('value')) ?? ''

const attach = ({ page }: Staff['hoa']) =>
  page.locator('input[type=file]').setInputFiles({ name: 'khao-sat.pdf', mimeType: 'application/pdf', buffer: pdf })

const open = ({ page }: Staff['hoa'], words: string | RegExp) =>
  page.locator('main summary', { hasText: words }).first().click()
