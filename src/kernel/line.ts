/** Text cut into lines of a width. Pure: how wide something is, the caller measures. */

export type TextLine = {
  readonly text: string
  /** What stood in the text between this line and the next; nothing where a word was cut. */
  readonly after: '' | ' ' | '\n'
}

export type Measure = (text: string) => number

/** Behind these a code or an address may be cut; other words only where nothing else is left. */
const soft = /[-/.,:;@_|)–]$/u

/** The longest beginning of a word that fits, and the rest. At least one letter, or it would never end. */
function cut(letters: readonly string[], width: number, measure: Measure): number {
  let fits = 1
  while (fits < letters.length && measure(letters.slice(0, fits + 1).join('')) <= width) fits++
  for (let at = fits; at > fits / 2; at--) if (soft.test(letters[at - 1] ?? '')) return at
  return fits
}

/** A word wider than the line, as pieces that are not. */
function pieces(word: string, width: number, measure: Measure): string[] {
  const found: string[] = []
  let rest = Array.from(word)
  while (rest.length > 1 && measure(rest.join('')) > width) {
    const at = cut(rest, width, measure)
    found.push(rest.slice(0, at).join(''))
    rest = rest.slice(at)
  }
  return [...found, rest.join('')]
}

function linesOfParagraph(paragraph: string, width: number, measure: Measure): TextLine[] {
  const lines: TextLine[] = []
  let line: string | null = null
  for (const word of paragraph.split(' ')) {
    const longer: string = line === null ? word : `${line} ${word}`
    if (measure(longer) <= width) {
      line = longer
      continue
    }
    if (line !== null) lines.push({ text: line, after: ' ' })
    const parts = pieces(word, width, measure)
    line = parts.pop() ?? ''
    lines.push(...parts.map((text) => ({ text, after: '' }) as const))
  }
  return [...lines, { text: line ?? '', after: '\n' }]
}

/** All lines with what stood after them are the text again, and a line break at the end. */
export const linesOf = (text: string, width: number, measure: Measure): TextLine[] =>
  text.split('\n').flatMap((paragraph) => linesOfParagraph(paragraph, width, measure))

/** As many lines as the width needs, but of even length: for headings. */
export function evenLinesOf(text: string, width: number, measure: Measure): TextLine[] {
  let lines = linesOf(text, width, measure)
  for (let narrower = width * 0.95; narrower > width / 2; narrower *= 0.95) {
    const tried = linesOf(text, narrower, measure)
    if (tried.length > lines.length || tried.some(({ after }) => after === '')) break
    lines = tried
  }
  return lines
}
