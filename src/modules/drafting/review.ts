/** What of a draft stands on one page of the review: a kind, a section of it, and the stretch of source beside it. */
import { slug } from '#kernel/fold.ts'
import { type Draft, type DraftItem, isDoubtful, itemKinds, type ItemKind, progressOf } from './draft.ts'
import type { Span } from '#modules/texts/public.ts'

/** Kinds as addresses call them, in the order in which people review. */
export const sheetOf: Record<ItemKind, string> = {
  target: 'chi-tieu',
  task: 'nhiem-vu',
  solution: 'giai-phap',
  project: 'du-an',
  duty: 'trach-nhiem',
  reporting_duty: 'ky-bao-cao',
  objective: 'muc-tieu',
  funding: 'kinh-phi',
  legal_basis: 'can-cu',
}
const kindsInOrder = Object.keys(sheetOf) as ItemKind[]

export type Sheet = ItemKind | 'doubtful' | 'dropped'
export const sheetPath = (sheet: Sheet): string =>
  sheet === 'doubtful' ? 'chua-chac' : sheet === 'dropped' ? 'da-bo' : sheetOf[sheet]

const sheets: readonly Sheet[] = [...kindsInOrder, 'doubtful', 'dropped']

const byPlace = (a: DraftItem, b: DraftItem) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity)

/** Of several kinds, by their place in the text; of one kind, in the order they are kept in. */
const itemsOn = (draft: Draft, sheet: Sheet): DraftItem[] =>
  sheet === 'doubtful' ? chosen(draft, sheet).toSorted(byPlace) : chosen(draft, sheet)

const chosen = ({ items }: Draft, sheet: Sheet): DraftItem[] =>
  items.filter((item) =>
    sheet === 'doubtful' ? isDoubtful(item) : sheet === 'dropped' ? item.state === 'dropped' : item.kind === sheet,
  )

/** Sheets that hold something, each with how many items it holds; what is not sure comes second to none. */
export function sheetsOf(draft: Draft): { sheet: Sheet; count: number }[] {
  return sheets
    .map((sheet) => ({ sheet, count: itemsOn(draft, sheet).length }))
    .filter(({ sheet, count }) => count > 0 || sheet === 'target')
}

export type Section = { path: string; heading: string; all: number; waiting: number }

/** Fewer items than this are shown together, whatever headings they stand under. */
const fewItems = 12
const mostItems = 30

const sectionPath = ({ heading }: DraftItem) => slug(heading).slice(0, 60) || 'khac'

function sectionsOf(items: readonly DraftItem[]): Section[] {
  const groups = Map.groupBy(items, sectionPath)
  if (items.length <= fewItems || groups.size < 2) return []
  return [...groups].map(([path, members]) => ({
    path,
    heading: members[0]?.heading ?? '',
    all: members.length,
    waiting: progressOf(members).waiting,
  }))
}

/** `n` numbers the items of a sheet, so that marks and items find one another. */
export type Shown = { n: string; item: DraftItem }

export type View = {
  sheet: Sheet
  sections: Section[]
  section: string | null
  page: number
  pages: number
  shown: Shown[]
}

/** What an address asks to see; what it names wrongly is taken for the first there is. */
export function viewOf(draft: Draft, asked: { sheet?: string; section?: string; page?: number; item?: string }): View {
  const of = (sheet: Sheet) => sheetPath(sheet) === asked.sheet
  const sheet = sheets.find(of) ?? sheetsOf(draft).find(({ count }) => count > 0)?.sheet ?? 'target'
  const all = itemsOn(draft, sheet).map((item, at): Shown => ({ n: String(at + 1), item }))
  const isKind = itemKinds.some((kind) => kind === sheet)
  const sections = isKind ? sectionsOf(all.map(({ item }) => item)) : []
  const wanted = all.find(({ item }) => item.id === asked.item)?.item
  const section =
    sections.find(({ path }) => path === (wanted ? sectionPath(wanted) : asked.section))?.path ??
    sections[0]?.path ??
    null
  const within = section === null ? all : all.filter(({ item }) => sectionPath(item) === section)
  const pages = Math.max(1, Math.ceil(within.length / mostItems))
  const at = wanted ? within.findIndex(({ item }) => item.id === wanted.id) : -1
  const page = at >= 0 ? Math.floor(at / mostItems) + 1 : Math.min(Math.max(1, asked.page ?? 1), pages)
  return { sheet, sections, section, page, pages, shown: within.slice((page - 1) * mostItems, page * mostItems) }
}

