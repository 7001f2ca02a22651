/** The texts a plan rests on: `Quyết định số 749/QĐ-TTg ngày 03 tháng 6 năm 2020 của …`. */
import type { Day } from '#kernel/time.ts'
import { datesOf } from './deadline.ts'
import { partOf, type Passage, type Source, type Span } from './source.ts'

export type LegalBasis = { text: string; span: Span; number?: string; issuedOn?: Day }

/** Kinds of document and what their symbol holds (NĐ 30/2020/NĐ-CP, annex III); laws and letters have no fixed one. */
const symbols: Record<string, RegExp> = {
  'nghị quyết': /NQ|QH\d/,
  'quyết định': /QĐ/,
  'kế hoạch': /KH/,
  'công điện': /CĐ/,
  'nghị định': /NĐ/,
  'thông tư': /TT/,
  'chỉ thị': /CT/,
  'chương trình': /CTr/i,
  'thông báo': /TB/,
  'kết luận': /KL/,
  luật: /QH\d/,
}

const kinds = [...Object.keys(symbols), 'bộ luật', 'công văn', 'văn bản', 'pháp lệnh', 'hướng dẫn', 'đề án']
const kindAtStart = new RegExp(
  String.raw`^(?:căn cứ |thực hiện |theo )?(?:các |bộ )?(${kinds.join('|')})(?!\p{L})`,
  'u',
)
const nextBasis = new RegExp(String.raw`[;.] (?=(?:căn cứ|thực hiện|${kinds.join('|')})(?!\p{L}))`, 'gu')

/** `52-NQ/TW`, `749/QĐ-TTg`, `13/2023/NĐ-CP`, `86/2015/QH13`. */
const documentNumber = /số\s?:?\s?(\d{1,6}[a-zđ]?(?:\/\d{4})?[/-][\p{L}\d]+(?:[-/&][\p{L}\d]+){0,4})/iu

/** One passage of the section holds one basis or, when the copy lost its line ends, several. */
export function legalBasesOf(source: Source, passage: Passage): LegalBasis[] {
  const cuts = [...passage.lower.matchAll(nextBasis)].map(({ index }) => index + 1)
  return [0, ...cuts].flatMap((from, at) => {
    const part = partOf(source, passage, from, cuts[at] ?? passage.text.length)
    return part.text.length > 3 ? [basisOf(part)] : []
  })
}

function basisOf({ text, lower, span }: Passage): LegalBasis {
  const number = documentNumber.exec(text)
  const on = datesOf(lower).find(({ at }) => at >= (number?.index ?? 0))
  return { text, span, ...(number?.[1] && { number: number[1] }), ...(on && { issuedOn: on.on }) }
}

export const isLegalBasis = (text: string) => kindAtStart.test(text.toLowerCase())

/** Whether a number does not look like one of the kind of document it stands with ("Quyết định số 2323/BTTTT-THH"). */
export function isIrregular({ text, number }: LegalBasis): boolean {
  const kind = kindAtStart.exec(text.toLowerCase())?.[1]
  const symbol = kind && symbols[kind]
  return Boolean(number && symbol && !symbol.test(number))
}
