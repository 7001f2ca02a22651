import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { docx, pdf, zip } from '#test/office-file.ts'
import { readDocument } from './document-text.ts'
import { Problem } from './problem.ts'

const words = 'Ủy ban nhân dân tỉnh Mẫu, Quý II/2025: ≥ 95,5 %'

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return big ? bytes.swap16() : bytes
}

const refusal = async (bytes: Uint8Array, name = 'tep') => {
  try {
    return (await readDocument(bytes, name)).kind
  } catch (problem) {
    return problem instanceof Problem ? [problem.kind, problem.key, problem.params['name']] : problem
  }
}

describe('plain text', () => {
  test.each([
    ['UTF-8', Buffer.from(words)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${words}`)],
    ['UTF-16 with a mark', utf16(`\uFEFF${words}`, false)],
    ['UTF-16, the other way round', utf16(`\uFEFF${words}`, true)],
    ['UTF-16 without a mark', utf16(words, false)],
    ['UTF-16 without a mark, the other way round', utf16(words, true)],
    ['letters and marks apart', Buffer.from(words.normalize('NFD'))],
  ])('%s', async (_, bytes) => expect(await readDocument(bytes, 'ke-hoach.txt')).toEqual({ kind: 'txt', text: words }))

  test('line ends of every system become one kind', async () => {
    expect((await readDocument(Buffer.from('một\r\nhai\rba\nbốn'), 'a.txt')).text).toBe('một\nhai\nba\nbốn')
  })
})

test('what a file is, its bytes say, not its name', async () => {
  const html = await readDocument(Buffer.from(`<!DOCTYPE html><p>${words}</p>`), 'ke-hoach.pdf')
  expect(html).toEqual({ kind: 'html', text: words })
  expect((await readDocument(docx([words]), 'ke-hoach.txt')).kind).toBe('docx')
  expect((await readDocument(pdf([[words]]), 'ke-hoach.docx')).kind).toBe('pdf')
})

describe('Word', () => {
  test('paragraphs are lines, tables keep their cells', async () => {
    const rows = [
      ['TT', 'Chỉ tiêu', 'ĐVT'],
      ['1', 'Hồ sơ trực tuyến', '%'],
    ]
    const { text } = await readDocument(docx(['KẾ HOẠCH', rows, words]), 'a.docx')
    expect(text).toBe(`KẾ HOẠCH\nTT\tChỉ tiêu\tĐVT\n1\tHồ sơ trực tuyến\t%\n${words}`)
  })

  test('a zip that is no Word file, or a torn one, is refused', async () => {
    expect(await refusal(zip({ 'a.txt': 'chữ' }))).toEqual(['wrong_type', 'kernel.file.unknown', 'tep'])
    expect(await refusal(docx([words]).subarray(0, 900))).toEqual(['wrong_type', 'kernel.file.broken', 'tep'])
  })
})

test('a zip that says it unpacks to far more than it weighs is refused unopened', async () => {
  const bytes = docx([words])
  bytes.writeUInt32LE(0xfffffff0, bytes.indexOf('PK\x01\x02') + 24)
  expect(await refusal(bytes)).toEqual(['too_large', 'kernel.file.too_large', 'tep'])
})

describe('PDF', () => {
  test('lines come in the order of the page, pages one after the other', async () => {
    expect(
      (
        await readDocument(
          pdf([
            ['KẾ HOẠCH', words],
            ['I. MỤC TIÊU', '1'],
          ]),
          'a.pdf',
        )
      ).text,
    ).toBe(`KẾ HOẠCH\n${words}\nI. MỤC TIÊU`)
  })

  test('columns far apart are cells', async () => {
    const line = [
      [400, '≥ 60'],
      [50, '1'],
      [100, 'Hồ sơ trực tuyến'],
    ] as const
    expect((await readDocument(pdf([[line]]), 'a.pdf')).text).toBe('1\tHồ sơ trực tuyến\t≥ 60')
  })

  test('a torn file, and one without words, are refused', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\nhỏng'))).toEqual(['wrong_type', 'kernel.file.broken', 'tep'])
    expect(await refusal(pdf([[]]))).toEqual(['wrong_type', 'kernel.file.no_text', 'tep'])
  })
})

describe('what cannot be read is refused with the reason', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'kernel.file.empty'],
    ['only space', Buffer.from(' \n\t'), 'kernel.file.no_text'],
    ['an old Word file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'kernel.file.old_word'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'kernel.file.unknown'],
    [
      'a text in an old Vietnamese code page',
      Buffer.from('Ủy ban nhân dân'.replace(/[^ -~]/g, 'é'), 'latin1'),
      'kernel.file.encoding',
    ],
  ])('%s', async (_, bytes, key) => expect(await refusal(bytes)).toEqual(['wrong_type', key, 'tep']))
})

test('the bytes handed in are left as they were', async () => {
  const bytes = pdf([[words]])
  const before = Buffer.from(bytes)
  await readDocument(bytes, 'a.pdf')
  expect(bytes.equals(before)).toBe(true)
})

test('an invented plan reads alike as text and as Word file', async () => {
  const plain = readFileSync(new URL('../../test/plans/parts.txt', import.meta.url), 'utf8')
  const lines = plain.split('\n').filter(Boolean)
  expect((await readDocument(docx(lines), 'a.docx')).text).toBe(lines.join('\n'))
})
