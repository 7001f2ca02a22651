/** The papers of a dossier, told apart again from the glued tables of the national catalogue. */
import { conditionIn, said, type Reason, type Unstructured } from './published.ts'

export type PublishedPaper = {
  readonly name: string
  readonly originals: number
  readonly copies: number
  /** Names of the files of its forms. */
  readonly forms: readonly string[]
  readonly onlyIf: string | null
  /** A line that only heads the following ones. */
  readonly heading: boolean
}

export type PaperGroup = {
  readonly title: string
  readonly onlyIf: string | null
  /** Handed in, or only shown, where the title says so. */
  readonly manner: 'submit' | 'show' | null
  readonly papers: readonly PublishedPaper[]
}

const header = /Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng/g
const noTitle = /^[\s-]*$/

/** `1 bản chính,2 bản sao`, `,1 bản chính`, `0 bản sao`: the last cell of a row. */
const counts = /(,?)(\d+) bản (chính|sao)(?:,(\d+) bản sao)?/g

/** In a sentence the same words mean something else: "(01 bản chính)", "gồm 1 bản chính và …", "1 bản chính;". */
function isCell(text: string, at: number, end: number): boolean {
  const [before, after] = [text[at - 1] ?? '', text.slice(end)]
  if (before === '(') return false
  // The next row may begin with the mark that its list ended with: ".Đơn đề nghị", ") Bản sao".
  if (/^\s*[;:.)]/.test(after)) return /[^\s(]/.test(before) && text[at] !== '0' && /^[.)]\s?\p{Lu}/u.test(after)
  if (/^\s*(?:hoặc|và|của|kèm|đối với|có|đã|còn)(?!\p{L})/u.test(after)) return false
  return !(/\s/.test(before) && /^\s+\p{Ll}/u.test(after))
}

type Cell = { at: number; end: number; originals: number; copies: number }

/**
 * The name may end with digits of its own, glued to the count: "mẫu NA17" + "1 bản chính". A count has no zero in front
 * and is no larger than two digits; after a letter of a code or a space the last digit alone is the count.
 */
function digitsOfCount(text: string, at: number, digits: string): number {
  if (digits.length === 1) return 1
  const glued = /[\s\p{Lu}\-/.]/u.test(text[at - 1] ?? '')
  return digits.length > 2 || digits.startsWith('0') || glued ? 1 : digits.length
}

function cellsOf(text: string): Cell[] {
  return [...text.matchAll(counts)].flatMap((match): Cell[] => {
    const [whole, comma = '', digits = '0', kind = '', more] = match
    const end = match.index + whole.length
    const first = match.index + comma.length
    if (!isCell(text, match.index, end)) return []
    const taken = digitsOfCount(text, first, digits)
    const value = Number(digits.slice(-taken))
    const at = comma ? match.index : first + digits.length - taken
    return [
      kind === 'chính'
        ? { at, end, originals: value, copies: Number(more ?? 0) }
        : { at, end, originals: 0, copies: value },
    ]
  })
}

/** A row has a name. Of two counts with nothing between, the last is the cell; after a lone "0" it begins a name: "01 bản chính …". */
function namedCellsOf(text: string): Cell[] {
  const kept: Cell[] = []
  for (const cell of cellsOf(text)) {
    const before = kept.at(-1)
    const between = text.slice(before?.end ?? 0, cell.at).trim()
    if (/\p{L}/u.test(between)) kept.push(cell)
    else if (before && between === '') kept[kept.length - 1] = { ...cell, at: before.at }
  }
  return kept
}

const extension = /\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpe?g|png|tiff?)/gi
const longestFileName = 140
/** A word cannot begin here unless something was glued on: a small letter or a mark, then a capital or a figure. */
const glue = /(?<=[\p{Ll})\]”";:,.…!?])(?=[\p{Lu}\d])/gu
/** After the capitals of a code or a figure only a word that names forms can be told from the code itself. */
const looseGlue = /(?<=[\p{Lu}\d])(?=\p{Lu}\p{Ll})/gu
const formWord =
  /^(?:m[ẫâa]u|bi[ểêe]u|ph[ụu] ?l[ụu]c|pl\b|đơn|don|t[ờo] ?khai|tk|b[ảa]n ?khai|gi[ấa]y|v[ăa]n ?b[ảa]n|\d)/iu

/** Where the name ends and the name of the first file begins; null when that cannot be told. */
function startOfForms(text: string, firstEnd: number): number | null {
  const from = Math.max(0, firstEnd - longestFileName)
  const placesOf = (pattern: RegExp) =>
    [...text.slice(0, firstEnd).matchAll(pattern)].map(({ index }) => index).filter((at) => at >= from && at > 2)
  const places = placesOf(glue)
  const names = (at: number) => formWord.test(text.slice(at))
  const worded = places.filter((at) => names(at) && !/\d/.test(text[at] ?? ''))
  return worded.at(-1) ?? placesOf(looseGlue).filter(names).at(-1) ?? places[0] ?? null
}

function formsOf(text: string): { name: string; forms: string[]; glued: boolean } {
  const ends = [...text.matchAll(extension)].map((match) => match.index + match[0].length)
  const plain = { name: text.trim(), forms: [], glued: false }
  if (ends.at(-1) !== text.trimEnd().length) return plain
  const start = startOfForms(text, ends[0] ?? 0)
  if (start === null) return { ...plain, glued: true }
  const forms = ends.map((end, at) => text.slice(at === 0 ? start : ends[at - 1], end).trim())
  return { name: text.slice(0, start).trim(), forms, glued: false }
}

const isShown = /xuất trình/i
const isSubmitted = /phải nộp|nộp để lưu/i
const mannerOf = (title: string) => (isShown.test(title) ? 'show' : isSubmitted.test(title) ? 'submit' : null)

const titleOf = (text: string) => (noTitle.test(text) ? '' : text.replace(/^-{2,}|-{2,}$/g, '').trim())

export function readComponents(cell: string): { groups: PaperGroup[]; unstructured: Unstructured[] } {
  const text = said(cell)
  const unstructured: Unstructured[] = []
  const leave = (reason: Reason, left: string) => {
    if (!noTitle.test(left)) unstructured.push({ part: 'components', reason, text: left.trim() })
  }
  const [before = '', ...tables] = text.split(header)
  if (tables.length === 0) leave('no_table', before)
  const groups: PaperGroup[] = []
  let title = titleOf(before)
  for (const [no, table] of tables.entries()) {
    const cells = namedCellsOf(table)
    const papers = cells.map(({ at, originals, copies }, row): PublishedPaper => {
      const whole = table.slice(cells[row - 1]?.end ?? 0, at)
      const { name, forms, glued } = formsOf(whole)
      if (glued) leave('glued_form', whole)
      return {
        name,
        originals,
        copies,
        forms,
        onlyIf: conditionIn(name),
        heading: /:\s*$/.test(name) && forms.length === 0,
      }
    })
    groups.push({ title, onlyIf: title ? conditionIn(title) : null, manner: mannerOf(title), papers })
    const rest = table.slice(cells.at(-1)?.end ?? 0)
    if (no === tables.length - 1) leave('no_row', rest)
    else title = titleOf(rest)
  }
  return { groups, unstructured }
}
