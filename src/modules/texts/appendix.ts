/** Appendices: the title, and the rows of the table when the copy has one. */
import type { Layout } from './letterhead.ts'
import { passageOf, type Source, type Span } from './source.ts'
import { type Table, tableAt } from './table.ts'

type AppendixRow = { cells: string[]; span: Span }

export type Appendix = { ref: string; title: string; span: Span; rows: AppendixRow[] }

const longestTitle = 8

/** The title: lines from the first up to a bracket, a table or running text. */
function titleEnd({ lines }: Source, from: number, to: number): number {
  let at = from + 1
  for (; at < Math.min(to, from + longestTitle); at++) {
    const line = lines[at]
    if (!line || line.cells.length > 1 || line.text.startsWith('(')) break
    if (/\p{Ll}/u.test(line.text) && at > from + 1) break
  }
  return at
}

const rowsOf = (source: Source, from: number, to: number): AppendixRow[] =>
  source.lines.slice(from, to).flatMap(({ cells, start, end, number }) =>
    cells.filter(({ text }) => text).length > 1
      ? [
          {
            cells: cells.map((cell) => passageOf(source, cell.start, cell.end).text),
            span: { start, end, fromLine: number, toLine: number },
          },
        ]
      : [],
  )

/** The appendices of a document with the tables we understand among their rows. */
export function appendicesOf(source: Source, layout: Layout): { appendix: Appendix; tables: Table[] }[] {
  return layout.appendices.map(({ from, to }, at) => {
    const titleTo = titleEnd(source, from, to)
    const title = passageOf(source, source.lines[from]?.start ?? 0, source.lines[titleTo - 1]?.end ?? 0)
    const lines = source.lines.slice(titleTo, to)
    const tables: Table[] = []
    for (let line = 0; line < lines.length; line++) {
      const table = lines[line]?.cells.length ? tableAt(lines, line) : null
      if (!table) continue
      tables.push(table)
      line = table.to.number - titleTo - 1
    }
    return {
      appendix: { ref: `PL${at + 1}`, title: title.text, span: title.span, rows: rowsOf(source, titleTo, to) },
      tables,
    }
  })
}
