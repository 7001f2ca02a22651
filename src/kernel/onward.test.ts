import { expect, test } from 'vitest'
import fc from 'fast-check'
import { keepFields, onwardFields, pathOfThisSite, readOnward } from './onward.ts'

test('a path of this site is kept with its query', () => {
  expect(pathOfThisSite('/ke-hoach/1?loc=cham')).toBe('/ke-hoach/1?loc=cham')
})

test('a path that only looks like one of this site is not one', () => {
  for (const path of [
    '/.//evil.test',
    '/a/..//evil.test',
    '/\\evil.test',
    '//evil.test',
    '/\t/evil.test',
    'ke-hoach',
    null,
  ])
    expect(pathOfThisSite(path)).toBeNull()
})

test('whatever is asked for, the browser stays on this site', () => {
  const parts = fc.constantFrom('/', '\\', '.', '//', 'evil.test', 'https:', '\t', '\n', '@', '?', '#', ' ', 'a', '%2f')
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 6 }), (pieces) => {
      const path = pathOfThisSite(pieces.join(''))
      if (path === null) return
      expect(new URL(path, 'http://town.test/dang-nhap').origin).toBe('http://town.test')
    }),
    { numRuns: 2000 },
  )
})

test('fields go through a sign-in and come out as they were, in their order', () => {
  const field = fc.tuple(
    fc.string().filter((name) => !/password|current|code|secret/i.test(name)),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      const { kept } = keepFields(fields)
      expect(readOnward(onwardFields({ next: '/a', kept }))).toEqual({ next: '/a', kept: fields })
    }),
  )
})

test('files are counted, empty ones and secrets are left behind', () => {
  const form: [string, string | File][] = [
    ['name', 'Lan'],
    ['password', 'x'],
    ['tep', new File(['x'], 'x.pdf')],
    ['tep', new File([], '')],
  ]
  expect(keepFields(form)).toEqual({ kept: [['name', 'Lan']], files: 1 })
})

test('what cannot be read leads to the front page with nothing in hand', () => {
  expect(readOnward({ next: '//x', kept: '[["a","b"]]' })).toEqual({ next: '/', kept: null })
  for (const kept of ['{', '[1]', '[["a"]]'])
    expect(readOnward({ next: '/a', kept })).toEqual({ next: '/a', kept: null })
})
