/** Slips of the pen and of the copy, told to the person who checks the import. */
import { misspeltTerm } from './heading.ts'
import { type LegalBasis, isIrregular } from './legal-basis.ts'
import type { Layout, Letterhead } from './letterhead.ts'
import { isBullet } from './numbering.ts'
import type { Entry, Outline } from './outline.ts'
import { passageOf, type Source, spanOf } from './source.ts'
import type { Warn } from './warning.ts'

export function checkLetterhead({ number, isDraft, issuedOn, issuer }: Letterhead, year: number | null, warn: Warn) {
  if (number === null && isDraft) warn('texts.warning.number_blank')
  if (!issuedOn) warn('texts.warning.date_missing')
  if (!issuer) warn('texts.warning.issuer_missing')
  if (year === null) warn('texts.warning.year_missing')
}

/** Numbers passed over or used twice, and headings with a familiar term misspelt. */
export function checkOutline(source: Source, { root, oddities }: Outline, warn: Warn) {
  for (const { kind, ref, label, after, extent } of oddities) {
    const span = spanOf(source, extent.start, extent.end)
    if (kind === 'repeated') warn('texts.warning.number_repeated', { ref, label }, span)
    else warn('texts.warning.number_missing', { ref, after: after || 'none' }, span)
  }
  const check = (entry: Entry) => {
    if (isBullet(entry.style) || !entry.children.length) return
    const title = passageOf(source, entry.title.start, entry.title.end)
    const slip = entry.style === 'root' ? null : misspeltTerm(title.text)
    if (slip) warn('texts.warning.heading_spelling', { ref: entry.ref, ...slip }, title.span)
    entry.children.forEach(check)
  }
  check(root)
}

/** Marks `[3]` whose note is not printed after the body. */
export function checkFootnotes(source: Source, { body }: Layout, warn: Warn) {
  const from = source.lines[body.from]?.start ?? source.text.length
  const to = source.lines[body.to - 1]?.end ?? source.text.length
  const notes = new Set<string>()
  for (const line of source.lines.slice(body.to)) {
    const mark = /^\[(\d{1,3})\]\s*\p{L}/u.exec(line.text)?.[1]
    if (mark) notes.add(mark)
  }
  for (const match of source.text.slice(from, to).matchAll(/\[(\d{1,3})\]/g)) {
    const at = from + match.index
    const span = spanOf(source, at, at + match[0].length)
    if (match[1] && !notes.has(match[1])) warn('texts.warning.footnote_missing', { mark: match[1] }, span)
  }
}

export function checkLegalBases(bases: readonly LegalBasis[], warn: Warn) {
  for (const basis of bases) {
    if (isIrregular(basis)) warn('texts.warning.number_irregular', { number: basis.number ?? '' }, basis.span)
  }
}
