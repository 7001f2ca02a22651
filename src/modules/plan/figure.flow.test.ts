import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givePlan, type Planned } from '#test/plan-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let plan: Planned
beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town, {
    targets: [
      { ref: '2.1', title: 'Hồ sơ công việc xử lý trên mạng', values: [{ goal: 70, reportedBy: 'commune' }] },
      { ref: '2.2', lead: 'so-y-te', values: [{ goal: 90, reportedBy: 'lead' }] },
      {
        ref: '2.3',
        values: [{ goal: 1, unit: 'cuộc', subject: 'Diễn tập', reportedBy: 'cooperating' }],
        cooperating: ['huyen-tay'],
      },
    ],
  })
})
afterAll(() => town.close())

const valueOf = (ref: string) => plan.targets.get(ref)?.valueIds[0] ?? ''
const reportTo = (ref: string, unit: Parameters<Town['unitId']>[0]) =>
  `/ke-hoach/so-lieu/bao/${valueOf(ref)}/${town.unitId(unit)}`
const march = { 'asOf.day': '31', 'asOf.month': '3', 'asOf.year': '2025' }
const april = { 'asOf.day': '30', 'asOf.month': '4', 'asOf.year': '2025' }
const text = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const pageOf = async (ref: string, who: Parameters<Town['as']>[0] = 'lan') =>
  text(await town.as(who).open(`/ke-hoach/ke-hoach-2025/chi-tieu/${ref}`))

const figures = (ref: string) =>
  town.db
    .selectFrom('plan.figure')
    .selectAll()
    .where('valueId', '=', valueOf(ref))
    .orderBy('sentAt')
    .orderBy('id')
    .execute()

async function idOf(ref: string, state: string) {
  const found = (await figures(ref)).findLast((figure) => figure.state === state)
  if (!found) throw new Error(`no ${state} figure of ${ref}`)
  return found.id
}

test('a figure goes its way: reported, returned with a reason, corrected, confirmed; and only then counts', async () => {
  const binh = town.as('binh')
  expect(await text(await binh.open('/ke-hoach/so-lieu-can-bao'))).toContain('Hồ sơ công việc xử lý trên mạng')
  const sent = await binh.send(reportTo('2.1', 'xa-an-binh'), {
    ...march,
    numerator: '1.234',
    denominator: '2.000',
    source: 'Sổ theo dõi văn bản',
  })
  expect(sent.status).toBe(303)
  expect(await pageOf('2.1')).toContain('Chưa có số')

  const lan = town.as('lan')
  expect(await text(await lan.open('/ke-hoach/so-lieu-cho-xac-nhan'))).toContain('1.234 trên 2.000')
  const first = await idOf('2.1', 'sent')
  const returned = await lan.send(`/ke-hoach/so-lieu/${first}/tra-lai`, { reason: 'Tổng số chưa trừ hồ sơ mật' })
  expect(returned.status).toBe(303)
  const asked = await text(await binh.open('/ke-hoach/so-lieu-can-bao'))
  expect(asked).toContain('Lý do: Tổng số chưa trừ hồ sơ mật')
  expect(asked).toContain(`/ke-hoach/so-lieu/${first}/sua`)

  const corrected = { numerator: '1234', denominator: '1.900', source: 'Sổ theo dõi văn bản, trừ hồ sơ mật' }
  expect((await binh.send(`/ke-hoach/so-lieu/${first}/sua`, corrected)).status).toBe(303)
  const second = await idOf('2.1', 'sent')
  const confirmed = await lan.send('/ke-hoach/so-lieu-cho-xac-nhan', { id: second })
  expect(confirmed.status).toBe(303)

  const page = await pageOf('2.1')
  expect(page).toContain('64,95 %')
  expect(page).toContain('1.234 trên 1.900')
  expect(page).toContain('từ 1 trên 4 đơn vị phải báo')
  const kept = (await figures('2.1')).toSorted((a, b) => Number(b.denominator) - Number(a.denominator))
  expect(kept.map(({ state, denominator }) => [state, Number(denominator)])).toEqual([
    ['replaced', 2000],
    ['confirmed', 1900],
  ])
  expect(kept[0]?.reason).toBe('Tổng số chưa trừ hồ sơ mật')
})

test('the number of several units is a sum divided, never an average of percentages', async () => {
  const hoa = town.as('hoa')
  const sent = await hoa.send(reportTo('2.1', 'xa-hoa-loc'), {
    ...march,
    numerator: '100',
    denominator: '100',
    source: 'Sổ',
  })
  expect(sent.status).toBe(303)
  await town.as('lan').send('/ke-hoach/so-lieu-cho-xac-nhan', { id: await idOf('2.1', 'sent') })
  // (1234 + 100) of (1900 + 100); the average of 64.95 and 100 would be 82.
  expect(await pageOf('2.1')).toContain('66,7 %')
})

