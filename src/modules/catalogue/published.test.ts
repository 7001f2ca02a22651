import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readChannels, splitsOf } from './channel-table.ts'
import { readComponents } from './component-table.ts'
import { readLegalBases } from './legal-basis.ts'
import { readProcedure, readSteps, readSubjects } from './procedure.ts'
import { conditionIn } from './published.ts'
import { readResults } from './result-list.ts'

const table = (rows: string) => `Hình thức nộpThời gianPhí, lệ phíMô tả${rows}`
const papers = (rows: string) => `--Tên giấy tờMẫu đơn, tờ khaiSố lượng${rows}`
const law = (rows: string) => `Tên văn bản pháp lýMã văn bản${rows}`

describe('ways of filing', () => {
  test('each has its own limit, fee and note', () => {
    const { channels, unstructured } = readChannels(
      table(
        'Trực tuyến20 Ngày làm việcMiễn phíTrong thời hạn 20 ngày.Dịch vụ bưu chính5 NgàyKhông có thông tinGửi thư.Trực tiếp6 Tháng100 USD(100 USD/thẻ.)',
      ),
    )
    expect(unstructured).toEqual([])
    expect(channels).toMatchObject([
      {
        channel: 'online',
        limit: { amount: 20, unit: 'working_day' },
        free: true,
        fees: [],
        note: 'Trong thời hạn 20 ngày.',
      },
      { channel: 'post', limit: { amount: 5, unit: 'day' }, free: false, fees: [], note: 'Gửi thư.' },
      {
        channel: 'direct',
        limit: { amount: 6, unit: 'month' },
        fees: [{ amount: 100, currency: 'USD', note: '100 USD/thẻ.' }],
      },
    ])
  })

  test('a limit without a unit stays without one, and is listed', () => {
    const { channels, unstructured } = readChannels(table('Trực tuyến5Miễn phí'))
    expect(channels[0]?.limit).toEqual({ amount: 5, unit: null })
    expect(unstructured).toEqual([{ part: 'channels', reason: 'no_unit', text: '5 Miễn phí' }])
  })

  test('a number that limit and fee share is parted only where one way is certain', () => {
    expect(splitsOf('1500')).toEqual([{ limit: '1', fee: '500' }])
    expect(splitsOf('2100,000')).toEqual([{ limit: '2', fee: '100,000' }])
    expect(splitsOf('125')).toHaveLength(2)
    const alone = readChannels(table('Trực tiếp125 VNĐ'))
    expect(alone.channels[0]).toMatchObject({ limit: null, fees: [] })
    expect(alone.unstructured).toMatchObject([{ reason: 'glued_number' }])
    const borne = readChannels(table('Trực tuyến1Miễn phíTrực tiếp125 VNĐ'))
    expect(borne.channels[1]).toMatchObject({ limit: { amount: 1, unit: null }, fees: [{ amount: 25 }] })
  })

  test('what its note says in full stands beside an amount nobody can pay', () => {
    const [small] = readChannels(table('Trực tiếp3 Ngày100 VNĐ(100.000 đồng/giấy)')).channels
    expect(small?.fees).toEqual([{ amount: 100, currency: 'VND', note: '100.000 đồng/giấy', noted: 100_000 }])
    const [other] = readChannels(table('Trực tiếp3 Ngày25 VNĐ(25.000.000đ/giấy)')).channels
    expect(other?.fees[0]?.noted).toBeUndefined()
  })

  test('a note may name ways of filing without beginning one', () => {
    const { channels } = readChannels(
      table('Trực tuyến3 NgàyMiễn phíTrực tiếp tại trụ sở hoặc Trực tuyến qua cổng.Trực tiếp4 NgàyMiễn phí'),
    )
    expect(channels.map(({ limit }) => limit?.amount)).toEqual([3, 4])
    expect(channels[0]?.note).toBe('Trực tiếp tại trụ sở hoặc Trực tuyến qua cổng.')
  })

  const units = { 'Ngày làm việc': 'working_day', Ngày: 'day', Giờ: 'hour', Tháng: 'month', Năm: 'year' } as const
  const names = { 'Trực tuyến': 'online', 'Trực tiếp': 'direct', 'Dịch vụ bưu chính': 'post' } as const
  const note = fc.constantFrom(
    '',
    'Nộp hồ sơ tại bộ phận một cửa.',
    '- Mức thu 2.000 đồng (xem Thông tư).',
    'Trực tiếp nộp tại trụ sở;',
  )
  const row = fc.record({
    name: fc.constantFrom(...(Object.keys(names) as (keyof typeof names)[])),
    amount: fc.integer({ min: 1, max: 400 }),
    unit: fc.constantFrom(...(Object.keys(units) as (keyof typeof units)[])),
    fee: fc.option(fc.integer({ min: 1, max: 90_000_000 })),
    note,
  })

  test('whatever was glued by the rules of the page is told apart again', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const glued = rows.map(
          (one) =>
            `${one.name}${one.amount} ${one.unit}${one.fee === null ? 'Miễn phí' : `${one.fee.toLocaleString('en-US')} Việt Nam Đồng`}${one.note}`,
        )
        const { channels } = readChannels(table(glued.join('')))
        expect(
          channels.map(({ channel, limit, free, fees, note: said }) => [
            channel,
            limit,
            free,
            fees[0]?.amount ?? null,
            said,
          ]),
        ).toEqual(
          rows.map((one) => [
            names[one.name],
            { amount: one.amount, unit: units[one.unit] },
            one.fee === null,
            one.fee,
            one.note,
          ]),
        )
      }),
    )
  })
})

