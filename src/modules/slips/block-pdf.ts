/** The blocks of a sheet, one under the other. */
import { linesOf } from '#kernel/line.ts'
import { type Letters, mm, type Tag } from '#kernel/paper.ts'
import { type Cell, type Flow, lineHeight, room, writeRow, writeText } from './flow-pdf.ts'
import type { Block, Row } from './sheet.ts'

type BlockOf<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>

/** The name of a thing takes so much of the width. */
const labelShare = 0.27
const gap = mm(0.6)

function writePair(flow: Flow, list: Tag, { label, value, strong }: Row) {
  const { paper, left, right, size } = flow
  const item = paper.tag(list, 'LI')
  const labelWidth = Math.min((right - left) * labelShare, mm(40))
  const cell = (type: string, text: string, x: number, width: number, face: Letters['face']): Cell => {
    const letters = { face, size }
    return { tag: paper.tag(item, type), lines: linesOf(text, width, paper.measure(letters)), x, width, letters }
  }
  writeRow(flow, [
    cell('Lbl', `${label}:`, left, labelWidth - mm(2), 'regular'),
    cell('LBody', value, left + labelWidth, right - left - labelWidth, strong ? 'bold' : 'regular'),
  ])
  flow.y += gap
}

function writeRows(flow: Flow, { rows }: BlockOf<'rows'>) {
  const list = flow.paper.tag(flow.paper.root, 'L')
  for (const row of rows) writePair(flow, list, row)
}

/** A heading does not stand alone at the foot of a page: `under` is how much of what follows stays with it. */
function writeHeading(flow: Flow, title: string, under = 3 * lineHeight(flow.size)) {
  room(flow, lineHeight(flow.size) + gap + under)
  writeText(flow, flow.paper.tag(flow.paper.root, 'H2'), `${title}:`, { face: 'bold', size: flow.size })
  flow.y += gap
}

function writeList(flow: Flow, { title, items }: BlockOf<'list'>) {
  const { paper, left, right, size } = flow
  writeHeading(flow, title)
  const list = paper.tag(paper.root, 'L')
  const indent = mm(6)
  const letters = { face: 'regular', size } as const
  const width = right - left - indent
  for (const [at, { text, more }] of items.entries()) {
    const item = paper.tag(list, 'LI')
    const number = paper.tag(item, 'Lbl')
    const body = paper.tag(item, 'LBody')
    const lines = (of: string, within: number) => linesOf(of, within, paper.measure(letters))
    writeRow(flow, [
      { tag: number, lines: lines(`${at + 1}.`, indent), x: left, width: indent, letters },
      { tag: body, lines: lines(text, width), x: left + indent, width, letters },
    ])
    for (const one of more)
      writeText(flow, paper.tag(body, 'P'), one, { face: 'italic', size }, { x: left + indent, width })
    flow.y += gap
  }
}

const tablePadding = mm(0.8)

/** Where the columns of a table stand. */
function columnsOf(flow: Flow, { columns }: BlockOf<'table'>) {
  const whole = flow.right - flow.left
  let x = flow.left
  return columns.map((column) => {
    const at = { ...column, x, width: whole * column.share }
    x += at.width
    return at
  })
}

type Placed = ReturnType<typeof columnsOf>[number]

/** The lines around a row: one above, one below, one at each side of each cell. */
function frame(flow: Flow, columns: readonly Placed[], from: number, to: number) {
  const { paper, left, right } = flow
  paper.rule(left, from, right, from)
  paper.rule(left, to, right, to)
  for (const x of [...columns.map((column) => column.x), right]) paper.rule(x, from, x, to)
}

function cellsOf(
  flow: Flow,
  columns: readonly Placed[],
  texts: readonly string[],
  tags: readonly Tag[],
  letters: Letters,
) {
  return columns.map(({ x, width, align }, at): Cell => {
    const inner = width - 2 * tablePadding
    const lines = linesOf(texts[at] ?? '', inner, flow.paper.measure(letters))
    const tag = tags[at] ?? flow.paper.root
    return { tag, lines, x: x + tablePadding, width: inner, letters, ...(align && { align }) }
  })
}

