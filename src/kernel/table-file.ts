/** A table as a file people open elsewhere: CSV for machines, XLSX for the rest. */
import { savedAs } from './file.ts'

export type FileCell = string | number | null
export type FileTable = {
  /** Of the file, without its ending; also of the sheet. */
  readonly name: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly FileCell[])[]
}
export const fileKinds = ['csv', 'xlsx'] as const
export type FileKind = (typeof fileKinds)[number]

export const isFileKind = (text: string | undefined): text is FileKind => fileKinds.some((kind) => kind === text)

const types: Record<FileKind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** RFC 4180 with a byte order mark, without which spreadsheets take Vietnamese for something else. */
export const csvOf = ({ head, rows }: FileTable): string =>
  `\uFEFF${[head, ...rows].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`

/** A text that a spreadsheet would take for a formula is kept a text. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

const csvCell = (cell: FileCell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = harmless(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

async function xlsxOf({ name, head, rows }: FileTable): Promise<Uint8Array<ArrayBuffer>> {
  const { utils, write } = await import('@e965/xlsx')
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([[...head], ...rows.map((row) => [...row])])
  utils.book_append_sheet(book, sheet, name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer)
}

export const tableFile = async (table: FileTable, kind: FileKind): Promise<Response> =>
  new Response(kind === 'csv' ? csvOf(table) : await xlsxOf(table), {
    headers: {
      'content-type': types[kind],
      'content-disposition': savedAs(`${table.name}.${kind}`),
      'cache-control': 'private, no-store',
    },
  })
