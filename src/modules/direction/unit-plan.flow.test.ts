import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DirectedPlan, givePlan } from '#test/directed-plan.ts'
import { openTown, type PersonName, type Town } from '#test/town.ts'

let town: Town
let plan: DirectedPlan
let path = ''

beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town)
  path = `/ke-hoach/${plan.code}/don-vi`
})
afterAll(() => town.close())

const dayField = (name: string, on: string) => {
  const [year = '', month = '', day = ''] = on.split('-')
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year }
}
const html = async (who: PersonName, at: string) => (await town.as(who).open(at)).text()
const row = (page: string, words: string) => page.split('<tr').find((one) => one.includes(words)) ?? ''
const version = (page: string) => page.match(/name="version" value="(\d+)"/)?.[1] ?? ''

const open = (who: PersonName, unit: string) =>
  town.as(who).send(`${path}/${unit}/mo`, { title: 'Kế hoạch chuyển đổi số năm 2025' })

const publish = async (who: PersonName, unit: string, more: Record<string, string> = {}) =>
  town.as(who).send(`${path}/${unit}/cong-bo`, {
    number: '15/KH-SYT',
    title: 'Kế hoạch chuyển đổi số năm 2025 của Sở Y tế',
    version: version(await html(who, `${path}/${unit}`)),
    ...dayField('issuedOn', '2025-05-14'),
    ...more,
  })

test('after the first quarter all that were asked are late, and are reminded in one go', async () => {
  town.at('2025-03-31T08:00')
  const inTime = row(await html('lan', path), 'UBND huyện Đông')
  expect(inTime).toContain('Chưa bắt đầu')
  expect(inTime).not.toContain('quá hạn')
  town.at('2025-05-14T08:00')
  const page = await html('lan', path)
  expect(page).toContain('0 trên 4 đơn vị đã công bố')
  expect(page).toContain('Đôn đốc 4 đơn vị quá hạn')
  expect(row(page, 'UBND huyện Đông')).toContain('Chưa bắt đầu, quá hạn')
  const form = await html('lan', `/ke-hoach/don-doc/moi?ke-hoach=${plan.code}&viec=ke-hoach-rieng`)
  expect(form.match(/ checked/g)).toHaveLength(4)
  expect(form).toContain('hoàn thành và công bố kế hoạch của đơn vị (hạn 31/03/2025)')
})

test('a unit opens its plan: what it leads and cooperates on is there already', async () => {
  expect(await html('minh', `${path}/so-y-te`)).toContain('điền sẵn 2 chỉ tiêu, nhiệm vụ')
  expect((await open('minh', 'so-y-te')).status).toBe(303)
  const page = await html('minh', `${path}/so-y-te`)
  expect(page).toContain('Sổ sức khỏe điện tử')
  expect(page).toContain('Nâng cấp đường truyền của trạm y tế')
  expect(row(await html('lan', path), 'Sở Y tế')).toContain('Đang soạn, quá hạn')
  expect((await open('minh', 'so-y-te')).status).toBe(409)
})

test('it says how it does one, leaves one out, adds two of its own', async () => {
  const at = `${path}/so-y-te`
  const target = plan.idOf('2.1.2')
  const change = async (form: Record<string, string>) => town.as('minh').send(`${at}/muc/${target}/sua`, form)
  const before = version(await html('minh', at))
  const changed = { wording: 'Tạo sổ cho 85 % người dân', ...dayField('dueOn', '2025-11-30'), version: before }
  expect((await change(changed)).status).toBe(303)
  expect((await change(changed)).status).toBe(409)
  expect((await town.as('minh').send(`${at}/muc/${plan.idOf('III.2.a')}/bo`)).status).toBe(303)
  expect(await html('minh', at)).toContain('Đơn vị được giao nhưng chưa đưa vào (1)')
  const own = { title: 'Bệnh án điện tử', wording: 'Triển khai tại 3 bệnh viện', ...dayField('dueOn', '') }
  expect((await town.as('minh').send(`${at}/them`, { kind: 'task', ...own })).status).toBe(303)
  const goal = { comparator: 'at_least', goal: '95,5', measure: 'percent' }
  expect(
    (await town.as('minh').send(`${at}/them`, { kind: 'target', ...own, wording: 'Hồ sơ bệnh án số', ...goal })).status,
  ).toBe(303)
  const half = await town.as('minh').send(`${at}/them`, { kind: 'target', ...own, ...goal, goal: '' })
  expect(half.status).toBe(422)
  expect(await half.text()).toContain('Hãy nhập Con số')
  const page = await html('minh', at)
  expect(page).toContain('Tạo sổ cho 85 % người dân')
  expect(page).toContain('ít nhất 95,5 %')
})

