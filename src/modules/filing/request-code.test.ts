import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chanceNeeded, readRequestCode, requestCode } from './request-code.ts'

const codes = fc.uint8Array({ minLength: chanceNeeded, maxLength: chanceNeeded }).map(requestCode)
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

test('a code is three groups of four', () => {
  expect(requestCode(new Uint8Array(chanceNeeded))).toBe('0000-0000-0000')
  fc.assert(fc.property(codes, (code) => /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/.test(code)))
})

test('as people type it, it is read again', () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(readRequestCode(code)).toBe(code)
      expect(readRequestCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
      expect(readRequestCode(code.replaceAll('0', 'o').replaceAll('1', 'l'))).toBe(code)
    }),
  )
})

test('one wrong letter is noticed, wherever it stands', () => {
  const wrong = fc.record({ code: codes, at: fc.nat(13), letter: fc.constantFrom(...letters.split('')) })
  fc.assert(
    fc.property(wrong, ({ code, at, letter }) => {
      fc.pre(code[at] !== '-' && code[at] !== letter)
      expect(readRequestCode(code.slice(0, at) + letter + code.slice(at + 1))).toBeNull()
    }),
  )
})

test('what cannot be a code is none', () => {
  for (const typed of ['', 'U000-0000-0000', '0000-0000-000', '0000-0000-00000', "'; drop table"])
    expect(readRequestCode(typed)).toBeNull()
})
