import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bringIn } from '#test/catalogue-of-town.ts'
import { openTown, type Town } from '#test/town.ts'
import { seedOwners, setOffer } from '#modules/catalogue/public.ts'
import { lifeEvents } from './life-event.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
  await bringIn(
    town.db,
    { name: 'procedures.jsonl', bytes: readFileSync('data/national/procedures.jsonl') },
    town.now(),
  )
  await seedOwners(town.db, town.now())
})
afterAll(() => town.close())

/** Pages are kept for a while under their address: each look asks under another. */
let looks = 0
const open = async (path: string) =>
  (await town.as().open(`${path}${path.includes('?') ? '&' : '?'}lan=${looks++}`)).text()

const day = { 'validFrom.day': '1', 'validFrom.month': '6', 'validFrom.year': '2025' }
const add = (kind: string, code: string, more: Record<string, string>) =>
  town.as('thu').send(`/danh-muc/${code}/dia-phuong/${kind}`, {
    'says.kind': kind,
    citation: 'NQ 10/2025/NQ-HĐND',
    ...day,
    ...more,
  })

describe('the first page', () => {
  test('asks what one needs, leads to events of life, dossiers, sign-in and figures', async () => {
    const html = await open('/')
    for (const part of [
      'Bạn cần làm gì?',
      '/doi-song/co-con-nho',
      'action="/ho-so/tra-cuu"',
      '/dang-nhap-vneid',
      '/tien-do',
    ])
      expect(html).toContain(part)
  })

  test('every event of life opens, and its procedures are in the catalogue or named', async () => {
    for (const { slug, procedures } of lifeEvents) {
      const html = await open(`/doi-song/${slug}`)
      for (const code of procedures) expect(html).toContain(code)
    }
    expect((await town.as().open('/doi-song/khong-co')).status).toBe(404)
  })
})

describe('§10.4 limits and fees by channel', () => {
  test('stand side by side', async () => {
    const html = await open('/thu-tuc/1.012784')
    expect(html).toContain('12 ngày làm việc')
    expect(html).toContain('22 ngày làm việc')
    expect(await open('/thu-tuc/1.004194')).toMatch(/7\.000\s*đ[\s\S]*10\.000\s*đ/)
  })

  test('the province’s fee and its shorter limit stand over the national ones from their day on', async () => {
    expect((await add('fee', '1.004873', { 'says.channel': 'online', 'says.amount': '8000' })).status).toBe(303)
    expect(
      (await add('limit', '1.004873', { 'says.channel': 'online', 'says.amount': '2', 'says.unit': 'day' })).status,
    ).toBe(303)
    expect(await open('/thu-tuc/1.004873')).not.toContain('NQ 10/2025')
    town.at('2025-06-02T08:00')
    const html = await open('/thu-tuc/1.004873')
    expect(html).toMatch(/8\.000\s*đ/)
    expect(html).toContain('Tỉnh rút ngắn; cả nước: 3 ngày')
    expect(html).toContain('Chưa đối chiếu với văn bản')
  })

  test('a longer limit is refused, at its field', async () => {
    const sent = await add('limit', '1.004873', { 'says.channel': 'direct', 'says.amount': '9', 'says.unit': 'day' })
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('dài hơn thời hạn của danh mục quốc gia')
  })
})

test('partly online asks for its reason, and the page says it', async () => {
  const level = { 'says.level': 'partial', 'validFrom.month': '5' }
  const sent = await add('level', '1.000894', level)
  expect(sent.status).toBe(422)
  expect(await sent.text()).toContain('Hãy nêu lý do')
  expect((await add('level', '1.000894', { ...level, 'says.says': 'Hai bên phải có mặt' })).status).toBe(303)
  expect(await open('/thu-tuc/1.000894')).toContain('Chưa làm trọn vẹn qua mạng: Hai bên phải có mặt')
})

test('what holds for a day later takes the place of what held before; an ended rule is shown no more', async () => {
  const sent = await add('fee', '1.000656', { 'says.amount': '5000', 'validFrom.month': '5' })
  expect(sent.status).toBe(303)
  expect((await add('fee', '1.000656', { 'says.amount': '6000', 'validFrom.month': '4' })).status).toBe(422)
  expect((await add('fee', '1.000656', { 'says.amount': '7000' })).status).toBe(303)
  const page = await (await town.as('thu').open('/danh-muc/1.000656')).text()
  const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect(await open('/thu-tuc/1.000656')).toMatch(/7\.000\s*đ/)
  const end = () => town.as('thu').send('/danh-muc/1.000656/dia-phuong/ket-thuc', { id })
  expect((await end()).status).toBe(303)
  expect((await end()).status).toBe(409)
  expect(await open('/thu-tuc/1.000656')).not.toMatch(/7\.000\s*đ/)
})

