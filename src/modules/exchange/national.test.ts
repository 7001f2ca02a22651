import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { adapterOn } from './adapter.ts'
import { ExchangeDossier, ExchangeProgress, faultsIn, mended, mendable, textAt } from './dossier.ts'
import {
  dossierItem,
  fieldsNamedIn,
  holdsDossier,
  holdsProgress,
  plainText,
  momentIn,
  progressItem,
  wireMoment,
} from './national.ts'

const adapter = adapterOn('national', day('2025-05-14'))
if (!adapter) throw new Error('no adapter is in force')

/** The vocabulary, written a second time by hand from the sheet it was read from. */
const paper = 'TepDinhKemId TenTepDinhKem IsDeleted MaThanhPhanHoSo DuongDanTaiTepTin DuocSoHoa DuocLayTuKhoDMQG MaCSDL'
const fee = 'TenPhiLePhi MaPhiLePhi HinhThucThu Gia LoaiPhiLePhi'
const vocabulary = {
  item: `MaHoSo MaTTHC TenTTHC MaLinhVuc TenLinhVuc SoBienNhan ChuHoSo LoaiDoiTuong MaDoiTuong ThongTinKhac Email Fax
    SoDienThoai TrichYeuHoSo NgayTiepNhan NgayHenTra TrangThaiHoSo NgayTra ThongTinTra HinhThuc NgayKetThucXuLy DonViXuLy
    GhiChu TaiLieuNop DanhSachLePhi DanhSachTepDinhKemKhac DanhSachHoSoBoSung DanhSachGiayToKetQua KenhThucHien
    TaiKhoanDuocXacThucVoiVNeID HoSoCoThanhPhanSoHoa DuocThanhToanTrucTuyen ThoiGianGiaiQuyet DonViTinh`,
  TaiLieuNop: paper,
  DanhSachLePhi: fee,
  DanhSachTepDinhKemKhac: 'TenGiayTo SoLuong LoaiGiayTo',
  DanhSachHoSoBoSung: `HoSoBoSungId NguoiYeuCauBoSung NoiDungBoSung NgayBoSung NguoiTiepNhanBoSung ThongTinTiepNhan
    NgayTiepNhanBoSung TrangThaiBoSung DanhSachGiayToBoSung DanhSachLePhiBoSung NgayHenTraTruoc NgayHenTraMoi`,
  DanhSachGiayToBoSung: paper,
  DanhSachLePhiBoSung: fee,
  DanhSachGiayToKetQua: 'TenGiayTo MaThanhPhanHoSo GiayToId DuongDanTepTinKetQua MaKetQua',
  progress: `MaHoSo NguoiXuLy ChucDanh ThoiDiemXuLy PhongBanXuLy NoiDungXuLy TrangThai NgayBatDau
    NgayKetThucTheoQuyDinh`,
} as const
const wordsOf = (name: keyof typeof vocabulary) => new Set(vocabulary[name].split(/\s+/))

const said = fc.string({ minLength: 1, maxLength: 20 }).map((text) => `x${text.trim()}`)
const maybe = fc.option(fc.string({ maxLength: 20 }))
const moment = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const maybeMoment = fc.option(moment)
const one = <T extends string>(...values: T[]) => fc.constantFrom(...values)
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 3 })

