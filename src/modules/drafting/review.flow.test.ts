import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town, type Visitor } from '#test/town.ts'
import { type DraftItem, itemOf } from './draft.ts'
import { getDraft } from './draft.store.ts'

/** With a slip in a heading and a footnote that is nowhere. */
const text = readFileSync('test/plans/parts.txt', 'utf8')
  .replace('2.2. Kinh tế số', '2.2. Kinh tế sổ')
  .replace('phủ sóng các điểm lõm', 'phủ sóng các điểm lõm[1]')
  .replace('Phủ sóng các điểm lõm', 'Phủ sóng các điểm lõm[1]')
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

const draftNow = async () => (await getDraft(town.db, code)).draft
const find = async (words: string): Promise<DraftItem> => {
  const found = (await draftNow()).items.find(({ wording }) => wording.includes(words))
  if (!found) throw new Error(`nothing says "${words}"`)
  return found
}
const now = async ({ id }: DraftItem) => itemOf(await draftNow(), id)
const press = (who: Visitor, item: DraftItem, button: string, form: Record<string, string> = {}) =>
  who.send(`${at}/duyet/${item.id}${button}`, { rev: String(item.rev), muc: 'chi-tieu', ...form })
const page = async (response: Response) => (await response.text()).replaceAll('&quot;', '"')

/** What a browser would send of an item: every field of its form, by name. */
async function formOf(item: DraftItem): Promise<Record<string, string>> {
  const [value] = item.values
  return {
    'edit.title': item.title,
    'edit.values.0.id': value?.id ?? '',
    'edit.values.0.comparator': value?.comparator ?? 'at_least',
    'edit.values.0.goal': String(value?.goal ?? ''),
    'edit.values.0.goalMax': String(value?.goalMax ?? ''),
    'edit.values.0.unit': value?.unit ?? 'percent',
    'edit.values.0.subject': value?.subject ?? '',
    'edit.values.0.deadline': '31/12/2025',
    'edit.values.0.aim': 'false',
    'edit.values.0.level': value?.level ?? '',
  }
}

