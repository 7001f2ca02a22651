import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from './fold.ts'
import { findIn, matchOf } from './search.ts'

const titles = [
  'Hồ sơ trực tuyến toàn trình',
  'Kết quả điện tử, lưu vào Kho dữ liệu',
  'Xã Thạnh Hoà',
  'Xã Hòa Hưng',
  'Máu',
  'Tỉnh Mẫu',
]
const found = (query: string) => findIn(query, titles, (title) => title)

test('words are found without marks, in any order, by their beginnings', () => {
  expect(found('truc tuyen ho so')).toEqual(['Hồ sơ trực tuyến toàn trình'])
  expect(found('dien tu')).toEqual(['Kết quả điện tử, lưu vào Kho dữ liệu'])
  expect(found('xyz')).toEqual([])
  expect(found('   ')).toEqual([])
})

test('both spellings of a tone are one', () => {
  expect(found('hoà').toSorted()).toEqual(found('hòa').toSorted())
  expect(found('hoa')).toHaveLength(2)
})

test('marks that were typed count', () => expect(found('mẫu')[0]).toBe('Tỉnh Mẫu'))

test('a text is always found by itself, and by itself without marks', () => {
  fc.assert(
    fc.property(fc.constantFrom(...titles), (title) => {
      expect(matchOf(title, title)).toBeGreaterThan(0)
      expect(matchOf(fold(title), title)).toBeGreaterThan(0)
    }),
  )
})