describe('papers', () => {
  test('names, forms and counts', () => {
    const { groups, unstructured } = readComponents(
      papers(
        'Phiếu khai báo (mẫu NA17)101-Mau A17 tam tru.doc1 bản chínhGiấy chứng nhận đã cấp;0 bản chính,1 bản sao- Ảnh 4x6,2 bản chính',
      ),
    )
    expect(unstructured).toEqual([])
    expect(groups).toMatchObject([
      {
        title: '',
        papers: [
          { name: 'Phiếu khai báo (mẫu NA17)', forms: ['101-Mau A17 tam tru.doc'], originals: 1, copies: 0 },
          { name: 'Giấy chứng nhận đã cấp;', forms: [], originals: 0, copies: 1 },
          { name: '- Ảnh 4x6', originals: 2, copies: 0 },
        ],
      },
    ])
  })

  test('groups keep their titles, their manner and their condition', () => {
    const { groups } = readComponents(
      '* Giấy tờ phải xuất trình:Tên giấy tờMẫu đơn, tờ khaiSố lượngHộ chiếu1 bản chính* Trường hợp ủy quyền:Tên giấy tờMẫu đơn, tờ khaiSố lượngVăn bản ủy quyền (nếu có)1 bản chính',
    )
    expect(groups).toMatchObject([
      { title: '* Giấy tờ phải xuất trình:', manner: 'show', onlyIf: null },
      { title: '* Trường hợp ủy quyền:', manner: null, onlyIf: 'Trường hợp ủy quyền', papers: [{ onlyIf: 'nếu có' }] },
    ])
  })

  test('counts inside a sentence are part of the name', () => {
    const { groups } = readComponents(
      papers('Đơn đề nghị (01 bản chính)1 bản chính01 bản sao có chứng thực giấy tờ;0 bản chính,1 bản sao'),
    )
    expect(groups[0]?.papers).toMatchObject([
      { name: 'Đơn đề nghị (01 bản chính)', originals: 1, copies: 0 },
      { name: '01 bản sao có chứng thực giấy tờ;', originals: 0, copies: 1 },
    ])
  })

  test('nothing of the text is lost, whatever it is', () => {
    const between = fc.constantFrom(
      '1 bản chính',
      ',1 bản sao',
      'Mẫu số 01.docx1 bản chính',
      ' (01 bản chính)',
      '--',
      '0 bản chính,2 bản sao',
      'Tên giấy tờMẫu đơn, tờ khaiSố lượng',
      '; ',
      '',
    )
    fc.assert(
      fc.property(fc.array(between, { maxLength: 14 }), (all) => {
        const text = all.map((bit, no) => `Giấy thứ ${no}x${bit}`).join('')
        const { groups, unstructured } = readComponents(text)
        const kept = JSON.stringify([groups, unstructured])
        expect(all.filter((_, no) => !kept.includes(`Giấy thứ ${no}x`))).toEqual([])
      }),
    )
  })
})

