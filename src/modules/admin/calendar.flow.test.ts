import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { calendarOf } from '#kernel/calendar.store.ts'
import { isWorkingDay, plusWorkingDays, workingHours } from '#kernel/calendar.ts'
import { listEventsAbout } from '#kernel/event.store.ts'
import { day, type Day } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { openTown, type Town, type UnitSlug, type Visitor } from '#test/town.ts'

type Filled = NonNullable<Parameters<Visitor['send']>[1]>

let town: Town
const office = Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`hours.${n}`, '07:00–11:30, 13:30–17:00']))
const hoursFrom = (unit: UnitSlug, from: string, more: Filled = {}): Filled => ({
  unit,
  ...office,
  'hours.6': '',
  'hours.7': '',
  validFrom: from,
  citation: 'Quyết định của tỉnh',
  ...more,
})
const aDay = (on: string, more: Filled = {}): Filled => ({
  unit: '',
  day: on,
  kind: 'holiday',
  name: 'Ngày lễ của tỉnh',
  insteadOf: '',
  citation: 'Quyết định 1',
  ...more,
})

beforeAll(async () => {
  town = await openTown()
  const sent = await town.as('quan').send('/quan-tri/lich/gio', hoursFrom('tinh-mau', '1/1/2020'))
  if (sent.status !== 303) throw new Error(await sent.text())
})
beforeEach(() => town.at('2025-05-14T08:00'))
afterAll(() => town.close())

const textOf = async (response: Promise<Response>) => (await response).text()
const calendarFor = async (unit: UnitSlug) =>
  calendarOf(town.db, await listAncestors(town.db, town.unitId(unit), day('2025-05-14')))
const works = async (unit: UnitSlug, on: string) => isWorkingDay(day(on), await calendarFor(unit))
const hoursOn = async (unit: UnitSlug, on: Day) =>
  workingHours(on, await calendarFor(unit)).map(({ from, to }) =>
    [from, to].map((at) => at.toISOString().slice(11, 16)),
  )