describe('the way to begin', () => {
  test('a system of a ministry is named and led to, not doubled', async () => {
    const html = await open('/thu-tuc/1.001612')
    expect(html).toContain('href="https://hokinhdoanh.dkkd.gov.vn"')
    expect(html).not.toContain('/nop-ho-so/')
  })

  test('what the province offers begins here; without an offer the page says where to go', async () => {
    expect(await open('/thu-tuc/1.001193')).toContain('Chưa nhận trực tuyến')
    const words = (vi: string) => ({ vi })
    await setOffer(
      town.db,
      '1.001193',
      {
        procedure: '1.001193',
        kind: 'modelled',
        title: words('Đăng ký khai sinh'),
        lead: words('Cho trẻ sinh ở Việt Nam'),
        level: 'full',
        channels: ['online', 'direct'],
        cases: [
          {
            code: 'chung',
            title: words('Có giấy chứng sinh'),
            papers: [{ name: words('Thông tin của cha, mẹ'), held: true }],
            limits: { online: { amount: 1, unit: 'day' } },
            fees: { online: words('Miễn phí') },
          },
        ],
        steps: [{ title: words('Bạn gửi tờ khai'), text: words('Hệ thống báo nhận ngay.') }],
        results: [{ code: 'KQ.G15.000031', name: words('Giấy khai sinh') }],
        minutes: 8,
      },
      town.now(),
    )
    const html = await open('/thu-tuc/1.001193')
    for (const part of [
      '/nop-ho-so/1.001193',
      'Khoảng 8 phút',
      'Có thể bạn không phải nộp',
      'Bạn gửi tờ khai',
      'Làm trọn vẹn qua mạng',
    ])
      expect(html).toContain(part)
    expect(await open('/dich-vu-cong?q=khai+sinh')).toContain('Nộp được trên trang này')
  })
})

test('plain words to citizens, full codes to officers', async () => {
  expect(await open('/thu-tuc/1.001193')).toContain('<summary>Mã và nguồn</summary>')
  expect(await (await town.as('mai').open('/thu-tuc/1.001193')).text()).toMatch(
    /<details class="tg-more" open[^>]*><summary>Mã và nguồn/,
  )
})

test('for search engines: a map of all pages, data that ends no element, and what is nobody’s to gather', async () => {
  const map = await open('/sitemap.xml')
  expect(map).toContain('<loc>http://town.test/thu-tuc/1.001193</loc>')
  expect(map.match(/<url>/g)?.length).toBe(34 + 3 + lifeEvents.length)
  expect(await open('/robots.txt')).toContain('Sitemap: http://town.test/sitemap.xml')
  await bringIn(
    town.db,
    {
      name: 'x.jsonl',
      bytes: Buffer.from(JSON.stringify({ code: '9.000001', name: 'Tên </script><script>alert(1)</script>' })),
    },
    town.now(),
  )
  const html = await open('/thu-tuc/9.000001')
  expect(html).not.toContain('<script>alert')
  const data = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? ''
  expect(JSON.parse(data)).toMatchObject({
    '@type': 'GovernmentService',
    name: 'Tên </script><script>alert(1)</script>',
  })
})

test('every page of the catalogue is at most 14 KB packed', async () => {
  const codes = [...(await open('/sitemap.xml')).matchAll(/thu-tuc\/([\d.]+)/g)].map(([, code]) => code)
  const sizes = await Promise.all(
    ['/', '/dich-vu-cong', '/doi-song/nha-va-dat', ...codes.map((code) => `/thu-tuc/${code}`)].map(
      async (path) => gzipSync(await open(path)).length,
    ),
  )
  expect(Math.max(...sizes)).toBeLessThanOrEqual(14 * 1024)
})

test('on the pilot list no paper is asked for, from its day on', async () => {
  expect((await add('paperless', '2.000815', { 'validFrom.month': '7' })).status).toBe(303)
  expect(await open('/thu-tuc/2.000815')).not.toContain('Không phải nộp bản giấy')
  const { overlays } = (await (await town.as().api('/catalogue/procedures/2.000815')).json()) as { overlays: object[] }
  expect(overlays).toEqual([])
  town.at('2025-07-02T08:00')
  expect(await open('/thu-tuc/2.000815')).toContain('Không phải nộp bản giấy')
})