const papers = some(
  fc.record({
    id: said,
    name: said,
    componentCode: maybe,
    url: maybe,
    removed: fc.boolean(),
    digitised: fc.boolean(),
    fromStore: fc.boolean(),
    database: maybe,
  }),
)
const fees = some(
  fc.record({
    code: said,
    name: said,
    kind: one('ordinary', 'appraisal', 'extension'),
    collected: one('at_reception', 'at_supplement', 'at_return'),
    amount: fc.nat(),
  }),
)
const state = fc.integer({ min: 1, max: 10 })
const dossiers: fc.Arbitrary<ExchangeDossier> = fc.record({
  code: said,
  procedure: fc.record({ code: said, name: said }),
  field: fc.record({ code: said, name: said }),
  receiptNumber: maybe,
  applicant: fc.record({
    name: said,
    kind: one('citizen', 'business', 'household_business'),
    number: maybe,
    email: maybe,
    phone: maybe,
    fax: maybe,
    other: maybe,
  }),
  summary: maybe,
  channel: one('direct', 'online', 'post'),
  receivedAt: moment,
  dueAt: maybeMoment,
  finishedAt: maybeMoment,
  returnedAt: maybeMoment,
  returnNote: maybe,
  state,
  handlingUnit: said,
  note: maybe,
  limit: fc.option(fc.record({ amount: fc.nat(), unit: one('working_hour', 'working_day', 'day', 'month') })),
  identifiedByVneid: fc.boolean(),
  digitised: fc.boolean(),
  paidOnline: one('no', 'national', 'other'),
  papers,
  fees,
  otherPapers: some(fc.record({ name: said, count: fc.nat(), kind: one('original', 'copy', 'electronic') })),
  supplements: some(
    fc.record({
      id: said,
      askedBy: said,
      content: said,
      askedAt: moment,
      receivedBy: maybe,
      receivedNote: maybe,
      receivedAt: maybeMoment,
      done: fc.boolean(),
      papers,
      fees,
      dueBefore: maybeMoment,
      dueAfter: maybeMoment,
    }),
  ),
  results: some(fc.record({ id: said, name: said, componentCode: maybe, url: maybe, code: maybe })),
})
const steps: fc.Arbitrary<ExchangeProgress> = fc.record({
  code: said,
  handler: said,
  title: maybe,
  at: moment,
  department: said,
  content: said,
  state,
  startedAt: maybeMoment,
  dueAt: maybeMoment,
})

/** Every name is of the vocabulary of its level, and every level has all of its names. */
function expectVocabulary(item: object, name: keyof typeof vocabulary) {
  expect(new Set(Object.keys(item))).toEqual(wordsOf(name))
  for (const [key, value] of Object.entries(item))
    if (Array.isArray(value)) for (const row of value) expectVocabulary(row as object, key as keyof typeof vocabulary)
    else expect([key, typeof value]).toEqual([key, 'string'])
}

const textsIn = (value: unknown): string[] => {
  if (value === null || value === undefined) return []
  if (value instanceof Date) return [wireMoment(value)]
  if (typeof value === 'object') return Object.values(value).flatMap(textsIn)
  return [plainText(value)]
}

/** As a message is kept. */
const kept = (told: object): unknown => JSON.parse(JSON.stringify(told))

