/** Finding by plain words: with or without marks, in any order, the beginning of a word is enough. Pure. */
import { fold } from './fold.ts'

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

/**
 * How well a text answers a query: 0 not at all; each word of the query must begin a word of the text. Marks that were
 * typed and stand there too count more, so that "mẫu" comes before "máu".
 */
export function matchOf(query: string, text: string): number {
  const asked = wordsOf(query)
  if (asked.length === 0) return 0
  const there = wordsOf(text)
  if (!asked.every((word) => there.some((one) => one.startsWith(word)))) return 0
  const plain = text.normalize('NFC').toLowerCase()
  const typed = query.normalize('NFC').toLowerCase().split(/\s+/)
  const marked = 4 * typed.filter((word) => word !== fold(word) && plain.includes(word)).length
  const whole = fold(text).includes(fold(query)) ? 2 : 0
  const first = there[0]?.startsWith(asked[0] ?? '') ? 1 : 0
  return 1 + marked + whole + first
}

/** The best first; of equals, the order they came in. */
export const findIn = <T>(query: string, all: readonly T[], textOf: (one: T) => string): T[] =>
  all
    .map((one) => ({ one, match: matchOf(query, textOf(one)) }))
    .filter(({ match }) => match > 0)
    .toSorted((a, b) => b.match - a.match)
    .map(({ one }) => one)
