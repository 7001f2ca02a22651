import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evenLinesOf, linesOf } from './line.ts'

/** Every letter is one wide. */
const measure = (text: string) => Array.from(text).length
const wholeAgain = (lines: readonly { text: string; after: string }[]) =>
  lines.map(({ text, after }) => text + after).join('')

const someText = fc
  .array(
    fc.oneof(
      fc.constantFrom('Nguyễn', 'ấp', 'H58.07.04-250508-0031', ' ', '\n', '  '),
      fc.string({ unit: 'grapheme' }),
    ),
  )
  .map((parts) => parts.join(' '))

describe('cutting a text into lines', () => {
  test('loses nothing, adds nothing, and keeps to the width', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 1, max: 40 }), (text, width) => {
        const lines = linesOf(text, width, measure)
        expect(wholeAgain(lines)).toBe(`${text}\n`)
        for (const line of lines) expect(measure(line.text)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('words stay whole while they fit', () => {
    expect(linesOf('Bộ phận Một cửa', 8, measure)).toEqual([
      { text: 'Bộ phận', after: ' ' },
      { text: 'Một cửa', after: '\n' },
    ])
  })

  test('a code that is too wide is cut where it has a joint', () => {
    expect(linesOf('H58.07.04-250508-0031', 12, measure).map(({ text }) => text)).toEqual(['H58.07.04-', '250508-0031'])
  })

  test('a heading is cut into lines of even length, and into no more of them', () => {
    const heading = 'ỦY BAN NHÂN DÂN XÃ AN BÌNH'
    expect(linesOf(heading, 24, measure).map(({ text }) => text)).toEqual(['ỦY BAN NHÂN DÂN XÃ AN', 'BÌNH'])
    expect(evenLinesOf(heading, 24, measure).map(({ text }) => text)).toEqual(['ỦY BAN NHÂN', 'DÂN XÃ AN BÌNH'])
    fc.assert(
      fc.property(someText, fc.integer({ min: 5, max: 40 }), (text, width) => {
        const even = evenLinesOf(text, width, measure)
        expect(even).toHaveLength(linesOf(text, width, measure).length)
        expect(wholeAgain(even)).toBe(`${text}\n`)
      }),
    )
  })
})
