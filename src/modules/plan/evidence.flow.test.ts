import { afterAll, beforeAll, expect, test } from 'vitest'
import { givePlan, type Planned } from '#test/plan-of-town.ts'
import { openTown, type Town } from '#test/town.ts'

let town: Town
let plan: Planned
beforeAll(async () => {
  town = await openTown()
  plan = await givePlan(town, { targets: [{ ref: '1', values: [{ reportedBy: 'commune' }] }], tasks: [{ ref: 'a' }] })
})
afterAll(() => town.close())

const csv = 'đơn vị,số\nAn Bình,90\n'
const sheet = () => new File([csv], 'Số liệu quý I.csv', { type: 'text/csv' })
const reportPath = () => `/ke-hoach/so-lieu/bao/${plan.targets.get('1')?.valueIds[0]}/${town.unitId('xa-an-binh')}`
const figure = {
  'asOf.day': '31',
  'asOf.month': '3',
  'asOf.year': '2025',
  numerator: '90',
  denominator: '100',
  source: 'Sổ theo dõi',
}
const stored = () => town.db.selectFrom('plan.figure').select(['id', 'fileName', 'fileHash', 'state', 'asOf']).execute()

test('the file behind a figure is kept with it, and whoever may read the plan may have it', async () => {
  const sent = await town.as('binh').send(reportPath(), { ...figure, file: sheet() })
  expect(sent.status).toBe(303)
  const [{ id, fileName } = { id: '', fileName: '' }] = await stored()
  expect(fileName).toBe('Số liệu quý I.csv')
  const got = await town.as('son').open(`/ke-hoach/so-lieu/${id}/minh-chung`)
  expect(got.headers.get('content-disposition')).toContain('attachment')
  expect(await got.text()).toBe(csv)
  expect((await town.as().open(`/ke-hoach/so-lieu/${id}/minh-chung`)).status).toBe(401)
})

test('a correction without a new file keeps the one that was there', async () => {
  const [first] = await stored()
  const form = { numerator: '91', denominator: '100', source: 'Sổ theo dõi' }
  expect((await town.as('binh').send(`/ke-hoach/so-lieu/${first?.id}/sua`, form)).status).toBe(303)
  const all = await stored()
  expect(all.find(({ id }) => id === first?.id)?.state).toBe('replaced')
  expect(all.find(({ state }) => state === 'sent')?.fileHash).toBe(first?.fileHash)
})

test('a file of a kind that is not taken comes back as a fault of its field, and nothing typed is lost', async () => {
  const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0x00])], 'bao-cao.exe')
  const april = { ...figure, 'asOf.day': '30', 'asOf.month': '4' }
  const answer = await town.as('binh').send(reportPath(), { ...april, file: program })
  expect(answer.status).toBe(422)
  const html = await answer.text()
  expect(html).toContain('href="#file"')
  expect(html).toContain('value="Sổ theo dõi"')
  expect(await stored()).toHaveLength(2)
})

test('nobody can claim a file by its hash instead of sending it', async () => {
  const [first] = await stored()
  const april = { ...figure, 'asOf.day': '30', 'asOf.month': '4' }
  await town.as('binh').send(reportPath(), { ...april, fileHash: first?.fileHash ?? '', fileName: 'x.csv' })
  expect((await stored()).find(({ asOf }) => asOf === '2025-04-30')?.fileHash).toBeNull()
})

test('a note on progress carries its evidence', async () => {
  const base = '/ke-hoach/ke-hoach-2025/nhiem-vu/a'
  const note = { kind: 'progress', wording: 'Đã xong đợt một', file: sheet() }
  const minh = town.as('minh')
  expect((await minh.send(`${base}/ghi-nhan`, note)).status).toBe(303)
  const link = /\/ke-hoach\/ghi-nhan\/[0-9a-f-]+\/minh-chung/.exec(await (await minh.open(base)).text())?.[0] ?? ''
  expect(await (await minh.open(link)).text()).toBe(csv)
})