describe('adapter v1 of the national portal', () => {
  test('spells every dossier in its vocabulary, and says nothing that was not told', () => {
    const codes = new Set([...textsIn(adapter.codes), 'True', 'False', ''])
    fc.assert(
      fc.property(dossiers, (told) => {
        const parsed = ExchangeDossier.parse(kept(told))
        const item = dossierItem(adapter, parsed)
        expectVocabulary(item, 'item')
        const known = new Set([...codes, ...textsIn(parsed)])
        expect(textsIn(item).filter((text) => !known.has(text))).toEqual([])
      }),
    )
  })

  test('spells every step in its vocabulary', () => {
    fc.assert(
      fc.property(steps, (told) => {
        const item = progressItem(ExchangeProgress.parse(kept(told)))
        expectVocabulary(item, 'progress')
        expect(holdsProgress({ QuaTrinhXuLy: [{ ...item }] }, item)).toBe(true)
        expect(holdsProgress({ QuaTrinhXuLy: [{ ...item, NguoiXuLy: 'ai khác' }] }, item)).toBe(false)
      }),
    )
  })

  test('writes moments by the clock of Viet Nam, whatever the machine’s', () => {
    expect(wireMoment(new Date('2025-05-14T17:30:05Z'))).toBe('20250515003005')
    expect(wireMoment(new Date('2024-12-31T17:00:00Z'))).toBe('20250101000000')
    expect(wireMoment(null)).toBe('')
    const clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Ho_Chi_Minh',
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    fc.assert(
      fc.property(moment, (at) => {
        expect(wireMoment(at)).toBe(clock.format(at).replace(/\D/g, ''))
        expect(momentIn(wireMoment(at))?.getTime()).toBe(Math.floor(at.getTime() / 1000) * 1000)
      }),
    )
    for (const wrong of ['', '2025', '20251301000000', '20250230000000', null, 20250101])
      expect(momentIn(wrong)).toBeNull()
  })

  test('the channels, the flags and the codes are those of the contract', () => {
    const base = {
      code: 'H58.01-250514-0001',
      procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
      field: { code: 'G15-TP01', name: 'Hộ tịch' },
      applicant: { name: 'Hà', kind: 'household_business' },
      receivedAt: new Date('2025-05-14T08:00:00Z'),
      state: 10,
      handlingUnit: 'UBND xã An Bình',
    } as const
    const item = (more: object) => dossierItem(adapter, ExchangeDossier.parse({ ...base, ...more }))
    expect(item({ channel: 'direct' })).toMatchObject({ KenhThucHien: '1', HinhThuc: '0', LoaiDoiTuong: '2' })
    expect(item({ channel: 'online', identifiedByVneid: true })).toMatchObject({
      KenhThucHien: '2',
      HinhThuc: '0',
      TaiKhoanDuocXacThucVoiVNeID: '1',
      HoSoCoThanhPhanSoHoa: '0',
      TrangThaiHoSo: '10',
    })
    expect(item({ channel: 'post', paidOnline: 'national' })).toMatchObject({
      KenhThucHien: '3',
      HinhThuc: '1',
      DuocThanhToanTrucTuyen: '1',
    })
  })

  test('what they hold is ours only when every plain field that both name agrees', () => {
    fc.assert(
      fc.property(dossiers, (told) => {
        const item = dossierItem(adapter, ExchangeDossier.parse(kept(told)))
        expect(holdsDossier({ ...item, Id: 7 }, item)).toBe(true)
        expect(holdsDossier({ ...item, TrangThaiHoSo: '11' }, item)).toBe(false)
        expect(holdsDossier({ MaHoSo: item['MaHoSo'] }, item)).toBe(false)
      }),
    )
  })
})

describe('a body', () => {
  test('that is whole has no fault, and one that is not names its fields', () => {
    fc.assert(
      fc.property(dossiers, (told) => {
        expect(faultsIn('dossier', kept(told))).toEqual([])
      }),
    )
    expect(faultsIn('dossier', { procedure: { code: ' ' } })).toContain('procedure.code')
    expect(faultsIn('progress', null)).toEqual([''])
  })

  test('is mended where it may be, and nowhere else', () => {
    fc.assert(
      fc.property(dossiers, fc.dictionary(fc.string(), fc.string()), said, (told, noise, text) => {
        const body = kept(told) as Record<string, unknown>
        const path = 'applicant.phone'
        const made = mended('dossier', body, { ...noise, [path]: text, state: '3', code: 'khác' }) as typeof body
        expect(textAt(made, path)).toBe(text)
        expect([made['state'], made['code'], made['receivedAt']]).toEqual([
          body['state'],
          body['code'],
          body['receivedAt'],
        ])
        const others = mendable.dossier.filter((other) => other !== path && !Object.hasOwn(noise, other))
        for (const other of others) expect(textAt(made, other)).toBe(textAt(body, other))
      }),
    )
  })

  test('fields that an answer names are said in our words', () => {
    expect(fieldsNamedIn('{"error_message":"MaTTHC khong ton tai; ChuHoSo rong"}')).toEqual([
      'procedure.code',
      'applicant.name',
    ])
    expect(fieldsNamedIn('MaTTHCKhac')).toEqual([])
  })
})