describe('the review', () => {
  test('shows the source beside the items, with a way there and back', async () => {
    const seen = await page(await lan.open(`${at}/duyet?muc=chi-tieu`))
    expect(seen).toContain('href="#muc-1"')
    expect(seen).toContain('id="van-ban-1"')
    expect(seen).toContain('href="#van-ban-1"')
    expect(seen).toContain('id="muc-1"')
    expect(seen).toContain('Đã xác nhận 0 trên')
  })

  test('says what was not understood, with the way to the line, until somebody has looked at it', async () => {
    const note = (await draftNow()).warnings.find(({ key }) => key === 'texts.warning.footnote_missing')
    const seen = await page(await lan.open(`${at}/duyet`))
    expect(seen).toMatch(/Máy chưa hiểu: [1-9]/)
    expect(seen).toContain('Chú thích [1]')
    expect(seen).toContain(`${at}/van-ban#dong-${note?.span?.fromLine}`)
    await lan.send(`${at}/duyet/da-xem`, { warning: note?.id ?? '' })
    expect((await draftNow()).warnings.find(({ id }) => id === note?.id)?.settled).toBe(true)
  })

  test('a misspelt heading is named once for all under it; the source stays', async () => {
    const { heading } = await find('GRDP')
    const note = (await draftNow()).warnings.find(({ key }) => key === 'texts.warning.heading_spelling')
    expect(await page(await lan.open(`${at}/duyet?muc=chi-tieu`))).toContain('value="Kinh tế số"')
    await lan.send(`${at}/duyet/da-xem`, { warning: note?.id ?? '', from: heading, to: 'Kinh tế số' })
    expect((await find('GRDP')).heading).toBe('Kinh tế số')
    expect((await getDraft(town.db, code)).sourceText).toContain('2.2. Kinh tế sổ')
  })

  test('is closed to who may only read', async () => {
    expect((await town.as('minh').open(`${at}/duyet`)).status).toBe(403)
    expect((await press(town.as('tam'), await find('GRDP'), '')).status).toBe(403)
  })

  test('one press corrects and confirms, and leads back to the item', async () => {
    const item = await find('≥ 80,5%')
    const sent = await press(lan, item, '', { ...(await formOf(item)), 'edit.values.0.goal': '81,25' })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toMatch(/duyet\?muc=chi-tieu.*#muc-\d+$/)
    expect(await now(item)).toMatchObject({ state: 'confirmed', values: [{ goal: 81.25, deadline: '2025-12-31' }] })
  })

  test('what is typed wrongly comes back as typed, with the reason, and changes nothing', async () => {
    const item = await find('phản ánh hiện trường')
    const sent = await press(lan, item, '', { ...(await formOf(item)), 'edit.values.0.goal': 'hai ngày' })
    expect(sent.status).toBe(422)
    const seen = await page(sent)
    expect(seen).toContain('Giá trị phải là số')
    expect(seen).toContain('value="hai ngày"')
    expect(await now(item)).toEqual(item)
  })

  test('the address of a form that came back leads to its item', async () => {
    const item = await find('Khảo sát các điểm lõm')
    for (const button of ['', '/luu'])
      expect((await lan.open(`${at}/duyet/${item.id}${button}`)).headers.get('location')).toContain('muc=nhiem-vu')
    expect((await lan.open(`${at}/duyet/khong-co`)).headers.get('location')).toContain(`${at}/duyet?muc=`)
  })

  test('a range needs both its ends', async () => {
    const item = await find('phản ánh hiện trường')
    const sent = await press(lan, item, '', { ...(await formOf(item)), 'edit.values.0.comparator': 'range' })
    expect(sent.status).toBe(409)
    expect(await page(sent)).toContain('Khoảng giá trị cần cả số sau')
  })

  test('dropped, it is out of the way; restored, it is back', async () => {
    const item = await find('sàn giao dịch')
    await press(lan, item, '/bo')
    expect(await page(await lan.open(`${at}/duyet?muc=da-bo`))).toContain('sàn giao dịch')
    await press(lan, await find('sàn giao dịch'), '/lay-lai')
    expect(await now(item)).toMatchObject({ state: 'proposed', wording: item.wording })
  })

  test('split in two and joined again it says what it said', async () => {
    const item = await find('1.200 doanh nghiệp')
    const before = String(item.wording.indexOf('xong trước'))
    expect((await press(lan, item, '/tach', { before })).status).toBe(303)
    const half = await find('xong trước')
    expect(half.id).not.toBe(item.id)
    expect((await press(lan, half, '/gop')).status).toBe(303)
    expect(await now(item)).toMatchObject({ wording: item.wording, span: item.span })
    expect(await now(half)).toBeUndefined()
  })

  test('an item the reader missed is added by hand', async () => {
    const wording = 'Tối thiểu 70% người dân có tài khoản định danh'
    const sent = await lan.send(`${at}/duyet/them`, { kind: 'target', ref: 'II.2.9', heading: 'Thêm', wording })
    expect(sent.status).toBe(303)
    expect(await find(wording)).toMatchObject({ ref: 'II.2.9', span: null, state: 'proposed' })
    await press(lan, await find(wording), '/bo')
  })

  test('what is certain is confirmed together; what is in doubt is left', async () => {
    const all = (await draftNow()).items
    await lan.send(`${at}/duyet/xac-nhan-chac`, { items: all.map(({ id }) => id) })
    const after = (await draftNow()).items.filter(({ state }) => state === 'proposed')
    expect(after.length).toBeGreaterThan(0)
    expect(after.every(({ doubts }) => doubts.length > 0)).toBe(true)
  })
})

describe('two people at one draft', () => {
  test('at different items do not disturb one another', async () => {
    const [mine, theirs] = [await find('GRDP'), await find('≥ 80,5%')]
    expect((await press(town.as('lan'), mine, '/luu', { 'edit.title': 'Một' })).status).toBe(303)
    expect((await press(lan, theirs, '/luu', { 'edit.title': 'Hai' })).status).toBe(303)
  })

  test('at one item: the second sees what changed and by whom, keeps what was typed, and decides', async () => {
    const item = await find('GRDP')
    await press(town.as('lan'), item, '/luu', { 'edit.title': 'Kinh tế số trong GRDP' })
    const form = { ...(await formOf(item)), 'edit.title': 'Tỷ trọng kinh tế số' }
    const second = await press(lan, item, '', form)
    expect(second.status).toBe(409)
    const seen = await page(second)
    expect(seen).toContain('Phạm Thị Lan')
    expect(seen).toContain('Kinh tế số trong GRDP')
    expect(seen).toContain('Tỷ trọng kinh tế số')
    expect((await now(item))?.title).toBe('Kinh tế số trong GRDP')
    const rev = new RegExp(`duyet/${item.id}" [^]*?name="rev" value="(\\d+)"`).exec(seen)?.[1]
    const again = await lan.send(`${at}/duyet/${item.id}`, { ...form, rev: rev ?? '', _keep: 'mine' })
    expect(again.status).toBe(303)
    expect((await now(item))?.title).toBe('Tỷ trọng kinh tế số')
  })

  test('who presses a button of an item that was joined away meanwhile is told, and nothing is done', async () => {
    const item = await find('1.200 doanh nghiệp')
    await press(lan, item, '/gop')
    const late = await press(lan, item, '/bo')
    expect(late.status).toBe(409)
    expect(await page(late)).toContain('vừa được gộp')
  })

  test('the same press twice is one change', async () => {
    const item = await find('GRDP')
    const form = { _key: 'mot-lan-bam', 'edit.title': 'Một lần' }
    expect((await press(lan, item, '/luu', form)).status).toBe(303)
    expect((await press(lan, item, '/luu', form)).status).toBe(303)
    expect((await now(item))?.rev).toBe(item.rev + 1)
  })
})
