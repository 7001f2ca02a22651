import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { getDraft } from './draft.store.ts'

const text = readFileSync('test/plans/parts.txt', 'utf8')
const code = '14099-kh-ubnd-2024'
const at = `/ke-hoach/${code}`

let town: Town
let lan: Visitor
beforeAll(async () => {
  town = await openTown()
  lan = town.as('lan')
  await lan.send('/ke-hoach/nhap', { file: new File([text], 'ke-hoach.txt') })
})
afterAll(() => town.close())

const planNow = () => getDraft(town.db, code)
const page = async (response: Response) => (await response.text()).replaceAll('&quot;', '"')
const publish = async (who: Visitor, note = '', seen?: number) =>
  who.send(`${at}/duyet/cong-bo`, { seen: String(seen ?? (await planNow()).draftVersion), note })
const live = () => town.db.selectFrom('plan.target').selectAll().orderBy('position').execute()

/** Confirms all that waits, one by one as people do with what is in doubt. */
async function confirmAll() {
  const { items } = (await planNow()).draft
  await lan.send(`${at}/duyet/xac-nhan-chac`, { items: items.map(({ id }) => id) })
  for (const { id, rev, state } of (await planNow()).draft.items)
    if (state === 'proposed') await lan.send(`${at}/duyet/${id}`, { rev: String(rev) })
}

describe('publishing', () => {
  test('is refused while something waits, and the page says what', async () => {
    expect(await page(await lan.open(`${at}/duyet/cong-bo`))).toContain('Chưa công bố được')
    const sent = await publish(lan)
    expect(sent.status).toBe(409)
    expect(await page(sent)).toMatch(/Còn \d+ mục chờ xác nhận/)
    expect(await live()).toEqual([])
  })

  test('is not for who may only review, nor for a summary that is out of date', async () => {
    await confirmAll()
    expect((await publish(town.as('tam'))).status).toBe(403)
    const stale = await publish(lan, '', (await planNow()).draftVersion - 1)
    expect(stale.status).toBe(409)
    expect(await page(stale)).toContain('vừa sửa')
  })

  test('makes version 1 with who, when and why, and puts targets, tasks and days in force', async () => {
    const summary = await page(await lan.open(`${at}/duyet/cong-bo`))
    expect(summary).toContain('Đủ điều kiện công bố')
    const sent = await publish(lan, 'Bản ban hành đầu năm')
    expect(sent.headers.get('location')).toBe(`${at}/phien-ban/1`)
    const versions = await page(await town.as('binh').open(`${at}/phien-ban`))
    expect(versions).toContain('Phạm Thị Lan')
    expect(versions).toContain('08:00, 14/05/2025')
    expect(versions).toContain('Bản ban hành đầu năm')
    const { items } = (await planNow()).draft
    expect((await live()).map(({ id }) => id)).toEqual(
      items.filter(({ kind }) => kind === 'target').map(({ id }) => id),
    )
    const values = await town.db.selectFrom('plan.value').selectAll().execute()
    expect(values.find(({ goal }) => Number(goal) === 80.5)).toMatchObject({
      comparator: 'at_least',
      basis: 'reported',
    })
    const asked = await town.db.selectFrom('plan.asked_unit').selectAll().orderBy('unitId').execute()
    expect(asked.map(({ unitId, dueOn }) => [unitId, dueOn])).toEqual(
      (['huyen-dong', 'huyen-tay'] as const).map((slug) => [town.unitId(slug), '2025-03-31']),
    )
  })

  test('keeps the file whose text it was published from, for everybody who reads plans', async () => {
    const binh = town.as('binh')
    expect(await page(await binh.open(`${at}/phien-ban/1`))).toContain(`href="${at}/phien-ban/1/tep"`)
    expect(await (await binh.open(`${at}/phien-ban/1/tep`)).text()).toBe(text)
    expect((await binh.open(`${at}/phien-ban/2/tep`)).status).toBe(404)
  })

  test('a second time without a change is refused', async () => {
    const sent = await publish(lan)
    expect(sent.status).toBe(409)
    expect(await page(sent)).toContain('Không có gì khác')
  })
})

