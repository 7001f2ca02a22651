import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'

const text = readFileSync('test/plans/parts.txt', 'utf8')
const code = '14099-kh-ubnd-2024'
const file = (words: string | Uint8Array<ArrayBuffer>, name = 'ke-hoach.txt') => new File([words], name)

let town: Town
beforeAll(async () => void (town = await openTown()))
afterAll(() => town.close())

const page = async (response: Response) => (await response.text()).replaceAll('&quot;', '"')

describe('a plan is read in', () => {
  test('before there is any, the list says what to do, and to whom it may not, that nothing is lost', async () => {
    expect(await page(await town.as('lan').open('/ke-hoach'))).toContain('href="/ke-hoach/nhap"')
    const seen = await page(await town.as('hoa').open('/ke-hoach'))
    expect(seen).toContain('Chưa có kế hoạch nào')
    expect(seen).not.toContain('/ke-hoach/nhap')
  })

  test('who may not import is told so', async () => {
    expect((await town.as('minh').open('/ke-hoach/nhap')).status).toBe(403)
    expect((await town.as('minh').send('/ke-hoach/nhap', { file: file(text) })).status).toBe(403)
    expect((await town.as().open('/ke-hoach/nhap')).status).toBe(401)
  })

  test('no file, a file that is no plan, and bytes that are no text are each said at the file', async () => {
    const lan = town.as('lan')
    const none = await lan.send('/ke-hoach/nhap', { file: file('') })
    expect(none.status).toBe(422)
    expect(await page(none)).toContain('Hãy chọn tệp văn bản')
    const letter = await lan.send('/ke-hoach/nhap', { file: file('Thư mời họp giao ban tuần') })
    expect(letter.status).toBe(422)
    const said = await page(letter)
    expect(said).toContain('không phải là kế hoạch')
    expect(said).toContain('href="#file"')
    const picture = await lan.send('/ke-hoach/nhap', {
      file: file(new Uint8Array([137, 80, 78, 71, 0, 1, 2, 3]), 'anh.png'),
    })
    expect(picture.status).toBe(415)
    expect(await page(picture)).toContain('anh.png')
    expect(await town.db.selectFrom('plan.plan').selectAll().execute()).toEqual([])
  })

  test('a file larger than can be taken is refused before it is read', async () => {
    const large = file(new Uint8Array(31 * 1024 * 1024), 'ban-quet.pdf')
    expect((await town.as('lan').send('/ke-hoach/nhap', { file: large })).status).toBe(413)
  })

  test('a plan becomes a draft of the province, led by the department that read it in', async () => {
    const sent = await town.as('lan').send('/ke-hoach/nhap', { file: file(text) })
    expect(sent.status).toBe(303)
    expect(sent.headers.get('location')).toBe(`/ke-hoach/${code}/duyet`)
    const row = await town.db.selectFrom('plan.plan').selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      code,
      state: 'draft',
      year: 2025,
      number: '14099/KH-UBND',
      unitId: town.unitId('tinh-mau'),
      leadUnitId: town.unitId('so-khoa-hoc-va-cong-nghe'),
      sourceName: 'ke-hoach.txt',
      sourceText: text.normalize('NFC'),
    })
    expect(await town.db.selectFrom('plan.target').selectAll().execute()).toEqual([])
  })

  test('the same text again leads to the plan that is here', async () => {
    const sent = await town.as('lan').send('/ke-hoach/nhap', { file: file(text, 'ban-khac.txt') })
    expect(sent.headers.get('location')).toBe(`/ke-hoach/${code}/duyet`)
    expect(await town.db.selectFrom('plan.plan').select('code').execute()).toHaveLength(1)
  })

  test('another text of the same number is not taken for a new plan; both ways on are offered', async () => {
    const sent = await town.as('lan').send('/ke-hoach/nhap', { file: file(text.replace('80,5%', '85%')) })
    expect(sent.status).toBe(422)
    const said = await page(sent)
    expect(said).toContain('14099/KH-UBND')
    expect(said).toContain(`href="/ke-hoach/${code}/nhap"`)
  })

  test('pressing the button twice reads it in once', async () => {
    const lan = town.as('lan')
    const other = text.replace('14099/KH-UBND', '77/KH-UBND')
    const form = { file: file(other), _key: 'mot-lan-gui' }
    const [first, second] = [await lan.send('/ke-hoach/nhap', form), await lan.send('/ke-hoach/nhap', form)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    expect(await town.db.selectFrom('plan.plan').select('code').execute()).toHaveLength(2)
  })

  test('everybody who reads plans sees the text as it came, line by line', async () => {
    const seen = await page(await town.as('binh').open(`/ke-hoach/${code}/van-ban`))
    expect(seen).toContain('id="dong-1"')
    expect(seen).toContain('Tỷ trọng kinh tế số trong GRDP')
    expect((await town.as('binh').open('/ke-hoach/khong-co/van-ban')).status).toBe(404)
  })

  test('the file itself is kept as it came, and offered where its text is shown', async () => {
    const binh = town.as('binh')
    expect(await page(await binh.open(`/ke-hoach/${code}/van-ban`))).toContain(`href="/ke-hoach/${code}/van-ban/tep"`)
    expect(await page(await town.as('lan').open(`/ke-hoach/${code}/duyet`))).toContain('/van-ban/tep')
    const kept = await binh.open(`/ke-hoach/${code}/van-ban/tep`)
    expect(kept.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''ke-hoach.txt")
    expect(await kept.text()).toBe(text)
  })

  test('of a file in an old encoding the text alone is kept; a file nobody handed in is not believed', async () => {
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text.replace('14099', '14100')}`, 'utf16le'))
    const sent = await town.as('lan').send('/ke-hoach/nhap', { file: file(wide, 'utf16.txt') })
    expect(sent.headers.get('location')).toBe('/ke-hoach/14100-kh-ubnd-2024/duyet')
    const seen = await page(await town.as('lan').open('/ke-hoach/14100-kh-ubnd-2024/duyet'))
    expect(seen).not.toContain('/van-ban/tep')
    expect((await town.as('lan').open('/ke-hoach/14100-kh-ubnd-2024/van-ban/tep')).status).toBe(404)
    const named = { text, name: 'a.txt', kind: 'txt', fileHash: 'a'.repeat(64) }
    expect((await town.as('lan').api('/plan/plans', named)).status).toBe(422)
  })
})
