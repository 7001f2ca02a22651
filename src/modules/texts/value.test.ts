import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passageOf, sourceOf } from './source.ts'
import { numberFrom, type Value, valuesOf } from './value.ts'

const read = (text: string, unit?: string): Value[] => {
  const source = sourceOf(text)
  const options = { year: 2025, before: 'day_before' as const, ...(unit && { unit }) }
  return valuesOf(source, passageOf(source, 0, text.length), options)
}

const short = (text: string, unit?: string) =>
  read(text, unit).map(({ comparator, value, max, unit: counted }) => [
    comparator,
    value,
    ...(max ? [max] : []),
    counted,
  ])

describe('how a figure is compared', () => {
  test.each([
    ['Tối thiểu 95% thủ tục', [['at_least', 95, 'percent']]],
    ['Tỷ trọng đạt tối thiểu 15%.', [['at_least', 15, 'percent']]],
    ['ít nhất 01 cuộc diễn tập', [['at_least', 1, 'times']]],
    ['Tỷ lệ ≥ 80,5%', [['at_least', 80.5, 'percent']]],
    ['từ 60% trở lên', [['at_least', 60, 'percent']]],
    ['đạt từ 60% hồ sơ trở lên', [['at_least', 60, 'percent']]],
    ['không dưới 70% hộ', [['at_least', 70, 'percent']]],
    ['Trên 90% doanh nghiệp', [['more_than', 90, 'percent']]],
    ['> 60%', [['more_than', 60, 'percent']]],
    ['100% cơ sở y tế', [['reach', 100, 'percent']]],
    ['hoạt động trở lại trong vòng 24 giờ', [['at_most', 24, 'hours']]],
    ['không quá 48 giờ', [['at_most', 48, 'hours']]],
    ['tỷ lệ trễ hạn dưới 2%', [['at_most', 2, 'percent']]],
    ['≤ 24 giờ', [['at_most', 24, 'hours']]],
    ['tăng 1 - 2 bậc', [['range', 1, 2, 'ranks']]],
    ['đạt 15-16 %', [['range', 15, 16, 'percent']]],
    ['từ 15% đến 16%', [['range', 15, 16, 'percent']]],
    ['ít nhất 1.200 doanh nghiệp', [['at_least', 1200, 'count']]],
  ])('%s', (text, values) => expect(short(text)).toEqual(values))
})

describe('what is no figure to reach', () => {
  test.each([
    'giai đoạn 2021 - 2025, định hướng đến năm 2030',
    'Nghị quyết số 08-NQ/TU ngày 06/10/2021',
    'Kế hoạch số 370/KH-UBND ngày 08 tháng 12 năm 2021',
    'phủ sóng di động 3G, 4G',
    'HTTT cấp độ 3 trở lên theo mô hình 4 lớp',
    'Khung Kiến trúc phiên bản 2.0',
    'hỗ trợ 24/7',
  ])('%s', (text) => expect(short(text)).toEqual([]))
})

test('one bullet may set a figure for each level, and the word said once holds for all of them', () => {
  const values = read(
    'Tối thiểu 90% hồ sơ công việc tại cấp tỉnh, 85% hồ sơ công việc tại cấp huyện và 70% hồ sơ công việc tại cấp xã được xử lý trên mạng.',
  )
  expect(values.map(({ comparator, value, level }) => [comparator, value, level])).toEqual([
    ['at_least', 90, 'province'],
    ['at_least', 85, 'district'],
    ['at_least', 70, 'commune'],
  ])
})

test('a bare figure about something else does not take over the comparison before it', () => {
  expect(short('Trên 90% doanh nghiệp nhỏ, 100% trường học')).toEqual([
    ['more_than', 90, 'percent'],
    ['reach', 100, 'percent'],
  ])
})

test('"phấn đấu" marks an aim in its own sentence, "trong đó" the details of the figure before', () => {
  const values = read('100% kết quả số hóa; phấn đấu 50% hộ có kho dữ liệu. Trong đó, 80% ở phường.')
  expect(values.map(({ aim, partOf }) => [aim, partOf])).toEqual([
    [undefined, undefined],
    [true, undefined],
    [undefined, 1],
  ])
})

test('what is measured stands after a share and before a length of time', () => {
  expect(read('100% cơ sở y tế triển khai sổ sức khỏe.')[0]?.subject).toBe('cơ sở y tế triển khai sổ sức khỏe')
  expect(read('Khôi phục hoạt động trong vòng 24 giờ.')[0]?.subject).toBe('Khôi phục hoạt động')
})

test('a table cell may hold a bare number, its unit standing in the column beside it', () => {
  expect(short('95,5', '%')).toEqual([['reach', 95.5, 'percent']])
  expect(short('từ 50 trở lên', '%')).toEqual([['at_least', 50, 'percent']])
  expect(short('1.500', 'Doanh nghiệp')).toEqual([['reach', 1500, 'count']])
})

test('the deadline of the sentence belongs to its figures', () => {
  const [value] = read('Tối thiểu 60% hồ sơ trực tuyến trước 30/6/2025.')
  expect(value?.deadline).toEqual({ kind: 'day', literal: 'trước 30/6/2025', dueOn: '2025-06-29' })
})

test('numbers are read as Vietnamese write them: comma for decimals, dots for thousands', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 9 }), (whole, tenth) => {
      const written = `${whole.toString().replace(/\B(?=(\d{3})+$)/g, '.')},${tenth}`
      expect(numberFrom(written)).toBeCloseTo(whole + tenth / 10, 5)
    }),
  )
})

test('every value is printed where its span says', () => {
  const comparison = fc.constantFrom('Tối thiểu', 'Trên', 'ít nhất', 'không quá', 'đạt', '')
  const one = fc.tuple(comparison, fc.integer({ min: 1, max: 100 }), fc.constantFrom('%', ' giờ', ' cuộc'))
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (parts) => {
      const text = parts.map(([word, number, unit]) => `${word} ${number}${unit} việc ${word.length}a`).join('; ')
      const values = read(text)
      expect(values.map(({ value }) => value)).toEqual(parts.map(([, number]) => number))
      for (const { span, literal } of values) expect(text.slice(span.start, span.end)).toBe(literal)
    }),
  )
})