/** Where a sheet, or the place of an item on it, is found. */
export function viewQuery({ sheet, section, page }: Pick<View, 'sheet' | 'section' | 'page'>): string {
  const query = new URLSearchParams({ muc: sheetPath(sheet) })
  if (section !== null) query.set('phan', section)
  if (page > 1) query.set('trang', String(page))
  return query.toString()
}

/** A stretch of text; with `n`, the beginning of what was read as item n; `read` when it lies inside one. */
export type Piece = { text: string; n?: string; doubt?: boolean; read?: boolean }
export type Block = { kind: 'text'; line: number; pieces: Piece[] } | { kind: 'gap'; fromLine: number; toLine: number }

/** Lines told before and after what was read, so that its heading is seen. */
const linesAround = 3
const nearLines = 8

/** The source around the items shown, with a mark for each; what lies far from all of them is left out. */
export function excerptOf(text: string, shown: readonly Shown[]): Block[] {
  const starts = lineStarts(text)
  const placed = shown
    .flatMap(({ n, item }) => (item.span ? [{ n, span: item.span, doubt: isDoubtful(item) }] : []))
    .toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
  const ranges: { from: number; to: number }[] = []
  for (const { span } of placed) {
    const from = Math.max(1, span.fromLine - linesAround)
    const to = Math.min(starts.length, span.toLine + 1)
    const last = ranges.at(-1)
    if (last && from - last.to <= nearLines) last.to = Math.max(last.to, to)
    else ranges.push({ from, to })
  }
  return ranges.flatMap(({ from, to }, at): Block[] => {
    const start = starts[from - 1] ?? 0
    const end = starts[to] === undefined ? text.length : (starts[to] ?? 0) - 1
    const inside = placed.filter(({ span }) => span.start >= start && span.start < end)
    const before = ranges[at - 1]
    const gap: Block[] = before ? [{ kind: 'gap', fromLine: before.to + 1, toLine: from - 1 }] : []
    return [...gap, ...paragraphs(text, { start, end }, from, inside)]
  })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Whether a paragraph ends right before `at`. */
const isBreak = (text: string, at: number) =>
  at < 2 || [...text.slice(at - 2, at + 12).matchAll(paragraphEnd)].some(({ index }) => index === 1)

type Placed = { n: string; span: Span; doubt: boolean }

/** Where a new paragraph begins: a blank line, a numbered or bulleted line, the end of a sentence at the end of a line. */
const paragraphEnd = /\n(?=\s*\n|\s*(?:[-+*•–]\s|\d+(?:\.\d+)*[.)]\s|[IVX]+\.\s|\p{Ll}\)\s))|(?<=[.;:])\n/gu

function paragraphs(
  text: string,
  { start, end }: { start: number; end: number },
  line: number,
  placed: readonly Placed[],
): Block[] {
  const within = (at: number) => placed.some(({ span }) => span.start < at && at < span.end)
  const slice = text.slice(start, end)
  const cuts = [...slice.matchAll(paragraphEnd)].map(({ index }) => start + index).filter((at) => !within(at))
  // The rest of a paragraph that began before is no use to whoever reads.
  const torn = cuts.length > 0 && !isBreak(text, start) && !placed.some(({ span }) => span.start < (cuts[0] ?? 0))
  const edges = torn ? [...cuts, end] : [start, ...cuts, end]
  let number = line + (torn ? text.slice(start, cuts[0]).split('\n').length - 1 : 0)
  return edges.slice(1).flatMap((until, at): Block[] => {
    const from = edges[at] ?? start
    const here = number
    number += text.slice(from, until).split('\n').length - 1
    const inside = placed.filter(({ span }) => span.start >= from && span.start < until)
    const pieces = piecesOf(text, from, until, inside)
    const skipped = text[from] === '\n' ? 1 : 0
    return pieces.some((piece) => piece.text.trim()) ? [{ kind: 'text', line: here + skipped, pieces }] : []
  })
}

function piecesOf(text: string, from: number, until: number, placed: readonly Placed[]): Piece[] {
  const pieces: Piece[] = []
  let at = from
  let readUntil = from
  const plain = (to: number) => {
    const inner = Math.min(Math.max(at, readUntil), to)
    if (inner > at) pieces.push({ text: text.slice(at, inner), read: true })
    if (to > inner) pieces.push({ text: text.slice(inner, to) })
    at = Math.max(at, to)
  }
  placed.forEach(({ n, span, doubt }, index) => {
    plain(span.start)
    const next = placed[index + 1]?.span.start ?? until
    const end = Math.min(span.end, Math.max(next, span.start), until)
    pieces.push({ text: text.slice(span.start, end), n, doubt, read: true })
    at = end
    readUntil = Math.max(readUntil, Math.min(span.end, until))
  })
  plain(until)
  return pieces
}