describe('legal bases', () => {
  test('titles and numbers, also where a title quotes numbers or ends with its own', () => {
    const { legalBases, unstructured } = readLegalBases(
      law(
        'Luật 54/2014/QH1354/2014/QH13Nghị định số 18/2021/NĐ-CP ngày 11/3/2021 sửa đổi Nghị định số 134/2016/NĐ-CP18/2021/NĐ-CPThông tư quy định mức thu25/2021/TT-BTCQuy định về hồ sơNĐ 23/2026/NĐ-CP',
      ),
    )
    expect(unstructured).toEqual([])
    expect(legalBases.map(({ number }) => number)).toEqual([
      '54/2014/QH13',
      '18/2021/NĐ-CP',
      '25/2021/TT-BTC',
      '23/2026/NĐ-CP',
    ])
    expect(legalBases.map(({ title }) => title)).toEqual([
      'Luật 54/2014/QH13',
      'Nghị định số 18/2021/NĐ-CP ngày 11/3/2021 sửa đổi Nghị định số 134/2016/NĐ-CP',
      'Thông tư quy định mức thu',
      'Quy định về hồ sơ',
    ])
  })

  test('a text without a number is kept, and listed', () => {
    const { legalBases, unstructured } = readLegalBases(law('Luật Căn cước26/2023/QH15Văn bản khác của bộ'))
    expect(legalBases).toEqual([
      { title: 'Luật Căn cước', number: '26/2023/QH15' },
      { title: 'Văn bản khác của bộ', number: null },
    ])
    expect(unstructured).toMatchObject([{ reason: 'no_number' }])
  })

  const kinds = {
    'Thông tư quy định mức thu': 'TT-BTC',
    'Nghị định về phí': 'NĐ-CP',
    'Quyết định của Thủ tướng': 'QĐ-TTg',
    'Nghị quyết về cắt giảm': 'NQ-CP',
  } as const
  test('rows glued one to another come apart', () => {
    const one = fc.tuple(
      fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
      fc.integer({ min: 1, max: 999 }),
      fc.integer({ min: 1990, max: 2030 }),
    )
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 10 }), (rows) => {
        const made = rows.map(([title, no, year]) => ({ title, number: `${no}/${year}/${kinds[title]}` }))
        expect(readLegalBases(law(made.map(({ title, number }) => title + number).join(''))).legalBases).toEqual(made)
      }),
    )
  })
})

describe('results', () => {
  const furniture =
    'Từ khóaKhông có thông tinMô tảGhi chú thêmChọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Tỉnh/ Thành phố --Nộp hồ sơ'

  test('names and codes, without the furniture of the page', () => {
    expect(readResults(`Giấy khai sinhMã: KQ.G15.000031Thông báo từ chốiMã: 000.00.00.G15-KQ0187${furniture}`)).toEqual(
      {
        results: [
          { name: 'Giấy khai sinh', code: 'KQ.G15.000031' },
          { name: 'Thông báo từ chối', code: '000.00.00.G15-KQ0187' },
        ],
        keywords: '',
        description: 'Ghi chú thêm',
        unstructured: [],
      },
    )
  })

  test('what is no code is not taken for one, and is listed', () => {
    const { results, unstructured } = readResults('Quyết địnhMã: hgvg6Từ khóaKhông có thông tinMô tảKhông có thông tin')
    expect(results).toEqual([{ name: 'Quyết định', code: null }])
    expect(unstructured).toEqual([{ part: 'results', reason: 'no_code', text: 'Quyết định (hgvg6)' }])
  })
})

test('subjects: a bracket and a set phrase hold commas of their own', () => {
  expect(readSubjects('Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức, viên chức, Doanh nghiệp')).toEqual(
    ['Tổ chức (không bao gồm doanh nghiệp, HTX)', 'Cán bộ, công chức, viên chức', 'Doanh nghiệp'],
  )
})

test('steps: where the text counts them, else as one', () => {
  expect(readSteps('Bước 1: Nộp.\nBước 2: Nhận.')).toEqual(['Bước 1: Nộp.', 'Bước 2: Nhận.'])
  expect(readSteps('Nộp hồ sơ.\nNhận kết quả.')).toHaveLength(1)
  expect(readSteps('Không có thông tin')).toEqual([])
})

test('conditions are text', () => {
  expect(conditionIn('Giấy ủy quyền (nếu có)')).toBe('nếu có')
  expect(conditionIn('- Đối với trường hợp cấp lại: đơn đề nghị')).toBe('Đối với trường hợp cấp lại')
  expect(conditionIn('Đơn đề nghị')).toBeNull()
})

test('any line that names a procedure is taken, whatever else it holds', () => {
  const anything = fc.record({
    ma_thu_tuc: fc.constant('1.000001'),
    ten_thu_tuc: fc.constant('Thủ tục'),
    cach_thuc_thuc_hien: fc.string(),
    thanh_phan_ho_so: fc.string(),
    can_cu_phap_ly: fc.string(),
    ket_qua_xu_ly: fc.string(),
    cap_thuc_hien: fc.string(),
  })
  fc.assert(fc.property(anything, (line) => readProcedure(line) !== null))
  expect(readProcedure({ ten_thu_tuc: 'không mã' })).toBeNull()
  expect(readProcedure([])).toBeNull()
  expect(readProcedure(null)).toBeNull()
})
