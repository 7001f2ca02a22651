import { describe, expect, test } from 'vitest'
import { inSentenceCase } from './title.ts'

const names = ['Tiền Giang', 'Ủy ban nhân dân']

describe('a title in capitals', () => {
  test('is said calmly, with the names it carries', () => {
    expect(inSentenceCase('KẾ HOẠCH CHUYỂN ĐỔI SỐ TỈNH TIỀN GIANG NĂM 2025', names)).toBe(
      'Kế hoạch chuyển đổi số tỉnh Tiền Giang năm 2025',
    )
  })

  test('keeps abbreviations and figures', () => {
    expect(inSentenceCase('KẾ HOẠCH CNTT CỦA UBND TỈNH, GIAI ĐOẠN II', names)).toBe(
      'Kế hoạch CNTT của UBND tỉnh, giai đoạn II',
    )
  })

  test('gives back a name of several words', () => {
    expect(inSentenceCase('KẾ HOẠCH CỦA ỦY BAN NHÂN DÂN TỈNH', names)).toBe('Kế hoạch của Ủy ban nhân dân tỉnh')
  })
})

test('a title written calmly stays as it is', () => {
  const calm = 'Kế hoạch Chuyển đổi số tỉnh Tiền Giang; UBND và VNeID'
  expect(inSentenceCase(calm, names)).toBe(calm)
})

test('only the words in capitals of a mixed title change', () => {
  expect(inSentenceCase('KẾ HOẠCH Chuyển đổi số tỉnh Mẫu', names)).toBe('Kế hoạch Chuyển đổi số tỉnh Mẫu')
})
