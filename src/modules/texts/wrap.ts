/** Which lines are one paragraph. Copies of official texts are often broken at a fixed width, without blank lines. */
import type { Line } from './source.ts'

/** Lengths up to which lines of this text were filled: of a paragraph's first line, and of its other lines. */
export type Width = { first: number; next: number }

const startsLower = /^[\p{Ll}]/u
const startsUpper = /^[“"(‘]?\p{Lu}/u
const endsSentence = /[.;:!?…/]$/

/** After these words a paragraph cannot end. ("số" and "năm" can: "chuyển đổi số", "hằng năm".) */
const unfinished = /(?:^|\s)(?:của|và|về|các|những|với|theo|tại|cho|từ|đến|là|mục|khoản|điểm|điều|ngày|để|hoặc)$/iu

/** Whether the words after a number or dash read as the rest of a broken line, not as an item of their own. */
export function continuesLine(before: Line | undefined, rest: string): boolean {
  if (!before || !rest) return false
  if (/\d$/.test(before.text) && /^\d/.test(rest)) return true
  return (startsLower.test(rest) && !endsSentence.test(before.text)) || unfinished.test(before.text.slice(-20))
}

/** Nine lines in ten are no longer than this. */
function common(lengths: number[]): number {
  const sorted = lengths.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.9)] ?? Number.POSITIVE_INFINITY
}

/** Learns the widths from lines that certainly go on: the next line begins with a small letter. */
export function widthOf(lines: readonly Line[], isMarked: (line: Line) => boolean): Width {
  const first: number[] = []
  const next: number[] = []
  let before: Line | undefined
  for (const line of lines) {
    if (before && !before.blank && startsLower.test(line.text))
      (isMarked(before) ? first : next).push(before.text.length)
    before = line
  }
  const width = { first: common(first), next: common(next) }
  return { first: Math.min(width.first, width.next), next: next.length ? width.next : width.first }
}

/** In a proportional face a full line may hold this much less than the common width. */
const nearlyFull = 0.93

/** Whether `line` begins a paragraph of its own after `before`, the `isFirst` line of its paragraph or a later one. */
export function beginsParagraph(before: Line, line: Line, isFirst: boolean, width: Width): boolean {
  if (!startsUpper.test(line.text) || before.text.endsWith(',') || unfinished.test(before.text.slice(-20))) return false
  if (line.number > before.number + 1 && endsSentence.test(before.text)) return true
  const limit = isFirst ? width.first : width.next
  if (before.text.length > limit * 1.3) return endsSentence.test(before.text)
  const word = line.text.split(/\s/, 1)[0] ?? ''
  const filled = endsSentence.test(before.text) ? 1 : nearlyFull
  return before.text.length + 1 + word.length <= limit * filled
}
