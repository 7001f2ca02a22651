/** The text of a document, its lines, and the way from a cleaned passage back to where it is printed. */

/** Where something is printed: UTF-16 offsets into the source text (`end` excluded), lines counted from 1. */
export type Span = { start: number; end: number; fromLine: number; toLine: number }

/** One line without the space around it. `blank` marks lines that hold only rules, bars or space. */
export type Line = { text: string; start: number; end: number; number: number; blank: boolean; cells: readonly Cell[] }

export type Cell = { text: string; start: number; end: number }

export type Source = { text: string; lines: readonly Line[] }

/**
 * A stretch of the source as people read it: wraps joined, footnote marks taken out, one space between words.
 * `lower` has the same length as `text`; `offsets[i]` is where `text[i]` stands in the source.
 */
export type Passage = { text: string; lower: string; offsets: readonly number[]; span: Span }

const isSpace = (char: string) => /\s/.test(char)
const invisible = new Set(['\u200B', '\u200C', '\u200D', '\uFEFF', '\u00AD', '\u2060'])

/** Lines that carry no words: `|`, `-------`, `|---|---|`. */
const onlyRules = /^[\s|_*=–—-]*$/

/** A footnote mark `[12]`; nothing else in square brackets is one. */
const footnoteMark = /^\[\d{1,3}\]/

/** Takes the space around `start…end` away. */
function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && (isSpace(text[start] ?? '') || invisible.has(text[start] ?? ''))) start++
  while (end > start && (isSpace(text[end - 1] ?? '') || invisible.has(text[end - 1] ?? ''))) end--
  return { start, end }
}

/** Cells of a line with tabs or bars between them; one cell when there are none. Bars at both ends only frame. */
function cellsOf(text: string, start: number, end: number): Cell[] {
  const separator = text.slice(start, end).includes('\t') ? '\t' : '|'
  const cells: Cell[] = []
  let from = start
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== separator) continue
    const cell = trimmed(text, from, at)
    cells.push({ ...cell, text: text.slice(cell.start, cell.end) })
    from = at + 1
  }
  if (separator === '|' && text[start] === '|') cells.shift()
  if (separator === '|' && cells.length > 1 && text[end - 1] === '|') cells.pop()
  return cells
}

/** Reads the lines of `text`, which must be NFC (as `readDocument` gives it) for offsets to be the caller's. */
export function sourceOf(text: string): Source {
  const lines: Line[] = []
  let from = 0
  while (from <= text.length) {
    const next = text.indexOf('\n', from)
    const until = next < 0 ? text.length : next
    const { start, end } = trimmed(text, from, until)
    const words = text.slice(start, end)
    // Leading tabs are empty first cells of a table row; the line itself begins at its first word.
    const cells = words.includes('\t') || words.includes('|') ? cellsOf(text, rowStart(text, from, start), end) : []
    lines.push({ text: words, start, end, number: lines.length + 1, blank: onlyRules.test(words), cells })
    from = until + 1
  }
  return { text, lines }
}

function rowStart(text: string, from: number, start: number): number {
  const tab = text.slice(from, start).indexOf('\t')
  return tab < 0 ? start : from + tab
}

function lineNumberAt({ lines }: Source, offset: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    // A line's `start` is after its leading space, so the line before is the right answer only for that space.
    if ((lines[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low + 1
}

export function spanOf(source: Source, from: number, until: number): Span {
  const { start, end } = trimmed(source.text, from, until)
  return { start, end, fromLine: lineNumberAt(source, start), toLine: lineNumberAt(source, Math.max(start, end - 1)) }
}

/** Lower case, character by character, so that positions stay the same. */
const lowerKeepingLength = (text: string) => {
  const lower = text.toLowerCase()
  return lower.length === text.length
    ? lower
    : Array.from(text, (char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join('')
}

type Draft = { chars: string[]; offsets: number[]; gap: boolean }

function put(draft: Draft, char: string, offset: number) {
  if (draft.gap && draft.chars.length) {
    draft.chars.push(' ')
    draft.offsets.push(offset)
  }
  draft.gap = false
  draft.chars.push(char)
  draft.offsets.push(offset)
}

/** A mark leaves no trace before punctuation, and a gap before a word it was glued to. */
function skipMark(draft: Draft, text: string, after: number) {
  const next = text[after] ?? ' '
  draft.gap = !/[.,;:!?)\]”"]/.test(next)
}

function cleanLine(draft: Draft, text: string, start: number, end: number) {
  for (let at = start; at < end; at++) {
    const char = text[at] ?? ''
    const mark = char === '[' ? footnoteMark.exec(text.slice(at, Math.min(end, at + 5))) : null
    if (mark) {
      at += mark[0].length - 1
      skipMark(draft, text, at + 1)
    } else if (isSpace(char)) draft.gap = true
    else if (!invisible.has(char)) put(draft, char, at)
  }
  draft.gap = true
}

/** The cleaned text of `from…until` of the source. */
export function passageOf(source: Source, from: number, until: number): Passage {
  const { start, end } = trimmed(source.text, from, until)
  const draft: Draft = { chars: [], offsets: [], gap: false }
  let at = start
  while (at < end) {
    const next = source.text.indexOf('\n', at)
    const stop = next < 0 || next > end ? end : next
    if (!onlyRules.test(source.text.slice(at, stop))) cleanLine(draft, source.text, at, stop)
    at = stop + 1
  }
  const text = draft.chars.join('')
  const last = draft.offsets.at(-1)
  return {
    text,
    lower: lowerKeepingLength(text),
    offsets: draft.offsets,
    span: spanOf(source, draft.offsets[0] ?? start, last === undefined ? start : last + 1),
  }
}

/** The part `from…until` of a passage, as a passage of its own. */
export function partOf(source: Source, whole: Passage, from: number, until: number): Passage {
  const part = trimmed(whole.text, from, until)
  const first = whole.offsets[part.start] ?? whole.span.start
  const last = whole.offsets[part.end - 1]
  return {
    text: whole.text.slice(part.start, part.end),
    lower: whole.lower.slice(part.start, part.end),
    offsets: whole.offsets.slice(part.start, part.end),
    span: spanOf(source, first, last === undefined || part.end <= part.start ? first : last + 1),
  }
}