describe('a day of the country', () => {
  test('is looked at before it is saved, and a look saves nothing', async () => {
    const seen = await textOf(town.as('quan').send('/quan-tri/lich/ngay/xem-truoc', aDay('16/5/2025')))
    expect(seen).toContain('Chưa có gì được lưu')
    expect(seen).toContain('khác 8 trong 10 ngày làm việc kể từ 14/05/2025')
    expect(seen).toContain('<strong>thứ Hai 19/05/2025 · 07:00–11:30, 13:30–17:00</strong>')
    expect(await works('tinh-mau', '2025-05-16')).toBe(true)
  })

  test('is saved, drawn in its month, counted in every term, and told in the log', async () => {
    const quan = town.as('quan')
    const saved = await quan.send('/quan-tri/lich/ngay', aDay('16/5/2025'))
    expect(saved.status).toBe(303)
    const page = await textOf(quan.open(saved.headers.get('location') ?? ''))
    expect(page).toContain('Đã lưu vào lịch')
    expect(page).toContain('Nghỉ lễ, tết: Ngày lễ của tỉnh')
    expect(page).toContain('giả định, chưa đối chiếu')
    expect(plusWorkingDays(day('2025-05-15'), 1, await calendarFor('xa-an-binh'))).toBe('2025-05-19')
    const [event] = await listEventsAbout(town.db, 'kernel.calendar/', 1)
    expect([event?.command, event?.detail]).toEqual([
      'kernel.calendar.set_day',
      { day: '2025-05-16', kind: 'holiday', name: 'Ngày lễ của tỉnh', citation: 'Quyết định 1', verified: false },
    ])
  })

  test('is changed in its place and taken out again', async () => {
    const quan = town.as('quan')
    const form = await textOf(quan.open('/quan-tri/lich/ngay?don-vi=&ngay=2025-05-16'))
    expect(form).toContain('value="Ngày lễ của tỉnh"')
    await quan.send('/quan-tri/lich/ngay', aDay('16/5/2025', { name: 'Tên khác', verified: 'true' }))
    const after = await textOf(quan.open('/quan-tri/lich?nam=2025'))
    expect(after).toContain('Tên khác')
    expect(after).not.toContain('Ngày lễ của tỉnh')
    const seen = await textOf(quan.send('/quan-tri/lich/ngay/bo/xem-truoc', { unit: '', day: '2025-05-16' }))
    expect(seen).toContain('Bỏ ngày 16/05/2025 khỏi lịch')
    expect(await works('tinh-mau', '2025-05-16')).toBe(false)
    expect((await quan.send('/quan-tri/lich/ngay/bo', { unit: '', day: '2025-05-16' })).status).toBe(303)
    expect(await works('tinh-mau', '2025-05-16')).toBe(true)
    expect((await quan.send('/quan-tri/lich/ngay/bo', { unit: '', day: '2025-05-16' })).status).toBe(404)
  })

  test('is refused in words when it cannot be', async () => {
    const refusal = async (form: Filled, way = '/xem-truoc') => {
      const sent = await town.as('quan').send(`/quan-tri/lich/ngay${way}`, form)
      return `${sent.status} ${await sent.text()}`
    }
    for (const way of ['/xem-truoc', '']) {
      expect(await refusal(aDay('16/5/2025', { kind: 'siesta' }), way)).toMatch(/^422 [\s\S]*một trong các lựa chọn/)
      expect(await refusal(aDay('31/6/2025'), way)).toMatch(/^422 [\s\S]*phải là một ngày có thật/)
      expect(await refusal(aDay('16/5/2025', { name: '' }), way)).toMatch(/^422 [\s\S]*Hãy nhập Tên ngày/)
      const workedAlready = aDay('16/5/2025', { kind: 'make_up_working_day' })
      expect(await refusal(workedAlready, way)).toMatch(/^422 [\s\S]*vốn đã là ngày làm việc/)
      expect(await refusal(aDay('16/5/2025', { insteadOf: '5' }), way)).toMatch(/^422 [\s\S]*Chỉ ngày làm bù/)
    }
  })

  test('cannot be the last working day of a month that is taken away', async () => {
    const quan = town.as('quan')
    const february = Array.from({ length: 28 }, (_, n) => `2026-02-${String(n + 1).padStart(2, '0')}`)
    const worked = february.filter((on) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))
    for (const on of worked.slice(0, -1)) expect((await quan.send('/quan-tri/lich/ngay', aDay(on))).status).toBe(303)
    const last = await quan.send('/quan-tri/lich/ngay', aDay(worked.at(-1) ?? ''))
    expect([last.status, (await last.text()).includes('cả tháng 2/2026 không có ngày làm việc nào')]).toEqual([
      422,
      true,
    ])
    expect(await works('tinh-mau', worked.at(-1) ?? '')).toBe(true)
  })
})

