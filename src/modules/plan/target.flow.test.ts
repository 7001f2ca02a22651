import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordFacts, registerMeasures } from '#kernel/measure-fact.store.ts'
import { rollUp } from '#kernel/measure-closing.store.ts'
import { day, dayOf } from '#kernel/time.ts'
import { givePlan, type Planned } from '#test/plan-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let plan: Planned
beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town, {
    targets: [
      { ref: '1', title: 'Hồ sơ nộp trực tuyến', lead: null },
      { ref: '2', title: 'Kết quả điện tử' },
      { ref: '3', title: 'Phấn đấu', values: [{ goal: 80 }, { goal: 99, aim: true }] },
    ],
  })
  const form = { code: 'test.online', kind: 'flow', unit: 'percent', direction: 'up', denominator: 'all' } as const
  await registerMeasures(town.db, [{ ...form, validFrom: day('2024-01-01') }])
})
afterAll(() => town.close())

const path = (ref: string) => `/ke-hoach/ke-hoach-2025/chi-tieu/${ref}`
const text = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const id = (slug: Parameters<Town['unitId']>[0]) => String(town.unitId(slug))

test('the lead of the plan assigns a target, and the unit finds it among its work', async () => {
  const lan = town.as('lan')
  expect(await text(await lan.open(`${path('1')}/phan-cong`))).toContain('Sở, ban, ngành')
  const form = { version: '1', leadUnitId: id('so-y-te'), cooperating: [id('huyen-dong'), id('so-y-te')] }
  expect((await lan.send(`${path('1')}/phan-cong`, form)).status).toBe(303)
  const page = await text(await lan.open(path('1')))
  expect(page).toContain('Đã phân công.')
  expect(page).toContain('UBND huyện Đông')
  expect(await text(await town.as('minh').open('/ke-hoach/viec-cua-toi'))).toContain('Hồ sơ nộp trực tuyến')
  expect(await text(await town.as('hoa').open('/ke-hoach/viec-cua-toi'))).toContain('Hồ sơ nộp trực tuyến')
  expect(await text(await town.as('binh').open('/ke-hoach/viec-cua-toi'))).not.toContain('Hồ sơ nộp trực tuyến')
})

test('who edits what another has just saved sees both versions and decides', async () => {
  const form = { version: '2', leadUnitId: id('huyen-tay') }
  const lan = town.as('lan')
  const stale = await lan.send(`${path('1')}/phan-cong`, { ...form, version: '1' })
  expect(stale.status).toBe(409)
  const html = await text(stale)
  expect(html).toContain('Phạm Thị Lan vừa sửa nội dung này')
  expect(html).toContain('Sở Y tế')
  expect(html).toContain('UBND huyện Tây')
  expect(html).toContain('name="version" value="2"')
  expect((await lan.send(`${path('1')}/phan-cong`, form)).status).toBe(303)
})

test('a value bound to a measure is read from what happened, with the units below', async () => {
  const fact = { measure: 'test.online', denominator: 100 }
  await recordFacts(
    town.db,
    [
      { ...fact, unitId: town.unitId('xa-an-binh'), day: day('2025-02-10'), numerator: 40 },
      { ...fact, unitId: town.unitId('xa-phu-my'), day: day('2025-03-10'), numerator: 80 },
    ],
    town.now(),
  )
  await rollUp(town.db, dayOf(town.now()))
  const bind = {
    version: '1',
    basis: 'measure',
    measureCode: 'test.online',
    'deadline.day': '31',
    'deadline.month': '12',
    'deadline.year': '2025',
  }
  const lan = town.as('lan')
  expect((await lan.send(`${path('2')}/gia-tri/0`, { ...bind, measureCode: 'test.nothing' })).status).toBe(422)
  expect((await lan.send(`${path('2')}/gia-tri/0`, bind)).status).toBe(303)
  const page = await text(await lan.open(path('2')))
  // 40 of 100 by February, 120 of 200 by March: a flow is what happened since January.
  expect(page).toContain('120 trên 200')
  expect(page).toContain('60 %')
  expect(page).toContain('UBND huyện Đông')
  expect(page).toContain('Đúng tiến độ')
})

test('what is only aimed at does not make a target late', async () => {
  town.at('2026-01-02T08:00')
  const valueId = plan.targets.get('3')?.valueIds[0] ?? ''
  const lan = town.as('lan')
  const figure = { 'asOf.day': '31', 'asOf.month': '12', 'asOf.year': '2025', numerator: '85', source: 'Báo cáo năm' }
  const unit = town.unitId('so-khoa-hoc-va-cong-nghe')
  expect((await lan.send(`/ke-hoach/so-lieu/bao/${valueId}/${unit}`, figure)).status).toBe(303)
  const { id: sent } = await town.db
    .selectFrom('plan.figure')
    .select('id')
    .where('valueId', '=', valueId)
    .executeTakeFirstOrThrow()
  await lan.send('/ke-hoach/so-lieu-cho-xac-nhan', { id: sent })
  const page = await text(await lan.open(path('3')))
  expect(page).toMatch(/tg-status-lg" data-tone="done"/)
  expect(page).toContain('Đã quá hạn mà chưa có số liệu nào.')
  town.at('2025-05-14T08:00')
})

test('notes: progress by who works on it, a risk opened and closed; nobody else writes', async () => {
  const van = town.as('van')
  const note = { kind: 'risk', wording: 'Đường truyền ở ba xã chưa ổn định' }
  expect((await van.send(`${path('1')}/ghi-nhan`, note)).status).toBe(303)
  expect((await town.as('minh').send(`${path('1')}/ghi-nhan`, note)).status).toBe(403)
  const { id: risk } = await town.db.selectFrom('plan.note').select('id').executeTakeFirstOrThrow()
  const close = { wording: 'Nhà mạng đã nâng cấp xong' }
  expect((await van.send(`${path('1')}/rui-ro/${risk}`, close)).status).toBe(303)
  expect((await van.send(`${path('1')}/rui-ro/${risk}`, close)).status).toBe(409)
  expect(await text(await van.open(path('1')))).toContain('Rủi ro đã gỡ')
})

test('actions a person may not take are not offered, and are refused when asked for all the same', async () => {
  const son = town.as('son')
  const page = await text(await son.open(path('1')))
  expect(page).not.toContain('/phan-cong')
  expect(page).not.toContain('/gia-tri/')
  expect((await son.open(`${path('1')}/phan-cong`)).status).toBe(403)
  expect((await town.as().open(path('1'))).status).toBe(401)
})

test('the wording leads to the line of the plan it was read from, by the last version', async () => {
  const { id: target = '' } = plan.targets.get('2') ?? {}
  const version = (no: number, fromLine: number) => ({
    planId: plan.planId,
    no,
    content: JSON.stringify({ items: [{ id: target, span: { fromLine } }] }),
    publishedAt: town.now(),
  })
  const page = async () => text(await town.as('son').open(path('2')))
  expect(await page()).not.toContain('/van-ban#dong-')
  await town.db
    .insertInto('plan.version')
    .values([version(1, 12), version(2, 34)])
    .execute()
  expect(await page()).toContain('/ke-hoach/ke-hoach-2025/van-ban#dong-34')
})
