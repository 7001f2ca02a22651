/**
 * Which rows hold which words, and how much a word says of each (BM25+, as MiniSearch weighs them). Words are put right
 * first, by MiniSearch over the words alone; rows are then added up in flat arrays, so that common words cost nothing.
 */
import MiniSearch from 'minisearch'

/** The words of one part of a row, and how much more than others that part counts. */
export type Part = { readonly boost: number; readonly words: readonly string[] }

type Posting = { readonly rows: number[]; readonly weights: number[] }

export type WordIndex = {
  readonly isKnown: (word: string) => boolean
  /** Rows that hold all words, else most of them; the best first. `last` may be the beginning of a word. */
  readonly find: (asked: readonly string[]) => readonly { readonly row: number; readonly score: number }[]
}

const saturation = 1.2
const lengthMatters = 0.7
const least = 0.5

/** A word that was put right says less than one that was typed. */
const corrected = 0.6
const mostAlternatives = 40

export function buildWordIndex(rows: readonly (readonly Part[])[]): WordIndex {
  const postings = postingsOf(rows)
  const inOrder = [...postings.keys()].sort()
  const spelling = new MiniSearch<{ id: number; word: string }>({ fields: ['word'], tokenize: (text) => [text] })
  spelling.addAll(inOrder.map((word, id) => ({ id, word })))

  const near = (word: string) =>
    spelling
      .search(word, { fuzzy: slipsIn(word), maxFuzzy: 2 })
      .slice(0, mostAlternatives)
      .flatMap(({ id }) => inOrder[id as number] ?? [])
  const begunBy = (word: string) => {
    const from = firstNotBefore(inOrder, word)
    let to = from
    while (to < from + mostAlternatives && inOrder[to]?.startsWith(word)) to++
    return inOrder.slice(from, to)
  }

  /** How many of the asked words each row holds, and their weight; of alternatives of one word the best counts. */
  const addUp = (asked: readonly (readonly string[])[], factor: (at: number) => number) => {
    const held = new Uint8Array(rows.length)
    const score = new Float64Array(rows.length)
    for (const [at, alternatives] of asked.entries()) {
      const best = new Float64Array(rows.length)
      for (const word of alternatives) {
        const { rows: found, weights } = postings.get(word) ?? { rows: [], weights: [] }
        for (let i = 0; i < found.length; i++) {
          const row = found[i] as number
          best[row] = Math.max(best[row] as number, (weights[i] as number) * factor(at))
        }
      }
      for (let row = 0; row < rows.length; row++)
        if (best[row]) {
          held[row] = (held[row] as number) + 1
          score[row] = (score[row] as number) + (best[row] as number)
        }
    }
    return { held, score }
  }
  const pick = ({ held, score }: { held: Uint8Array; score: Float64Array }, atLeast: number) => {
    const found: { row: number; score: number }[] = []
    for (let row = 0; row < held.length; row++)
      if ((held[row] as number) >= atLeast) found.push({ row, score: score[row] as number })
    return found.sort((a, b) => b.score - a.score || a.row - b.row)
  }

  return {
    isKnown: (word) => postings.has(word),
    find: (asked) => {
      const last = asked.length - 1
      const typed = asked.map((word, at) =>
        // A word that is one is not taken for the beginning of others.
        !postings.has(word) && at === last && word.length > 1 ? begunBy(word) : [word],
      )
      const all = addUp(typed, () => 1)
      const exact = pick(all, asked.length)
      if (exact.length > 0 || asked.length === 0) return exact
      const isRight = asked.map((word) => postings.has(word))
      const put = asked.map((word, at) => (isRight[at] ? [word] : [...(typed[at] ?? []), ...near(word)]))
      const sums = addUp(put, (at) => (isRight[at] ? 1 : corrected))
      const slips = pick(sums, asked.length)
      if (slips.length > 0) return slips
      // Of many words at least half must be there: one alone finds half of the catalogue.
      const most = sums.held.reduce((max, held) => Math.max(max, held), 0)
      return most === 0 ? [] : pick(sums, Math.max(1, Math.ceil(most / 2)))
    },
  }
}

/** A slip in a short word makes another word of it, and in a number another number. */
const slipsIn = (word: string) => (/\d/.test(word) ? false : word.length >= 7 ? 2 : word.length >= 4 ? 1 : false)

function firstNotBefore(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as string) < word) low = middle + 1
    else high = middle
  }
  return low
}

function postingsOf(rows: readonly (readonly Part[])[]): ReadonlyMap<string, Posting> {
  const lengths = rows.reduce<number[]>((sums, parts) => {
    for (const [at, { words }] of parts.entries()) sums[at] = (sums[at] ?? 0) + words.length
    return sums
  }, [])
  const usual = lengths.map((sum) => Math.max(1, sum / rows.length))
  const postings = new Map<string, Posting>()
  for (const [row, parts] of rows.entries())
    for (const [word, weight] of weightsOf(parts, usual)) {
      const posting = postings.get(word) ?? { rows: [], weights: [] }
      posting.rows.push(row)
      posting.weights.push(weight)
      postings.set(word, posting)
    }
  for (const { rows: found, weights } of postings.values()) {
    const rarity = Math.log(1 + (rows.length - found.length + 0.5) / (found.length + 0.5))
    for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) * rarity
  }
  return postings
}

function weightsOf(parts: readonly Part[], usual: readonly number[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const [at, { boost, words }] of parts.entries()) {
    const stretch = 1 - lengthMatters + (lengthMatters * words.length) / (usual[at] ?? 1)
    for (const [word, times] of Map.groupBy(words, (one) => one)) {
      const often = (times.length * (saturation + 1)) / (times.length + saturation * stretch)
      weights.set(word, (weights.get(word) ?? 0) + boost * (least + often))
    }
  }
  return weights
}
