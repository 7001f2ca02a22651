/** Where the next line of a sheet goes: down the page, and on to the next one. */
import { evenLinesOf, linesOf, type TextLine } from '#kernel/line.ts'
import { type Letters, mm, type Paper, type Tag } from '#kernel/paper.ts'
import type { Sheet } from './sheet.ts'

export type Flow = {
  readonly paper: Paper
  readonly left: number
  readonly right: number
  readonly top: number
  /** Nothing stands lower. */
  readonly low: number
  /** Of the letters of the body. */
  readonly size: number
  /** Where the next line begins. */
  y: number
  /** Drawn again at the head of each further page, under the running heading. */
  again: (() => void) | null
  readonly running: string
}

const leading = 1.2
export const lineHeight = (size: number): number => size * leading

export function openFlow(
  paper: Paper,
  { width, height }: { width: number; height: number },
  size: number,
  { title, code, head }: Sheet,
): Flow {
  const top = mm(11)
  return {
    paper,
    left: mm(12),
    right: width - mm(12),
    top,
    low: height - mm(12),
    size,
    y: top,
    again: null,
    running: [head.issuer, title, code?.value].filter(Boolean).join(' – '),
  }
}

/** The next page: whose paper this is stands above, so that a lost leaf finds its way home. */
function turnPage(flow: Flow): void {
  const { paper, left, right, running } = flow
  const letters = { face: 'italic', size: 7.5 } as const
  paper.turnPage()
  flow.y = flow.top
  for (const { text } of linesOf(running, right - left, paper.measure(letters))) {
    paper.writeAside(text, left, flow.y, letters)
    flow.y += lineHeight(letters.size)
  }
  paper.rule(left, flow.y + 2, right, flow.y + 2)
  flow.y += mm(3)
  flow.again?.()
}

/** Turns the page when so much does not fit any more. */
export function room(flow: Flow, height: number): void {
  if (flow.y + height > flow.low) turnPage(flow)
}

/** A line written with what follows it in the text, so that copying gives the words apart. */
export const withAfter = ({ text, after }: TextLine): string => (after === ' ' ? `${text} ` : text)

export type Cell = {
  readonly tag: Tag
  readonly lines: readonly TextLine[]
  readonly x: number
  readonly width: number
  readonly letters: Letters
  readonly align?: 'center' | 'right'
}

const placed = (flow: Flow, { x, width, align, letters }: Cell, text: string): number => {
  if (!align) return x
  const left = width - flow.paper.measure(letters)(text)
  return x + (align === 'center' ? left / 2 : left)
}

/** Some lines of each cell, cell by cell: that is the order they are read in. */
function writePart(flow: Flow, cells: readonly Cell[], from: number, count: number) {
  for (const cell of cells)
    for (const [down, line] of cell.lines.slice(from, from + count).entries()) {
      const y = flow.y + down * lineHeight(cell.letters.size)
      if (line.text) flow.paper.write(cell.tag, withAfter(line), placed(flow, cell, line.text), y, cell.letters)
    }
}

/**
 * Cells side by side. A row that fits on a page stays together; one that does not goes on on the next. `framed` is told of
 * each part: where it began, where it ends.
 */
export function writeRow(
  flow: Flow,
  cells: readonly Cell[],
  framed: (from: number, to: number) => void = () => {},
): void {
  const height = lineHeight(Math.max(...cells.map(({ letters }) => letters.size)))
  const most = Math.max(...cells.map(({ lines }) => lines.length))
  const wholePage = flow.low - flow.top - mm(25)
  if (most * height <= wholePage) room(flow, most * height)
  for (let from = 0; from < most; ) {
    room(flow, height)
    const count = Math.max(1, Math.min(most - from, Math.floor((flow.low - flow.y) / height)))
    const began = flow.y
    writePart(flow, cells, from, count)
    flow.y += count * height
    framed(began, flow.y)
    from += count
  }
}

/** One text over the whole width, or part of it. */
export function writeText(
  flow: Flow,
  tag: Tag,
  text: string,
  letters: Letters,
  { x = flow.left, width = flow.right - flow.left, align }: { x?: number; width?: number; align?: 'center' } = {},
): void {
  const lines = (align ? evenLinesOf : linesOf)(text, width, flow.paper.measure(letters))
  writeRow(flow, [{ tag, lines, x, width, letters, ...(align && { align }) }])
}
