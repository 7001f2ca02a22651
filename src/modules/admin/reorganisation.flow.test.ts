import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listPosts } from '#kernel/post.store.ts'
import { day } from '#kernel/time.ts'
import { findUnit, listAncestors, listUnits } from '#kernel/unit.store.ts'
import { openTown, type Town, type Visitor } from '#test/town.ts'

type Filled = NonNullable<Parameters<Visitor['send']>[1]>

let town: Town
beforeAll(async () => {
  town = await openTown()
})
beforeEach(() => town.at('2025-05-14T08:00'))
afterAll(() => town.close())

const page = '/quan-tri/don-vi/sap-xep'
const textOf = async (response: Promise<Response>) => (await response).text()
const hidden = (html: string, name: string) =>
  (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const namesOn = async (on: string) => (await listUnits(town.db, day(on))).map(({ name }) => name)

const row = (n: number, name: string, more: Filled = {}): Filled =>
  Object.fromEntries(
    Object.entries({ name, kind: 'commune', parent: 'huyen-dong', gso: '', h58: '', slug: '', ...more }).map(
      ([field, value]) => [`to.${n}.${field}`, value],
    ),
  )
const byHand = (more: Filled): Filled => ({
  kind: 'merge',
  decision: 'Nghị quyết 9/NQ-HĐND ngày 01/5/2025',
  on: '1/6/2025',
  from: ['xa-an-binh', 'xa-hoa-loc'],
  ...row(0, 'UBND xã Bình Lộc', { gso: '28001' }),
  ...row(1, ''),
  verified: 'true',
  ...more,
})
const fileOf = (content: unknown, name = 'quyet-dinh.json') =>
  new File([typeof content === 'string' ? content : JSON.stringify(content)], name, { type: 'application/json' })
const after = (slug: string, name: string, parent: string | null, kind = 'commune') => ({
  slug,
  name,
  kind,
  parent,
  codes: {},
})

describe('a decision filled in by hand', () => {
  test('is shown with what it does to units and people, and a look saves nothing', async () => {
    const seen = await textOf(town.as('quan').send(`${page}/xem-truoc`, byHand({})))
    expect(seen).toContain('2 đơn vị kết thúc, 1 đơn vị bắt đầu, 0 đơn vị đổi tên')
    expect(seen).toContain('7 vị trí công tác theo sang đơn vị kế tục')
    expect(seen).toContain('UBND xã An Bình, UBND xã Hòa Lộc → UBND xã Bình Lộc')
    expect(seen).toContain('gso 28001')
    expect(await namesOn('2025-06-01')).not.toContain('UBND xã Bình Lộc')
  })

  test('is carried out: units end and begin on the day, people follow, and sending it twice does it once', async () => {
    const quan = town.as('quan')
    const seen = await textOf(quan.send(`${page}/xem-truoc`, byHand({})))
    const form = { decisions: hidden(seen, 'decisions'), _key: hidden(seen, '_key') }
    for (const sent of [await quan.send(page, form), await quan.send(page, form)])
      expect([sent.status, sent.headers.get('location')]).toEqual([303, page])
    expect(await namesOn('2025-05-31')).toContain('UBND xã An Bình')
    expect(await namesOn('2025-06-01')).toContain('UBND xã Bình Lộc')
    expect(await namesOn('2025-06-01')).not.toContain('UBND xã An Bình')
    const posts = await listPosts(town.db, town.accountId('binh'))
    expect(posts.map(({ unitSlug, title, validFrom, validTo }) => ({ unitSlug, title, validFrom, validTo }))).toEqual([
      {
        unitSlug: 'huyen-dong/ubnd-xa-binh-loc',
        title: 'Công chức Văn phòng - thống kê',
        validFrom: '2025-06-01',
        validTo: null,
      },
      {
        unitSlug: 'xa-an-binh',
        title: 'Công chức Văn phòng - thống kê',
        validFrom: '2024-01-01',
        validTo: '2025-06-01',
      },
    ])
    expect(await textOf(quan.open(page))).toContain('UBND xã An Bình, UBND xã Hòa Lộc → UBND xã Bình Lộc')
  })

  test('is refused in the words of people, with everything still ticked', async () => {
    const quan = town.as('quan')
    const again = await quan.send(`${page}/xem-truoc`, byHand({ on: '2/6/2025' }))
    expect(again.status).toBe(422)
    expect(await again.text()).toContain('Đơn vị UBND xã An Bình không còn hoặc chưa có vào ngày 02/06/2025')
    const alone = await quan.send(`${page}/xem-truoc`, byHand({ from: 'xa-phu-my', on: '2/6/2025' }))
    expect(await alone.text()).toContain('Quyết định về UBND xã Phú Mỹ ngày 02/06/2025 thiếu hoặc thừa đơn vị')
    const half = await quan.send(`${page}/xem-truoc`, byHand({ decision: '', on: '31/2/2026', from: 'xa-phu-my' }))
    const html = await half.text()
    expect(half.status).toBe(422)
    expect(html).toContain('<a href="#on">')
    expect(html).toContain('<a href="#decision">')
    expect(html).toMatch(/value="xa-phu-my" checked/)
    expect(html).toContain('value="UBND xã Bình Lộc"')
  })

  test('renames a unit, which goes on with its people', async () => {
    const quan = town.as('quan')
    const form = byHand({
      kind: 'rename',
      from: 'so-y-te',
      ...row(0, 'Sở Y tế và Dân số', { kind: 'department', parent: 'tinh-mau' }),
    })
    const seen = await textOf(quan.send(`${page}/xem-truoc`, form))
    expect(seen).toContain('Tên: Sở Y tế → Sở Y tế và Dân số')
    expect(seen).not.toContain('theo sang đơn vị kế tục')
    await quan.send(page, { decisions: hidden(seen, 'decisions') })
    expect((await findUnit(town.db, 'so-y-te', day('2025-06-01')))?.name).toBe('Sở Y tế và Dân số')
    expect(await listPosts(town.db, town.accountId('minh'))).toHaveLength(1)
  })
})

describe('a file of decisions', () => {
  const abolish = {
    source: 'Bản thử',
    events: [
      { kind: 'abolish', decision: 'Kết thúc cấp huyện', on: '2025-07-01', from: ['huyen-tay'], to: [] },
      ...['xa-phu-my', 'xa-tan-thanh'].map((slug) => ({
        kind: 'transfer',
        decision: 'Kết thúc cấp huyện',
        on: '2025-07-01',
        from: [slug],
        to: [after(slug, slug, 'tinh-mau')],
      })),
    ],
  }

  test('is shown whole, with the people nobody takes over, and carried out', async () => {
    const quan = town.as('quan')
    const seen = await textOf(quan.send(`${page}/tep`, { file: fileOf(abolish) }))
    expect(seen).toContain('Xem 3 quyết định')
    expect(seen).toContain('1 đơn vị kết thúc, 0 đơn vị bắt đầu, 2 đơn vị đổi tên')
    expect(seen).toContain('UBND huyện Tây: 1 vị trí')
    await quan.send(page, { decisions: hidden(seen, 'decisions') })
    const above = await listAncestors(town.db, town.unitId('xa-phu-my'), day('2025-07-01'))
    expect(above.map(({ slug }) => slug)).toEqual(['xa-phu-my', 'tinh-mau'])
  })

  test('at fault says each place, and nothing is saved', async () => {
    const quan = town.as('quan')
    const before = await namesOn('2025-08-01')
    const refusal = async (file: File) => {
      const sent = await quan.send(`${page}/tep`, { file })
      return `${sent.status} ${await sent.text()}`
    }
    expect(await refusal(fileOf('{"events": ['))).toMatch(/^422 [\s\S]*không phải JSON hợp lệ/)
    expect(await refusal(fileOf(''))).toMatch(/^422 [\s\S]*Hãy chọn tệp/)
    const wrong = { source: 'x', events: [{ ...abolish.events[0], kind: 'vanish', on: '2025-13-01' }] }
    const said = await refusal(fileOf(wrong))
    expect(said).toMatch(/^422 [\s\S]*events\.0\.kind phải là một trong các lựa chọn/)
    expect(said).toContain('events.0.on phải là một ngày có thật')
    const orphan = {
      source: 'x',
      events: [{ kind: 'abolish', decision: 'QĐ', on: '2025-08-01', from: ['tinh-mau'], to: [] }],
    }
    expect(await refusal(fileOf(orphan))).toMatch(/^422 [\s\S]*không còn đơn vị cấp trên từ ngày 01\/08\/2025/)
    const forced = await quan.send(page, {
      decisions: JSON.stringify({ ...orphan, events: [{ ...orphan.events[0] }] }),
    })
    expect(forced.status).toBe(422)
    expect((await quan.send(page, { decisions: 'bậy' })).status).toBe(422)
    expect(await namesOn('2025-08-01')).toEqual(before)
  })
})

test('a province that goes on under another name keeps its administrator', async () => {
  const quan = town.as('quan')
  const form = byHand({
    kind: 'merge',
    on: '1/8/2025',
    from: ['tinh-mau', 'so-khoa-hoc-va-cong-nghe'],
    ...row(0, 'UBND tỉnh Mới', { kind: 'province', parent: '' }),
  })
  const seen = await textOf(quan.send(`${page}/xem-truoc`, form))
  expect(seen).toMatch(/\d vị trí công tác theo sang/)
  expect((await quan.send(page, { decisions: hidden(seen, 'decisions') })).status).toBe(303)
  const [post] = await listPosts(town.db, town.accountId('quan'))
  expect([post?.unitSlug, post?.roleCode, post?.validFrom]).toEqual(['ubnd-tinh-moi', 'administrator', '2025-08-01'])
})

test('only whoever stands at the top reorganises', async () => {
  for (const who of ['tam', 'lan', 'minh', 'son'] as const) {
    expect((await town.as(who).open(page)).status).toBe(403)
    expect((await town.as(who).send(page, { decisions: '{}' })).status).toBe(403)
  }
  const post = town.postId('hoa')
  await town.db.updateTable('kernel.post').set({ roleCode: 'administrator' }).where('id', '=', post).execute()
  expect((await town.as('hoa').open(page)).status).toBe(403)
  expect((await town.as('hoa').send(`${page}/tep`, { file: fileOf({}) })).status).toBe(403)
})