describe('version 2', () => {
  test('keeps the rows that stay with their lead units, ends what is gone, and shows the difference', async () => {
    const [first, second] = await live()
    if (!first || !second) throw new Error('no targets in force')
    await town.db
      .updateTable('plan.target')
      .set({ leadUnitId: town.unitId('so-y-te') })
      .where('id', '=', first.id)
      .execute()
    const item = (id: string) => async () => (await planNow()).draft.items.find((one) => one.id === id)
    const [one, two] = [await item(first.id)(), await item(second.id)()]
    await lan.send(`${at}/duyet/${first.id}`, { rev: String(one?.rev), 'edit.title': 'Tên mới' })
    await lan.send(`${at}/duyet/${second.id}/bo`, { rev: String(two?.rev) })
    const summary = await page(await lan.open(`${at}/duyet/cong-bo`))
    expect(summary).toContain('Khác gì phiên bản 1')
    expect(summary).toContain('Tên mới')
    expect((await publish(lan, 'Điều chỉnh giữa năm')).headers.get('location')).toBe(`${at}/phien-ban/2`)
    const after = await live()
    expect(after.find(({ id }) => id === first.id)).toMatchObject({
      title: 'Tên mới',
      leadUnitId: town.unitId('so-y-te'),
      endedIn: null,
    })
    expect(after.find(({ id }) => id === second.id)?.endedIn).toBe(2)
    const shown = await page(await town.as('son').open(`${at}/phien-ban/2`))
    expect(shown).toContain('Thay đổi so với phiên bản 1')
    expect(shown).toContain('Thôi không còn')
    expect((await town.as('son').open(`${at}/phien-ban/3`)).status).toBe(404)
  })

  test('a target that comes back is the same row again', async () => {
    const ended = (await live()).find(({ endedIn }) => endedIn !== null)
    const { items } = (await planNow()).draft
    const back = items.find(({ id }) => id === ended?.id)
    await lan.send(`${at}/duyet/${back?.id}/lay-lai`, { rev: String(back?.rev) })
    await lan.send(`${at}/duyet/${back?.id}`, { rev: String((back?.rev ?? 0) + 1) })
    await publish(lan)
    expect((await live()).find(({ id }) => id === ended?.id)).toMatchObject({ endedIn: null, ref: back?.ref })
  })

  test('numbers may change places', async () => {
    const [a, b] = (await planNow()).draft.items.filter(({ kind, state }) => kind === 'target' && state === 'confirmed')
    if (!a || !b) throw new Error('no two targets')
    await lan.send(`${at}/duyet/${a.id}`, { rev: String(a.rev), 'edit.ref': b.ref })
    await lan.send(`${at}/duyet/${b.id}`, { rev: String(b.rev), 'edit.ref': a.ref })
    expect((await publish(lan)).status).toBe(303)
    const refs = new Map((await live()).map(({ id, ref }) => [id, ref]))
    expect([refs.get(a.id), refs.get(b.id)]).toEqual([b.ref, a.ref])
  })
})

describe('a new text of the plan', () => {
  test('is reviewed where it differs and published as the next version, ids kept', async () => {
    const before = new Set((await live()).map(({ id }) => id))
    const amended = text.replace('≥ 80,5%', '≥ 90%').replace('15/12/2025', '30/11/2025')
    const same = await lan.send(`${at}/nhap`, { file: new File([text], 'cu.txt') })
    expect(same.status).toBe(422)
    const sent = await lan.send(`${at}/nhap`, { file: new File([amended], 'moi.txt') })
    expect(sent.headers.get('location')).toBe(`${at}/duyet`)
    expect(await page(await lan.open(`${at}/duyet?muc=chua-chac`))).toContain('Lời văn ở bản mới khác bản trước')
    expect((await publish(lan)).status).toBe(409)
    await confirmAll()
    const published = await publish(lan, 'Theo văn bản sửa đổi')
    expect(published.status).toBe(303)
    expect((await live()).every(({ id }) => before.has(id))).toBe(true)
    const shown = await page(await lan.open(published.headers.get('location') ?? ''))
    expect(shown).toContain('90%')
    const first = await page(await lan.open(`${at}/phien-ban/1`))
    expect(first).toContain('80,5%')
    expect(first).not.toContain('90%;')
  })
})
