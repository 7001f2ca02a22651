import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textOfHtml } from './html-text.ts'

describe('the words of a page', () => {
  test.each([
    ['<p>Kế hoạch</p><p>Năm 2025</p>', 'Kế hoạch\nNăm 2025'],
    ['<div>một<br>hai</div>ba', 'một\nhai\nba'],
    ['<P CLASS=x>a <b>đậm</b>,\n  tiếp</P>', 'a đậm, tiếp'],
    ['&ge;&nbsp;95&#37; h&ocirc;̀ &#x1EB7; &khong;', '≥ 95% hồ ặ &khong;'],
    ['<title>bỏ</title><style>p{}</style><script>if (a<b) "<p>bỏ</p>"</script>giữ', 'giữ'],
    ['a<!-- bỏ <p> -->b', 'ab'],
    ['3 < 5 và <không thẻ', '3 < 5 và'],
    ['<pre>dòng một\ndòng hai</pre>', 'dòng một\ndòng hai'],
    ['<ul><li>một</li><li>hai</li></ul>', '- một\n- hai'],
    ['<ol start="3"><li>ba</li><li>bốn</li></ol>', '3. ba\n4. bốn'],
    ['<ol><li>a) đã có số</li></ol>', 'a) đã có số'],
    ['<ol><li id="footnote-2"><p>Chú thích</p></li></ol>', '[2] Chú thích'],
  ])('%s', (html, text) => expect(textOfHtml(html).normalize('NFC')).toBe(text))
})

describe('tables', () => {
  test('a row is a line, tabs between its cells, wraps inside a cell joined', () => {
    expect(
      textOfHtml(
        '<table><tr><th>TT</th><th>Chỉ tiêu</th></tr><tr><td>1</td><td><p>Hồ sơ</p><p>trực tuyến</p></td></tr></table>',
      ),
    ).toBe('TT\tChỉ tiêu\n1\tHồ sơ trực tuyến')
  })

  test('an empty cell keeps its place', () => {
    expect(textOfHtml('<table><tr><td>I</td><td></td><td>c</td></tr></table>')).toBe('I\t\tc')
  })

  test('cells and rows may be left unclosed', () => {
    expect(textOfHtml('<table><tr><td>a<td>b<tr><td>c<td>d</table>sau')).toBe('a\tb\nc\td\nsau')
  })

  test('a table of one cell only frames the page and keeps its lines', () => {
    expect(textOfHtml('<table><tr><td><p>I. MỤC TIÊU</p><p>- Một</p></td></tr></table>')).toBe('I. MỤC TIÊU\n- Một')
  })

  test('a table inside a framing cell stays a table', () => {
    expect(textOfHtml('<table><tr><td>đầu<table><tr><td>1</td><td>2</td></tr></table>cuối</td></tr></table>')).toBe(
      'đầu\n1\t2\ncuối',
    )
  })
})

test('any text comes back when it is written as HTML', () => {
  const word = fc.string({
    unit: fc.constantFrom(...'aăâbcdđeêghioôơuưy≥<>&"0123456789'.split('')),
    minLength: 1,
    maxLength: 8,
  })
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  fc.assert(
    fc.property(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1 }), (lines) => {
      const paragraphs = lines.map((words) => `<p>${words.map(escaped).join('\n ')}</p>`)
      expect(textOfHtml(`<html><body>${paragraphs.join('')}`)).toBe(lines.map((words) => words.join(' ')).join('\n'))
    }),
  )
})

test('torn HTML is read as far as it goes', () => {
  const scrap = fc.constantFrom(
    '<',
    '>',
    '</',
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</tr>',
    '</table>',
    '<ol>',
    '<li>',
    '</ol>',
    '<script>',
    '<!--',
    '&#',
    'chữ',
    '\uE000',
    '\uE001',
  )
  fc.assert(
    fc.property(fc.array(scrap, { maxLength: 60 }), (pieces) => {
      expect(textOfHtml(`chữ${pieces.join('')}`)).toMatch(/^chữ/)
    }),
  )
})

test('a page of nothing but openings is read to its end', () => {
  for (const piece of ['<', '<table><tr><td>', '<!--', '<script>', '&', '<li>']) {
    expect(textOfHtml(`đầu ${piece.repeat(100_000)}`)).toMatch(/^đầu/)
  }
})
