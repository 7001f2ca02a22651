/** Tables of targets or tasks: TT – Chỉ tiêu – ĐVT – Kế hoạch – Chủ trì – Phối hợp – Thời gian. */
import { fold } from '#kernel/fold.ts'
import type { Cell, Line } from './source.ts'

type Column = 'number' | 'target' | 'task' | 'unit' | 'goal' | 'lead' | 'support' | 'time' | 'other'

export type Row = Partial<Record<Column, Cell>> & { line: Line }

export type Table = { columns: readonly Column[]; rows: readonly Row[]; from: Line; to: Line }

/** What a column is called, the more telling word first: "Đơn vị chủ trì" leads, it is no unit of measure. */
const names: readonly [Column, RegExp][] = [
  ['number', /^(?:s?tt|so tt|so thu tu)$/],
  ['lead', /chu tri|don vi thuc hien|co quan thuc hien/],
  ['support', /phoi hop/],
  ['time', /thoi gian|thoi han|tien do|hoan thanh/],
  ['unit', /^(?:dvt|don vi tinh|don vi)$/],
  ['goal', /^(?:ke hoach|muc tieu|chi tieu|nam|chi tieu giao)(?: nam)?(?: \d{4})?$|^(?:gia tri|chi tieu ke hoach)/],
  ['target', /chi tieu|muc tieu/],
  ['task', /nhiem vu|noi dung|hoat dong|du an|cong viec/],
]

function columnOf(title: string, taken: ReadonlySet<Column>): Column {
  const words = fold(title)
  const fits = names.filter(([column, pattern]) => pattern.test(words) && !taken.has(column))
  // A bare "Chỉ tiêu" or "Mục tiêu" names the rows when it stands first, the goal when the rows have a name already.
  const bare = /^(?:chi tieu|muc tieu)$/.test(words) && !taken.has('target') && !taken.has('task')
  return (bare ? 'target' : fits[0]?.[0]) ?? 'other'
}

/** The columns when this line is the head of a table we understand. */
function columnsOf(line: Line): Column[] | null {
  if (line.cells.filter((cell) => cell.text).length < 3) return null
  const taken = new Set<Column>()
  const columns = line.cells.map((cell) => {
    const column = columnOf(cell.text, taken)
    taken.add(column)
    return column
  })
  const named = taken.has('target') || taken.has('task')
  return named && columns.filter((column) => column !== 'other').length >= 2 ? columns : null
}

function rowOf(line: Line, columns: readonly Column[]): Row {
  const row: Row = { line }
  line.cells.forEach((cell, at) => {
    const column = columns[at]
    if (column && cell.text && !row[column]) row[column] = cell
  })
  return row
}

/** The table whose head is `lines[at]`, with the rows that follow without a line of running text between. */
export function tableAt(lines: readonly Line[], at: number): Table | null {
  const head = lines[at]
  const columns = head && columnsOf(head)
  if (!head || !columns) return null
  const rows: Row[] = []
  let to = head
  for (let next = at + 1; next < lines.length; next++) {
    const line = lines[next]
    if (!line || line.blank) continue
    if (line.cells.length < 2) break
    rows.push(rowOf(line, columns))
    to = line
  }
  return { columns, rows, from: head, to }
}
