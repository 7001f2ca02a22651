import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markersOf, mayFollow, missingBetween, romanValue } from './numbering.ts'

const read = (line: string) => markersOf(line).map(({ style, label }) => `${style} ${label}`)

describe('numbers before headings and items', () => {
  test.each([
    ['Phần I', ['part P1']],
    ['PHẦN THỨ HAI: NHIỆM VỤ', ['part P2']],
    ['IV. GIẢI PHÁP', ['roman IV']],
    ['V. KINH PHÍ', ['roman V', 'capital V']],
    ['B. NỘI DUNG', ['capital B']],
    ['2. Mục tiêu', ['decimal1 2']],
    ['2.1. Chính quyền số', ['decimal2 2.1']],
    ['2.1 Chính quyền số', ['decimal2 2.1']],
    ['1) Rà soát', ['paren 1']],
    ['đ) Kiện toàn', ['letter đ']],
    ['- Tối thiểu 95%', ['dash -']],
    ['+ Cấp xã', ['plus +']],
    ['• Cấp xã', ['dot •']],
  ])('%s', (line, expected) => expect(read(line)).toEqual(expected))

  test.each([
    '2025, định hướng đến năm 2030;',
    '20 của Quý',
    '3G và 4G',
    '-------',
    'Phần lớn người dân',
    '06/10/2021 của Tỉnh ủy',
  ])('none: %s', (line) => expect(read(line)).toEqual([]))
})

test('Roman numbers are read back as they are written', () => {
  const tens = ['', 'X', 'XX', 'XXX', 'XL']
  const ones = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX']
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 49 }), (number) => {
      expect(romanValue(`${tens[Math.floor(number / 10)]}${ones[number % 10]}`)).toBe(number)
    }),
  )
})

test('a list goes on with the next number, the same by mistake, or after a small gap – not with any figure', () => {
  expect([1, 2, 3, 4, 5, 6, 2025].map((next) => mayFollow('decimal1', 2, next))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ])
})

test('đ belongs to the alphabet of lists, f does not', () => {
  const order = (from: string, to: string) =>
    missingBetween('letter', 'abcdđefg'.indexOf(from) + 1, 'abcdđefg'.indexOf(to) + 1)
  expect([order('d', 'đ'), order('e', 'g'), order('a', 'c')]).toEqual([0, 0, 1])
})