function writeTableRow(flow: Flow, columns: readonly Placed[], cells: readonly Cell[]) {
  room(flow, 2 * tablePadding + lineHeight(flow.size))
  flow.y += tablePadding / 2
  writeRow(flow, cells, (from, to) => frame(flow, columns, from - tablePadding / 2, to + tablePadding))
  flow.y += tablePadding
}

/** The names of the columns again, for the eye only: the table goes on, it does not begin anew. */
function headAgain(flow: Flow, columns: readonly Placed[], letters: Letters) {
  const measured = columns.map(({ label, width }) =>
    linesOf(label, width - 2 * tablePadding, flow.paper.measure(letters)),
  )
  const height = Math.max(...measured.map((lines) => lines.length)) * lineHeight(letters.size)
  for (const [at, lines] of measured.entries())
    for (const [down, { text }] of lines.entries())
      flow.paper.writeAside(
        text,
        (columns[at]?.x ?? 0) + tablePadding,
        flow.y + down * lineHeight(letters.size),
        letters,
      )
  frame(flow, columns, flow.y - tablePadding / 2, flow.y + height + tablePadding)
  flow.y += height + tablePadding * 1.5
}

const heightOf = (flow: Flow, columns: readonly Placed[], texts: readonly string[], letters: Letters): number => {
  const count = (text: string, width: number) =>
    linesOf(text, width - 2 * tablePadding, flow.paper.measure(letters)).length
  return Math.max(...columns.map(({ width }, at) => count(texts[at] ?? '', width))) * lineHeight(letters.size)
}

function writeTable(flow: Flow, block: BlockOf<'table'>) {
  const { paper, size: body } = flow
  const [first] = block.rows
  if (!first) return writeText(flow, paper.tag(paper.root, 'P'), block.empty, { face: 'regular', size: body })
  const size = block.columns.length > 6 ? body - 1.5 : body - 0.5
  const [bold, regular] = [{ face: 'bold', size } as const, { face: 'regular', size } as const]
  const columns = columnsOf(flow, block)
  const labels = block.columns.map(({ label }) => label)
  const under = heightOf(flow, columns, labels, bold) + heightOf(flow, columns, first, regular) + 5 * tablePadding
  writeHeading(flow, block.title, Math.min(under, (flow.low - flow.top) / 2))
  const table = paper.tag(paper.root, 'Table')
  const row = (type: 'TH' | 'TD', texts: readonly string[], letters: Letters) => {
    const tag = paper.tag(table, 'TR')
    const tags = columns.map(() => paper.tag(tag, type, type === 'TH' ? { scope: 'Column' } : {}))
    writeTableRow(flow, columns, cellsOf(flow, columns, texts, tags, letters))
  }
  row('TH', labels, bold)
  flow.again = () => headAgain(flow, columns, bold)
  for (const texts of block.rows) row('TD', texts, regular)
  flow.again = null
  flow.y += mm(2)
}

function writeBlock(flow: Flow, block: Block) {
  switch (block.kind) {
    case 'rows':
      return writeRows(flow, block)
    case 'list':
      return writeList(flow, block)
    case 'table':
      return writeTable(flow, block)
    case 'text': {
      const face = block.tone === 'strong' ? 'bold' : block.tone === 'quiet' ? 'italic' : 'regular'
      writeText(flow, flow.paper.tag(flow.paper.root, 'P'), block.text, { face, size: flow.size })
      flow.y += gap
    }
  }
}

export function writeBlocks(flow: Flow, blocks: readonly Block[]): void {
  for (const block of blocks) {
    writeBlock(flow, block)
    flow.y += gap
  }
}
