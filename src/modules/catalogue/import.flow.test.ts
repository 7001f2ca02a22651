import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTown, type Town } from '#test/town.ts'
import { readImport } from './import.jobs.ts'
import { getImport, listImports } from './import.store.ts'

let town: Town
beforeAll(async () => {
  town = await openTown()
})
afterAll(() => town.close())

const line = (code: string, name: string, more: object = {}) => ({
  ma_thu_tuc: code,
  ten_thu_tuc: name,
  linh_vuc: 'Hộ tịch',
  cap_thuc_hien: 'Cấp xã',
  co_quan_thuc_hien: 'Ủy ban nhân dân cấp xã',
  cach_thuc_thuc_hien:
    'Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việcMiễn phíTrực tiếp5 Ngày làm việcMiễn phí',
  ket_qua_xu_ly: 'Giấy chứng nhậnMã: KQ.G15.000031Từ khóaKhông có thông tin',
  ...more,
})

const fileOf = (lines: readonly (object | string)[], name = 'danh-muc.jsonl') =>
  new File([lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n')], name)

/** Sent by page, read as the worker would. Gives the address of the import. */
async function send(file: File): Promise<string> {
  const sent = await town.as('thu').send('/danh-muc/nhap', { file })
  expect(sent.status).toBe(303)
  const path = sent.headers.get('location') ?? ''
  await readImport({ db: town.db, now: town.now() }, path.split('/').at(-1) ?? '')
  return path
}

const open = async (path: string) => (await town.as('thu').open(path)).text()
const apply = (path: string) => town.as('thu').send(`${path}/ap-dung`)

test('a catalogue comes in: sent, watched, looked at, applied, found by citizens', async () => {
  const sent = await town.as('thu').send('/danh-muc/nhap', {
    file: fileOf([line('1.000001', 'Đăng ký khai sinh'), line('1.000002', 'Đăng ký kết hôn')]),
  })
  const path = sent.headers.get('location') ?? ''
  expect(await open(path)).toContain('đã đọc 0 dòng')
  expect((await town.as().open('/thu-tuc/1.000001')).status).toBe(404)
  await readImport({ db: town.db, now: town.now() }, path.split('/').at(-1) ?? '')
  expect(await open(path)).toContain('Áp dụng 2 thay đổi')
  expect((await apply(path)).status).toBe(303)
  expect(await open(path)).toContain('Đã áp dụng')
  expect(await (await town.as().open('/dich-vu-cong?q=khai+sanh')).text()).toContain('/thu-tuc/1.000001')
  const page = await (await town.as().open('/thu-tuc/1.000001')).text()
  expect(page).toContain('3 ngày làm việc')
  expect(page).toContain('"@type":"GovernmentService"')
})

test('the same file again changes nothing; a changed line makes a version, and what is not in the file stays', async () => {
  const again = await send(fileOf([line('1.000001', 'Đăng ký khai sinh'), line('1.000002', 'Đăng ký kết hôn')]))
  expect(await open(again)).toContain('Ghi nhận (không có thay đổi)')
  await apply(again)
  const changed = await send(fileOf([line('1.000001', 'Đăng ký khai sinh', { so_quyet_dinh: '163/QĐ-BTP' })]))
  const diff = await open(`${changed}/1.000001`)
  expect(diff).toContain('Quyết định công bố')
  expect(diff).toContain('163/QĐ-BTP')
  expect((await getImport(town.db, changed.split('/').at(-1) ?? '')).counts).toEqual({
    new: 0,
    changed: 1,
    same: 0,
    absent: 1,
  })
  await apply(changed)
  expect(await open('/danh-muc/1.000001')).toContain('/danh-muc/1.000001/phien-ban/2')
  expect(await open('/danh-muc/1.000001/phien-ban/2')).toContain('163/QĐ-BTP')
  expect((await town.as().open('/thu-tuc/1.000002')).status).toBe(200)
})

describe('§10.1 versions with dates', () => {
  test('each says from when to when, and from which file', async () => {
    const rows = await town.db
      .selectFrom('catalogue.procedure_version')
      .select(['version', 'validTo'])
      .where('procedureCode', '=', '1.000001')
      .orderBy('version')
      .execute()
    expect(rows.map(({ version, validTo }) => [version, validTo === null])).toEqual([
      [1, false],
      [2, true],
    ])
  })
})

test('broken lines are rejected with their number and reason, the others come in', async () => {
  const path = await send(
    fileOf(
      [
        line('1.000003', 'Đăng ký khai tử'),
        '{"ma_thu_tuc": ',
        '',
        { ten_thu_tuc: 'không có mã' },
        line('1.000003', 'lần nữa'),
        '"chữ"',
      ],
      'hỏng.jsonl',
    ),
  )
  const { rejected, counts, lines } = await getImport(town.db, path.split('/').at(-1) ?? '')
  expect(rejected).toEqual({
    total: 4,
    kept: [
      { line: 2, key: 'catalogue.rejected.not_json' },
      { line: 4, key: 'catalogue.rejected.no_procedure' },
      { line: 5, key: 'catalogue.rejected.twice', params: { line: 1 } },
      { line: 6, key: 'catalogue.rejected.no_procedure' },
    ],
  })
  expect([lines, counts?.new]).toEqual([5, 1])
  expect(await open(path)).toContain('Mã thủ tục đã có ở dòng 1')
  expect((await town.as('thu').send(`${path}/bo`)).status).toBe(303)
  expect((await apply(path)).status).toBe(409)
  expect((await town.as().open('/thu-tuc/1.000003')).status).toBe(404)
})

describe('what is no catalogue', () => {
  test.each([
    ['another file', new File(['{"name": "x"}\n{"name": "y"}'], 'package.json'), 'Tệp không phải là danh mục'],
    ['a packed file that is torn', new File([gzipSync('a'.repeat(5000)).subarray(0, 30)], 'x.gz'), 'Tệp nén bị hỏng'],
    ['a line without an end', new File(['a'.repeat(3_000_000)], 'x.jsonl'), 'Tệp không phải là danh mục'],
  ])('%s is refused, and says so', async (_, file, says) => {
    const path = await send(file)
    expect(await open(path)).toContain(says)
    expect((await apply(path)).status).toBe(409)
  })

  test('no file at all comes back to the form', async () => {
    const sent = await town.as('thu').send('/danh-muc/nhap', {})
    expect(sent.status).toBe(422)
    expect(await sent.text()).toContain('Hãy chọn tệp danh mục')
  })
})

test('a packed file is read like a plain one; applied twice it is applied once', async () => {
  const bytes = gzipSync(
    Array.from({ length: 250 }, (_, no) =>
      JSON.stringify(line(`3.${String(no).padStart(6, '0')}`, `Thủ tục số ${no}`)),
    ).join('\n'),
  )
  const path = await send(new File([bytes], 'danh-muc.jsonl.gz'))
  const [first, second] = await Promise.all([apply(path), apply(path)])
  expect(new Set([first.status, second.status])).toEqual(new Set([303, 409]))
  const { counts, state } = await getImport(town.db, path.split('/').at(-1) ?? '')
  expect([state, counts?.new]).toEqual(['applied', 250])
})

test('an import cut off half way is read from the beginning, once', async () => {
  const sent = await town.as('thu').send('/danh-muc/nhap', { file: fileOf([line('1.000009', 'Một thủ tục')]) })
  const id = sent.headers.get('location')?.split('/').at(-1) ?? ''
  await town.db.updateTable('catalogue.import').set({ state: 'reading' }).where('id', '=', id).execute()
  await readImport({ db: town.db, now: town.now() }, id)
  await readImport({ db: town.db, now: town.now() }, id)
  expect(await getImport(town.db, id)).toMatchObject({ state: 'read', lines: 1, counts: { new: 1 } })
})

test('a machine does the same', async () => {
  const api = town.as('thu')
  const file = Buffer.from(JSON.stringify(line('4.000001', 'Qua giao diện máy'))).toString('base64')
  const { id } = (await (await api.api('/catalogue/imports', { name: 'may.jsonl', file })).json()) as { id: string }
  await readImport({ db: town.db, now: town.now() }, id)
  expect(await (await api.api(`/catalogue/imports/${id}`)).json()).toMatchObject({ state: 'read', changes: { new: 1 } })
  expect(await (await api.api(`/catalogue/imports/${id}/apply`, {})).json()).toMatchObject({ id, new: 1 })
  expect(await (await town.as().api('/catalogue/procedures?q=giao dien may')).json()).toMatchObject({
    items: [{ code: '4.000001', limit: { amount: 3, unit: 'working_day' }, free: true }],
  })
  expect((await listImports(town.db, 100)).filter(({ state }) => state === 'reading')).toEqual([])
})

test('§10.5 the whole file again is no difference: nothing new, nothing changed, no version', async () => {
  const file = () => new File([readFileSync('data/national/procedures.jsonl')], 'procedures.jsonl')
  const state = async () => ({
    versions: await town.db
      .selectFrom('catalogue.procedure_version')
      .select(['procedureCode', 'version'])
      .orderBy('procedureCode')
      .orderBy('version')
      .execute(),
    procedures: await town.db
      .selectFrom('catalogue.procedure')
      .select(['code', 'hash', 'changedAt'])
      .orderBy('code')
      .execute(),
  })
  await apply(await send(file()))
  const before = await state()
  town.at('2025-05-20T08:00')
  const again = await send(file())
  const { counts, lines } = await getImport(town.db, again.split('/').at(-1) ?? '')
  expect([lines, counts]).toEqual([34, { new: 0, changed: 0, same: 34, absent: before.procedures.length - 34 }])
  expect(await open(again)).toContain('Ghi nhận (không có thay đổi)')
  await apply(again)
  expect(await state()).toEqual(before)
})
