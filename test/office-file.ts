/** Real .docx and .pdf bytes for tests, written from scratch: the smallest files of their kinds that hold Vietnamese. */
import { crc32 } from 'node:zlib'

type Entry = { name: string; data: Buffer }

const header = (
  signature: number,
  { name, data }: Entry,
  rest: readonly [offset: number, value: number, size: 2 | 4][],
  length: number,
) => {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  for (const [offset, value, size] of rest) bytes.writeUIntLE(value, offset, size)
  return Buffer.concat([bytes, Buffer.from(name), ...(signature === 0x04034b50 ? [data] : [])])
}

/** A zip whose files are stored as they are. */
export function zip(files: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text)
    const entry = { name, data }
    const sum = crc32(data)
    const local = header(
      0x04034b50,
      entry,
      [
        [4, 20, 2],
        [6, 0x800, 2],
        [14, sum, 4],
        [18, data.length, 4],
        [22, data.length, 4],
        [26, Buffer.byteLength(name), 2],
      ],
      30,
    )
    central.push(
      header(
        0x02014b50,
        entry,
        [
          [4, 20, 2],
          [6, 20, 2],
          [8, 0x800, 2],
          [16, sum, 4],
          [20, data.length, 4],
          [24, data.length, 4],
          [28, Buffer.byteLength(name), 2],
          [42, offset, 4],
        ],
        46,
      ),
    )
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A Word file: each line a paragraph, each list of rows a table. */
export function docx(content: readonly (string | readonly (readonly string[])[])[]): Buffer {
  const body = content.map((part) => (typeof part === 'string' ? paragraph(part) : table(part))).join('')
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  return zip({
    '[Content_Types].xml':
      '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${word}><w:body>${body}</w:body></w:document>`,
  })
}

const hex = (code: number) => code.toString(16).padStart(4, '0')

/** Says that code n of the font is the letter n of Unicode: what makes text of a PDF copyable. */
const toUnicode = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange
endcmap end end`

const stream = (content: string) => `<< /Length ${Buffer.byteLength(content)} >>\nstream\n${content}\nendstream`

/** A page of lines; a line is text, or cells with the x at which each begins. The font is named, not embedded. */
export type PdfLine = string | readonly (readonly [x: number, text: string])[]

const drawn = (x: number, y: number, text: string) =>
  `BT /F1 10 Tf 1 0 0 1 ${x} ${y} Tm <${Array.from(text, (char) => hex(char.codePointAt(0) ?? 0)).join('')}> Tj ET`

function pageContent(lines: readonly PdfLine[]): string {
  return lines
    .flatMap((line, at) =>
      typeof line === 'string'
        ? [drawn(50, 800 - at * 14, line)]
        : line.map(([x, text]) => drawn(x, 800 - at * 14, text)),
    )
    .join('\n')
}

export function pdf(pages: readonly (readonly PdfLine[])[]): Buffer {
  const font = [
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>',
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(toUnicode),
  ]
  const first = 7
  const kids = pages.map((_, at) => `${first + at * 2} 0 R`).join(' ')
  const leaves = pages.flatMap((lines, at) => [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + at * 2 + 1} 0 R >>`,
    stream(pageContent(lines)),
  ])
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...font,
    ...leaves,
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF`
  return Buffer.from(`${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}${trailer}`, 'latin1')
}
