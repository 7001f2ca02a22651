import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '#kernel/fold.ts'
import { buildIndex, type Entry } from './search-index.ts'

const entry = (code: string, name: string, more: Partial<Entry> = {}): Entry => ({
  code,
  name,
  field: 'Hộ tịch',
  agency: 'Ủy ban nhân dân cấp xã',
  levels: ['commune'],
  keywords: '',
  results: '',
  ...more,
})

const entries = [
  entry('1.001193', 'Đăng ký khai sinh', { results: 'Giấy khai sinh' }),
  entry('1.000656', 'Đăng ký khai tử'),
  entry('1.000894', 'Đăng ký kết hôn'),
  entry('1.004884', 'Đăng ký lại khai sinh'),
  entry('2.000815', 'Chứng thực bản sao từ bản chính', { field: 'Chứng thực' }),
  entry('1.013831', 'Đăng ký biến động khi chuyển nhượng quyền sử dụng đất', {
    field: 'Đất đai',
    levels: ['province'],
    agency: 'Văn phòng đăng ký đất đai, Sở Nông nghiệp và Môi trường',
  }),
  entry('1.004222', 'Đăng ký thường trú', { field: 'Cư trú', agency: 'Công an cấp xã' }),
  entry('1.000001', 'Cấp thẻ căn cước', { field: 'Căn cước', agency: 'Công an cấp xã' }),
]
const index = buildIndex(entries)
const first = (query: string) => index.find(query)[0]?.code

describe('plain words', () => {
  test.each([
    ['khai sinh', '1.001193'],
    ['khai sanh', '1.001193'],
    ['giấy khai sanh', '1.001193'],
    ['làm khai sinh cho con', '1.001193'],
    ['lam giay khai sanh cho con', '1.001193'],
    ['DANG KY KHAI SINH', '1.001193'],
    ['dang ky ket hom', '1.000894'],
    ['đám cưới', '1.000894'],
    ['sao y bản chính', '2.000815'],
    ['sang tên sổ đỏ', '1.013831'],
    ['nhap ho khau', '1.004222'],
    ['CCCD', '1.000001'],
    ['thủ tục khai tử', '1.000656'],
    ['1.000656', '1.000656'],
    ['1000656', '1.000656'],
  ])('%s', (query, code) => expect(first(query)).toBe(code))

  test('marks that were typed tell alike words apart', () => {
    expect(first('khai tử')).toBe('1.000656')
    expect(first('chứng thực')).toBe('2.000815')
  })

  test('nothing that is like it is nothing', () => {
    expect(index.find('xyzzyqwv plugh')).toEqual([])
  })

  test('without words all are listed, by name', () => expect(index.find('')).toHaveLength(entries.length))
})

describe('filters', () => {
  test('field, level, agency and event of life', () => {
    expect(index.find('', { field: 'Đất đai' }).map(({ code }) => code)).toEqual(['1.013831'])
    expect(index.find('', { level: 'province' }).map(({ code }) => code)).toEqual(['1.013831'])
    expect(index.find('', { agency: 'Sở Nông nghiệp và Môi trường' }).map(({ code }) => code)).toEqual(['1.013831'])
    expect(index.find('đăng ký', { event: 'ket-hon' }).map(({ code }) => code)).toEqual(['1.000894'])
    expect(index.find('', { event: 'khong-co' })).toEqual([])
  })

  test('what may be chosen is what the words find, and what was chosen', () => {
    const { found, fields } = index.search('đăng ký khai sinh', { field: 'Đất đai' })
    expect([found.length, fields.map(({ value }) => value)]).toEqual([0, ['Hộ tịch']])
  })

  test('facets count what there is', () => {
    expect(index.search('', {}).agencies.find(({ value }) => value === 'Công an cấp xã')?.count).toBe(2)
    expect(index.fields.reduce((sum, { count }) => sum + count, 0)).toBe(entries.length)
  })
})

test('every procedure is found by its own name, with marks, without, and with one slip', () => {
  fc.assert(
    fc.property(fc.constantFrom(...entries), fc.boolean(), ({ code, name }, plain) => {
      expect(
        index
          .find(plain ? fold(name) : name)
          .slice(0, 3)
          .map((one) => one.code),
      ).toContain(code)
    }),
  )
})

test('nobody can break it by what they type', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (query) => Array.isArray(index.find(query))))
})
