import { afterAll, beforeAll, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { givePlan } from '#test/plan-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await givePlan(town, {
    tasks: [
      { ref: 'III.1', heading: 'Số hóa hồ sơ lưu trữ', cooperating: ['huyen-dong'] },
      {
        ref: 'III.2',
        heading: 'Nâng cấp trung tâm dữ liệu',
        kind: 'project',
        lead: 'huyen-tay',
        dueOn: day('2025-05-01'),
      },
      { ref: 'III.3', heading: 'Tập huấn kỹ năng số', lead: null, dueOn: null },
    ],
  })
})
afterAll(() => town.close())

const path = (ref: string) => `/ke-hoach/ke-hoach-2025/nhiem-vu/${ref}`
const text = async (answer: Response) => (await answer.text()).replaceAll('\u00a0', ' ')
const on = (name: string, value: string) => {
  const [year = '', month = '', date = ''] = value.split('-')
  return { [`${name}.day`]: date, [`${name}.month`]: month, [`${name}.year`]: year }
}

test('a task is worked on: milestone, money, progress; it is done when nothing of it is left', async () => {
  const minh = town.as('minh')
  expect(await text(await minh.open(path('III.1')))).toContain('Chưa báo cáo')
  await minh.send(`${path('III.1')}/moc`, { title: 'Xong kho lưu trữ số 1', ...on('dueOn', '2025-04-30') })
  expect(await text(await minh.open(path('III.1')))).toContain('1 mốc quá hạn hơn 10 ngày')
  await minh.send(`${path('III.1')}/kinh-phi`, { source: 'Ngân sách tỉnh', amount: '1.500.000.000' })
  const { id: funding } = await town.db.selectFrom('plan.funding').select('id').executeTakeFirstOrThrow()
  expect((await minh.send(`${path('III.1')}/kinh-phi/${funding}`, { spent: '600.000.000' })).status).toBe(303)
  await minh.send(`${path('III.1')}/ghi-nhan`, { kind: 'progress', wording: 'Đã quét 40 % hồ sơ', shareDone: '40' })

  const early = await minh.send(`${path('III.1')}/xong`, { ...on('doneOn', '2025-05-14'), wording: 'Xong hết' })
  expect(early.status).toBe(409)
  const { id: milestone } = await town.db.selectFrom('plan.milestone').select('id').executeTakeFirstOrThrow()
  expect((await minh.send(`${path('III.1')}/moc/${milestone}`, on('doneOn', '2025-05-12'))).status).toBe(303)
  const page = await text(await minh.open(path('III.1')))
  expect(page).toContain('Đúng tiến độ')
  expect(page).toContain('Đã chi 600.000.000 đ trên 1.500.000.000 đ')
  expect(page).toContain('đã làm 40 %')

  expect(
    (await minh.send(`${path('III.1')}/xong`, { ...on('doneOn', '2025-05-14'), wording: 'Xong hết' })).status,
  ).toBe(303)
  expect(await text(await minh.open(path('III.1')))).toContain('Xong ngày 14/05/2025.')
  const after = await minh.send(`${path('III.1')}/ghi-nhan`, { kind: 'progress', wording: 'Thêm một chút' })
  expect(after.status).toBe(409)
  expect((await minh.send(`${path('III.1')}/mo-lai`, { reason: 'Còn kho số 2' })).status).toBe(303)
  expect(await text(await minh.open(path('III.1')))).toContain('Còn kho số 2')
})

test('who cooperates writes about the task but does not end it; who is outside does neither', async () => {
  const hoa = town.as('hoa')
  expect((await hoa.send(`${path('III.1')}/ghi-nhan`, { kind: 'progress', wording: 'Huyện đã giao nộp' })).status).toBe(
    303,
  )
  expect((await hoa.send(`${path('III.1')}/dung`, { reason: 'Không làm nữa' })).status).toBe(403)
  const binh = town.as('binh')
  expect((await binh.send(`${path('III.1')}/ghi-nhan`, { kind: 'progress', wording: 'Xã cũng nói' })).status).toBe(403)
  expect(await text(await binh.open(path('III.1')))).not.toContain(`action="${path('III.1')}`)
})

test('two people assign one task: the second sees what the first has changed, and nothing is lost', async () => {
  const unit = (slug: Parameters<Town['unitId']>[0]) => String(town.unitId(slug))
  const first = { version: '1', leadUnitId: unit('so-y-te'), ...on('dueOn', '2025-09-30') }
  expect((await town.as('lan').send(`${path('III.3')}/phan-cong`, first)).status).toBe(303)
  const late = await town.as('lan').send(`${path('III.3')}/phan-cong`, {
    ...first,
    leadUnitId: unit('huyen-dong'),
    ...on('dueOn', '2025-06-30'),
  })
  expect(late.status).toBe(409)
  const html = await text(late)
  for (const said of ['Phạm Thị Lan vừa sửa', 'Sở Y tế', 'UBND huyện Đông', '30/09/2025', '30/06/2025'])
    expect(html).toContain(said)
  expect((await town.as('minh').send(`${path('III.3')}/phan-cong`, first)).status).toBe(403)
})

test('a task may not end before it starts, and its form keeps what was typed', async () => {
  const wrong = await town.as('lan').send(`${path('III.3')}/phan-cong`, {
    version: '2',
    ...on('startsOn', '2025-09-30'),
    ...on('dueOn', '2025-01-31'),
  })
  expect(wrong.status).toBe(422)
  expect(await text(wrong)).toContain('không thể trước ngày bắt đầu')
})

test('the list of tasks is narrowed by unit, status, kind and deadline', async () => {
  const list = async (query: string) => text(await town.as('son').open(`/ke-hoach/ke-hoach-2025/nhiem-vu?${query}`))
  const all = await list('')
  for (const heading of ['Số hóa hồ sơ', 'Nâng cấp trung tâm', 'Tập huấn kỹ năng']) expect(all).toContain(heading)
  const late = await list('status=late')
  expect(late).toContain('Nâng cấp trung tâm')
  expect(late).not.toContain('Tập huấn kỹ năng')
  expect(await list('kind=project')).not.toContain('Số hóa hồ sơ')
  expect(await list('due=past')).toContain('Nâng cấp trung tâm')
  expect(await list(`unit=${town.unitId('huyen-dong')}`)).toContain('Số hóa hồ sơ')
})

test('the same form sent twice is one note', async () => {
  const count = async () => (await town.db.selectFrom('plan.note').select('id').execute()).length
  const before = await count()
  const note = { kind: 'progress', wording: 'Gửi hai lần vì mạng chậm', _key: 'twice-0001' }
  const minh = town.as('minh')
  for (const _ of [1, 2]) expect((await minh.send(`${path('III.1')}/ghi-nhan`, note)).status).toBe(303)
  expect(await count()).toBe(before + 1)
})
