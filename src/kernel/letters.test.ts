import { readFileSync } from 'node:fs'
import { create } from 'fontkit'
import { expect, test } from 'vitest'
import { type Face, fileOfFace, withoutHints } from './letters.ts'

/** Latin with all that Vietnamese needs, and the marks and signs of our papers. */
const codes = [
  ...Array.from({ length: 0x24f - 0x20 }, (_, at) => 0x20 + at),
  ...Array.from({ length: 0x1eff - 0x1ea0 }, (_, at) => 0x1ea0 + at),
  ...Array.from('₫–—“”‘’…·•□', (letter) => letter.codePointAt(0) ?? 0),
]
const vietnamese =
  'ăâđêôơưĂÂĐÊÔƠƯ' +
  'aăâeêioôơuưy'
    .split('')
    .flatMap((letter) => Array.from('\u0300\u0301\u0303\u0309\u0323', (mark) => (letter + mark).normalize('NFC')))
    .join('')

test.each<Face>(['regular', 'bold', 'italic'])(
  '%s: letters keep their outlines when their programs are taken out',
  (face) => {
    const bytes = readFileSync(fileOfFace(face))
    const smaller = withoutHints(bytes)
    const [before, after] = [create(bytes), create(smaller)]
    for (const code of codes.filter((one) => before.hasGlyphForCodePoint(one))) {
      const [was, is] = [before.glyphForCodePoint(code), after.glyphForCodePoint(code)]
      expect(is.path.commands).toEqual(was.path.commands)
      expect(is.advanceWidth).toBe(was.advanceWidth)
    }
    expect(smaller.length).toBeLessThan(bytes.length * 0.8)
    for (const letter of vietnamese + vietnamese.toUpperCase())
      expect(after.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0), letter).toBe(true)
  },
)
