import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DirectedPlan, givePlan } from '#test/directed-plan.ts'
import { openTown, type PersonName, type Town } from '#test/town.ts'

let town: Town
let plan: DirectedPlan
let path = ''

beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town)
  path = `/ke-hoach/${plan.code}/hop`
})
afterAll(() => town.close())

const dayField = (name: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}
const html = async (who: PersonName, at: string) => (await town.as(who).open(at)).text()
const row = (page: string, words: string) => page.split('<tr').find((one) => one.includes(words)) ?? ''

const meet = (who: PersonName, more: Record<string, string> = {}) =>
  town.as(who).send(`${path}/moi`, {
    title: 'Phiên họp 6 tháng đầu năm',
    period: 'half_year',
    place: 'Phòng họp số 1',
    ...dayField('heldOn', '2025-06-25'),
    ...more,
  })

const conclude = (who: PersonName, at: string, lead: string, wording: string, dueOn = '2025-07-31') =>
  town.as(who).send(`${at}/ket-luan`, { wording, lead, cooperating: 'huyen-tay', ...dayField('dueOn', dueOn) })

test('the two meetings of the year stand as due, with the words they were read from', async () => {
  town.at('2025-05-14T08:00')
  const page = await html('tam', path)
  expect(row(page, 'Họp 6 tháng')).toContain('30/06/2025')
  expect(row(page, 'Họp 6 tháng')).toContain('định kỳ 6 tháng và năm')
  expect(row(page, 'Họp 6 tháng')).toContain('Chưa họp')
  expect(row(page, 'Họp tổng kết năm')).toContain('31/12/2025')
  town.at('2025-07-01T08:00')
  expect(row(await html('tam', path), 'Họp 6 tháng')).toContain('Quá hạn, chưa họp')
})

test('a committee meeting makes two conclusions that are work of the units', async () => {
  town.at('2025-06-20T08:00')
  const opened = await meet('tam')
  expect(opened.status).toBe(303)
  const at = opened.headers.get('location') ?? ''
  expect(await html('tam', at)).toContain('Kết luận được ghi từ ngày họp (25/06/2025).')
  expect((await conclude('tam', at, 'huyen-dong', 'Mở thêm lớp')).status).toBe(409)

  town.at('2025-06-25T15:00')
  expect((await conclude('tam', at, 'huyen-dong', 'Mở thêm lớp tập huấn cho 5 xã còn lại')).status).toBe(303)
  expect((await conclude('tam', at, 'so-y-te', 'Báo cáo phương án kinh phí')).status).toBe(303)
  const tasks = await town.db
    .selectFrom('plan.task')
    .select(['ref', 'kind', 'leadUnitId', 'startsOn', 'dueOn', 'heading'])
    .where('kind', '=', 'conclusion')
    .orderBy('position')
    .execute()
  const shared = {
    kind: 'conclusion',
    startsOn: '2025-06-25',
    dueOn: '2025-07-31',
    heading: 'Phiên họp 6 tháng đầu năm',
  }
  expect(tasks).toEqual([
    { ...shared, ref: 'KL250625.1', leadUnitId: town.unitId('huyen-dong') },
    { ...shared, ref: 'KL250625.2', leadUnitId: town.unitId('so-y-te') },
  ])
  const page = await html('hoa', at)
  expect(row(page, 'Mở thêm lớp tập huấn')).toContain('UBND huyện Đông')
  expect(row(await html('tam', path), 'Họp 6 tháng')).toContain('Đã họp')
  expect(await html('tam', `/ke-hoach/don-doc/moi?nhiem-vu=KL250625.1`)).toContain('Mở thêm lớp tập huấn')
})

test('a regular meeting is entered once, and a conclusion is not due before the meeting', async () => {
  town.at('2025-06-26T08:00')
  const again = await meet('tam')
  expect(again.status).toBe(422)
  expect(await again.text()).toContain('Kỳ họp này đã có cuộc họp')
  const other = (await meet('tam', { period: '', title: 'Họp đột xuất' })).headers.get('location') ?? ''
  const early = await conclude('tam', other, 'so-y-te', 'Làm ngay', '2025-06-24')
  expect(early.status).toBe(422)
  expect(await early.text()).toContain('Hạn xong phải từ ngày họp trở đi')
})

test('minutes written by two people at once: the second is told, and keeps what was typed', async () => {
  const [meeting] = await town.db.selectFrom('direction.meeting').select(['id', 'version']).limit(1).execute()
  const at = `${path}/${meeting?.id}`
  const write = (minutes: string) =>
    town.as('tam').send(`${at}/bien-ban`, {
      title: 'Phiên họp',
      place: '',
      minutes,
      version: String(meeting?.version),
      ...dayField('heldOn', '2025-06-25'),
    })
  expect((await write('Bản thứ nhất')).status).toBe(303)
  const second = await write('Bản thứ hai')
  expect(second.status).toBe(409)
  const page = await second.text()
  expect(page).toContain('Bản thứ hai')
  expect(page).toContain('Có người vừa sửa')
})

test('who has no right sees no button and is refused', async () => {
  expect(await html('minh', path)).not.toContain(`${path}/moi`)
  expect((await town.as('minh').open(`${path}/moi`)).status).toBe(403)
  expect((await meet('minh')).status).toBe(403)
  const at = (await html('minh', path)).match(new RegExp(`${path}/[0-9a-f-]{36}`))?.[0] ?? ''
  expect(await html('minh', at)).not.toContain('/ket-luan')
  expect((await conclude('minh', at, 'so-y-te', 'Tự giao')).status).toBe(403)
})

test('the reporting days stand with their words, the day worked out and how they were read', async () => {
  town.at('2025-05-14T08:00')
  const page = await html('hoa', `/ke-hoach/${plan.code}/ky-bao-cao`)
  const half = row(page, 'Báo cáo 6 tháng')
  expect(half).toContain('24/05/2025')
  expect(half).toContain('Còn 10 ngày')
  expect(half).toContain('ngày làm việc liền trước là 23/05/2025')
  expect(half).toContain('“trước ngày N” là chậm nhất ngày N−1')
  expect(row(page, 'Báo cáo quý')).toContain('lấy tháng cuối')
})