test('published, it counts: coverage goes up, and what is its own becomes work of the unit', async () => {
  expect(await worked('so-y-te')).toEqual([])
  const future = await publish('minh', 'so-y-te', dayField('issuedOn', '2025-05-20'))
  expect(future.status).toBe(422)
  expect((await publish('minh', 'so-y-te')).status).toBe(303)
  const page = await html('lan', path)
  expect(page).toContain('1 trên 4 đơn vị đã công bố')
  expect(row(page, 'Sở Y tế')).toContain('Công bố 14/05/2025, sau hạn')
  expect(row(page, '2.1.2')).toContain('1 trên 1 đơn vị được giao')
  expect(row(page, '2.1.1')).toContain('0 trên 3 đơn vị được giao')
  expect(row(page, '2.1.1')).toContain('UBND huyện Đông')
  expect(await worked('so-y-te')).toEqual([{ wording: 'Triển khai tại 3 bệnh viện', kind: 'task' }])
})

test('changed and published again, its own work keeps its row, and what was taken out ends', async () => {
  const at = `${path}/so-y-te`
  expect((await town.as('minh').send(`${at}/nhan`, { things: plan.idOf('III.2.a') })).status).toBe(303)
  expect((await publish('minh', 'so-y-te')).status).toBe(303)
  const kept = await rows()
  const own = kept.find(({ wording }) => wording.includes('bệnh viện'))
  expect((await town.as('minh').send(`${at}/muc/${own?.id}/bo`)).status).toBe(303)
  expect(await rows()).toEqual(kept)
  expect(await html('minh', at)).toContain('Có thay đổi chưa công bố')
  expect(await html('minh', at)).not.toContain('Triển khai tại 3 bệnh viện')
  expect(await html('lan', at)).toContain('Triển khai tại 3 bệnh viện')
  expect((await publish('minh', 'so-y-te')).status).toBe(303)
  expect((await rows()).find(({ id }) => id === own?.id)?.endedIn).toBe(3)
})

const rows = () =>
  town.db
    .selectFrom('plan.task as t')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .select(['t.id', 't.wording', 't.endedIn'])
    .where('p.parentId', '=', plan.id)
    .execute()

/** Tasks of the unit's own plan in force. */
const worked = (unit: 'so-y-te') =>
  town.db
    .selectFrom('plan.task as t')
    .innerJoin('plan.plan as p', 'p.id', 't.planId')
    .select(['t.wording', 't.kind'])
    .where('p.parentId', '=', plan.id)
    .where('p.unitId', '=', town.unitId(unit))
    .where('t.endedIn', 'is', null)
    .execute()

test('who has no right sees no button and is refused', async () => {
  expect(await html('hoa', `${path}/huyen-dong`)).not.toContain('/mo"')
  expect((await open('hoa', 'huyen-dong')).status).toBe(403)
  expect((await open('minh', 'huyen-dong')).status).toBe(403)
  expect(await html('minh', path)).not.toContain('viec=ke-hoach-rieng')
  expect(await html('minh', path)).not.toContain('Yêu cầu thêm đơn vị')
  const ask = { units: 'xa-an-binh', ...dayField('dueOn', '2025-06-30') }
  expect((await town.as('tam').send(path, ask)).status).toBe(403)
  expect((await town.as('lan').send(path, ask)).status).toBe(303)
  expect(row(await html('lan', path), 'UBND xã An Bình')).toContain('30/06/2025')
})

test('a draft is read by its unit and by who leads the plan, not by others', async () => {
  expect((await open('van', 'huyen-tay')).status).toBe(303)
  expect((await town.as('minh').open(`${path}/huyen-tay`)).status).toBe(403)
  expect((await town.as('lan').open(`${path}/huyen-tay`)).status).toBe(200)
  expect((await town.as('tam').open(`${path}/huyen-tay`)).status).toBe(200)
})
