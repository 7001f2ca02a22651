/** Wording as it is kept: NFC, one space between words, none at the ends. */

export const squeeze = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim()

export type Part = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }

/** Word by word from one wording to the other: the longest common order of words stays, the rest went or came. */
export function wordDiff(before: string, after: string): Part[] {
  const a = before ? before.split(' ') : []
  const b = after ? after.split(' ') : []
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = inOrder(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return gather([
    ...a.slice(0, head).map((text): Part => ({ kind: 'same', text })),
    ...middle,
    ...a.slice(a.length - tail).map((text): Part => ({ kind: 'same', text })),
  ])
}

/** Beyond this many pairs of words the table would cost more than it tells: all went, all came. */
const mostPairs = 4_000_000

function inOrder(a: readonly string[], b: readonly string[]): Part[] {
  const whole = (): Part[] => [
    ...a.map((text): Part => ({ kind: 'removed', text })),
    ...b.map((text): Part => ({ kind: 'added', text })),
  ]
  if (!a.length || !b.length || a.length * b.length > mostPairs) return whole()
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const at = (row: number, column: number) => common[row * width + column] ?? 0
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      common[row * width + column] =
        a[row] === b[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1))
  const parts: Part[] = []
  let row = 0
  let column = 0
  while (row < a.length || column < b.length) {
    if (row < a.length && column < b.length && a[row] === b[column]) {
      parts.push({ kind: 'same', text: a[row] ?? '' })
      row++
      column++
    } else if (column >= b.length || (row < a.length && at(row + 1, column) >= at(row, column + 1)))
      parts.push({ kind: 'removed', text: a[row++] ?? '' })
    else parts.push({ kind: 'added', text: b[column++] ?? '' })
  }
  return parts
}

/** Words of one kind that follow one another, as one part. */
function gather(words: readonly Part[]): Part[] {
  const parts: Part[] = []
  for (const { kind, text } of words) {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: `${last.text} ${text}` }
    else parts.push({ kind, text })
  }
  return parts
}

/** How much two wordings share, from 0 to 1: twice the words in common over all words (Dice), word counts kept. */
export function likeness(a: string, b: string): number {
  const first = a.toLowerCase().split(' ')
  const second = b.toLowerCase().split(' ')
  const left = new Map<string, number>()
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const count = left.get(word) ?? 0
    if (count > 0) {
      shared++
      left.set(word, count - 1)
    }
  }
  return (2 * shared) / (first.length + second.length)
}