test('a confirmed figure stays in use until its correction is confirmed', async () => {
  const old = (await figures('2.1')).find(({ numerator }) => Number(numerator) === 100)?.id ?? ''
  const hoa = town.as('hoa')
  expect(
    (await hoa.send(`/ke-hoach/so-lieu/${old}/sua`, { numerator: '50', denominator: '100', source: 'Sổ' })).status,
  ).toBe(303)
  expect(await pageOf('2.1')).toContain('66,7 %')
  const again = await hoa.send(`/ke-hoach/so-lieu/${old}/sua`, { numerator: '60', denominator: '100', source: 'Sổ' })
  expect(again.status).toBe(409)
  await town.as('lan').send('/ke-hoach/so-lieu-cho-xac-nhan', { id: await idOf('2.1', 'sent') })
  expect(await pageOf('2.1')).toContain('64,2 %')
})

test('several figures are confirmed at once, and one that is gone does not hold up the others', async () => {
  const hoa = town.as('hoa')
  for (const unit of ['xa-hoa-loc', 'xa-an-binh'] as const)
    await hoa.send(reportTo('2.1', unit), { ...april, numerator: '90', denominator: '100', source: 'Sổ' })
  const ids = (await figures('2.1')).filter(({ state }) => state === 'sent').map(({ id }) => id)
  expect(ids).toHaveLength(2)
  const gone = await idOf('2.1', 'replaced')
  const answer = await town.as('lan').send('/ke-hoach/so-lieu-cho-xac-nhan', { id: [gone, ...ids] })
  expect(answer.status).toBe(303)
  expect(await pageOf('2.1')).toContain('90 %')
})

describe('refused', () => {
  test('a unit outside, a unit that is not asked, and who may not report at all', async () => {
    const figure = { ...april, numerator: '1', denominator: '2', source: 'Sổ' }
    expect((await town.as('binh').send(reportTo('2.1', 'xa-phu-my'), figure)).status).toBe(403)
    expect((await town.as('hoa').send(reportTo('2.1', 'huyen-dong'), figure)).status).toBe(409)
    expect((await town.as('son').send(reportTo('2.1', 'xa-phu-my'), figure)).status).toBe(403)
    expect((await town.as().send(reportTo('2.1', 'xa-phu-my'), figure)).status).toBe(401)
  })

  test('confirming or returning what another unit leads', async () => {
    const minh = town.as('minh')
    expect(
      (await minh.send(reportTo('2.2', 'so-y-te'), { ...march, numerator: '91', source: 'Khảo sát' })).status,
    ).toBe(303)
    const id = await idOf('2.2', 'sent')
    expect((await town.as('binh').send('/ke-hoach/so-lieu-cho-xac-nhan', { id })).status).toBe(403)
    expect((await town.as('tam').send(`/ke-hoach/so-lieu/${id}/tra-lai`, { reason: 'Chưa rõ nguồn' })).status).toBe(403)
  })

  test('a return without a reason, a day to come, more than all, a share without its total', async () => {
    const id = await idOf('2.2', 'sent')
    const silent = await town.as('lan').send(`/ke-hoach/so-lieu/${id}/tra-lai`, { reason: ' ' })
    expect(silent.status).toBe(422)
    const report = (form: Record<string, string>) =>
      town.as('van').send(reportTo('2.1', 'xa-phu-my'), { numerator: '1', denominator: '2', source: 'Sổ', ...form })
    const tomorrow = { 'asOf.day': '15', 'asOf.month': '5', 'asOf.year': '2025' }
    expect(await text(await report(tomorrow))).toContain('không thể sau ngày hôm nay')
    expect(await text(await report({ ...april, numerator: '3' }))).toContain('không thể lớn hơn tổng số')
    const alone = await report({ ...april, denominator: '', numerator: '45,5' })
    expect(alone.status).toBe(422)
    const html = await text(alone)
    expect(html).toContain('chỉ cộng được khi biết tử số và mẫu số')
    expect(html).toContain('value="45,5"')
  })

  test('the same unit and day twice: the figure that is there must be corrected', async () => {
    const van = town.as('van')
    const figure = { ...april, numerator: '2', source: 'Biên bản' }
    expect((await van.send(reportTo('2.3', 'huyen-tay'), figure)).status).toBe(303)
    expect((await van.send(reportTo('2.3', 'huyen-tay'), figure)).status).toBe(409)
  })
})

test('the database itself refuses to change a number that was reported', async () => {
  const id = await idOf('2.1', 'confirmed')
  const change = town.db.updateTable('plan.figure').set({ numerator: '99' }).where('id', '=', id).execute()
  await expect(change).rejects.toThrow(/permission denied/)
})

test('each step stands in the history of the target, with who took it', async () => {
  const page = await pageOf('2.1?lich-su=tat-ca', 'son')
  for (const said of ['Đơn vị báo số liệu', 'Trả lại số liệu', 'Đơn vị sửa số liệu', 'Xác nhận số liệu'])
    expect(page).toContain(said)
  expect(page).toContain('Đỗ Thanh Bình, thay mặt UBND xã An Bình')
})

test('an address that names nothing is an empty page and not a fault of ours', async () => {
  const lan = town.as('lan')
  for (const path of [
    'so-lieu/bao/x/1',
    'so-lieu/x/sua',
    'so-lieu/x/tra-lai',
    'so-lieu/x/minh-chung',
    'ghi-nhan/x/minh-chung',
  ])
    expect((await lan.open(`/ke-hoach/${path}`)).status).toBe(404)
})