describe('a unit', () => {
  test('has a day of its own that others do not have', async () => {
    const made = aDay('17/5/2025', { unit: 'huyen-dong', kind: 'make_up_working_day', insteadOf: '5' })
    expect((await town.as('quan').send('/quan-tri/lich/ngay', made)).status).toBe(303)
    expect([await works('xa-an-binh', '2025-05-17'), await works('so-y-te', '2025-05-17')]).toEqual([true, false])
    expect(await hoursOn('xa-an-binh', day('2025-05-17'))).toHaveLength(2)
    const page = await textOf(town.as('quan').open('/quan-tri/lich?don-vi=xa-an-binh&nam=2025'))
    expect(page).toContain('Làm bù: Ngày lễ của tỉnh')
  })

  test('has hours of its own from a day on, and those above it before', async () => {
    const quan = town.as('quan')
    const form = hoursFrom('xa-phu-my', '2/6/2025', { 'hours.6': '7h-11h' })
    const seen = await textOf(quan.send('/quan-tri/lich/gio/xem-truoc', form))
    expect(seen).toContain('<strong>thứ Bảy 07/06/2025 · 07:00–11:00</strong>')
    expect((await quan.send('/quan-tri/lich/gio', form)).status).toBe(303)
    expect([await works('xa-phu-my', '2025-05-31'), await works('xa-phu-my', '2025-06-07')]).toEqual([false, true])
    expect(await works('huyen-tay', '2025-06-07')).toBe(false)
    expect(await hoursOn('xa-phu-my', day('2025-05-30'))).toHaveLength(2)
    const page = await textOf(quan.open('/quan-tri/lich?don-vi=xa-phu-my'))
    expect(page).toContain('T7: 07:00–11:00')
  })

  test('gives its own hours up, and the first hours of all cannot be given up', async () => {
    const quan = town.as('quan')
    const end = { unit: 'xa-phu-my', lastDay: '30/6/2025' }
    expect(await textOf(quan.send('/quan-tri/lich/gio/bo/xem-truoc', end))).toContain('Theo giờ của cấp trên từ 01/07')
    expect((await quan.send('/quan-tri/lich/gio/bo', end)).status).toBe(303)
    expect([await works('xa-phu-my', '2025-06-28'), await works('xa-phu-my', '2025-07-05')]).toEqual([true, false])
    const last = await quan.send('/quan-tri/lich/gio/bo', {
      unit: 'tinh-mau',
      'lastDay.day': '30',
      'lastDay.month': '6',
      'lastDay.year': '2025',
    })
    expect([last.status, (await last.text()).includes('Không đơn vị cấp trên nào có giờ')]).toEqual([422, true])
  })

  test('is told which weekday is written wrong', async () => {
    const refusal = async (hours: string) => {
      const form = hoursFrom('xa-tan-thanh', '1/6/2025', { 'hours.3': hours })
      const sent = await town.as('quan').send('/quan-tri/lich/gio/xem-truoc', form)
      return `${sent.status} ${await sent.text()}`
    }
    expect(await refusal('cả ngày')).toMatch(/^422 [\s\S]*Thứ Tư: hãy ghi như/)
    expect(await refusal('17:00–13:30')).toMatch(/^422 [\s\S]*Thứ Tư: giờ kết thúc phải sau/)
    expect(await refusal('07:00–12:00, 11:00–17:00')).toMatch(/^422 [\s\S]*Thứ Tư: các buổi chồng giờ/)
    const none = Object.fromEntries(Object.keys(office).map((name) => [name, '']))
    const empty = await town.as('quan').send('/quan-tri/lich/gio', hoursFrom('xa-tan-thanh', '1/6/2025', none))
    expect([empty.status, (await empty.text()).includes('Chưa có giờ làm việc nào trong tuần')]).toEqual([422, true])
  })
})

test('a keeper of a district changes its calendar, not that of the country or of a neighbour', async () => {
  await town.db
    .updateTable('kernel.post')
    .set({ roleCode: 'administrator' })
    .where('id', '=', town.postId('hoa'))
    .execute()
  const hoa = town.as('hoa')
  const own = await textOf(hoa.open('/quan-tri/lich'))
  expect(own).toContain('Năm 2025, UBND huyện Đông')
  expect(own).toContain('/quan-tri/lich/ngay?don-vi=huyen-dong')
  expect(await textOf(hoa.open('/quan-tri/lich?don-vi='))).not.toContain('/quan-tri/lich/ngay?')
  expect((await hoa.send('/quan-tri/lich/ngay', aDay('3/6/2025'))).status).toBe(403)
  expect((await hoa.send('/quan-tri/lich/ngay', aDay('3/6/2025', { unit: 'huyen-tay' }))).status).toBe(403)
  expect((await hoa.send('/quan-tri/lich/ngay/xem-truoc', aDay('3/6/2025'))).status).toBe(403)
  expect((await hoa.open('/quan-tri/lich?don-vi=huyen-tay')).status).toBe(403)
  expect((await hoa.send('/quan-tri/lich/ngay', aDay('3/6/2025', { unit: 'xa-hoa-loc' }))).status).toBe(303)
  for (const who of ['tam', 'lan', 'minh', 'son'] as const)
    expect((await town.as(who).open('/quan-tri/lich')).status).toBe(403)
})
