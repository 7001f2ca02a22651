/** The legal texts a procedure rests on, told apart again from the glued table of the national catalogue. */
import { said, type Unstructured } from './published.ts'

export type LegalBasis = { readonly title: string; readonly number: string | null }

const header = /^\s*Tên văn bản pháp lý\s*Mã văn bản/

const kinds =
  'Hiến pháp|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Văn bản hợp nhất|NĐ|NQ|TT|QĐ|VBHN'

/** Titles in capitals begin with one of these. */
const capitals = '(?!LUẬT|NGHỊ |THÔNG |QUYẾT |QUY |BỘ |PHÁP |VĂN |HƯỚNG )[A-ZĐÂÊÔƠƯ]'
/** Two consonants that begin no word of Vietnamese: the capital still belongs to the code. */
const noWord = '(?<=[BCDĐGHKLMNPQRSTVX])(?=[bcdđghklmnpqrstvx])(?!(?<=[CGKNPT])h|(?<=N)g|(?<=T)r)'
/** A capital before a small letter begins the next title, unless the two begin no word or a word that titles go on with. */
const mark = String.raw`(?:TTg|(?:${capitals}){2,10}(?=ngày|của|được)|(?:${capitals}){1,10}(?:${noWord}|(?!\p{Ll}|(?![A-ZĐÂÊÔƠƯ])\p{Lu})))`
const number = String.raw`\d{1,5}[A-Za-z]?(?:\.\d{1,2})?\/(?:\d{4}\/(?:QH\d{2}|N[ĐDÐ][-_]CP|UBTVQH\d{2}|(?:${mark}[-_–/]){0,4}(?:UBTVQH\d{2}|QH\d{2}|${mark}))|(?:${mark}[-_–/]){1,4}(?:QH\d{2}|${mark})|\d{4}(?![\d/]))`
const numbers = new RegExp(number, 'gu')
const startsWithNumber = new RegExp(`^${number}`, 'u')
const prefix = new RegExp(String.raw`(?<=\S)((?:${kinds})(?: số:?)?\s*)$`, 'u')

/** Numbers are also quoted in titles; the one of the row is glued to what follows, or ends the table. */
function isEndOfRow(after: string): boolean {
  if (startsWithNumber.test(after)) return false
  return after === '' || /^[^\s,.;:)(\]”"/–-]/u.test(after) || /^[.;,)\s]+$/.test(after)
}

type Row = { title: string; number: string }

function rowsOf(table: string): { rows: Row[]; rest: string } {
  const rows: Row[] = []
  let from = 0
  for (const match of table.matchAll(numbers)) {
    const end = match.index + match[0].length
    if (!isEndOfRow(table.slice(end))) continue
    const before = table.slice(from, match.index)
    const glued = prefix.exec(before)
    const isPartOfTitle = /\s$/.test(before) && !glued
    const title = glued ? before.slice(0, -(glued[1]?.length ?? 0)) : isPartOfTitle ? before + match[0] : before
    rows.push({ title: title.trim() || match[0], number: match[0] })
    from = end
  }
  return { rows, rest: table.slice(from) }
}

export function readLegalBases(cell: string): { legalBases: LegalBasis[]; unstructured: Unstructured[] } {
  const text = said(cell)
  if (!text) return { legalBases: [], unstructured: [] }
  const table = text.replace(header, '')
  if (table === text) return { legalBases: [], unstructured: [{ part: 'legal_bases', reason: 'no_table', text }] }
  const { rows, rest } = rowsOf(table)
  const left = rest.replace(/^[\s.,;)]+$/, '').trim()
  if (!left) return { legalBases: rows, unstructured: [] }
  return {
    legalBases: [...rows, { title: left, number: null }],
    unstructured: [{ part: 'legal_bases', reason: 'no_number', text: left }],
  }
}
