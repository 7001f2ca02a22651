/** The tree of a plan: headings and items by their numbers, whatever levels this document uses. */
import { isBullet, type Marker, markersOf, mayFollow, missingBetween, type Style } from './numbering.ts'
import type { Line, Source } from './source.ts'
import { type Table, tableAt } from './table.ts'
import { beginsParagraph, continuesLine, type Width, widthOf } from './wrap.ts'

/** A stretch of source offsets, `end` excluded. */
export type Extent = { start: number; end: number }

/** One numbered piece: its first paragraph, the paragraphs after it, its tables and what is numbered below it. */
export type Entry = {
  ref: string
  label: string
  style: Style | 'root'
  ordinal: number
  path: readonly number[]
  title: Extent
  body: Extent[]
  tables: Table[]
  children: Entry[]
  line: number
}

/** What was odd about the numbers: `repeated` the same again, `missing` a number passed over. */
type Oddity = { kind: 'repeated' | 'missing'; ref: string; label: string; after: string; extent: Extent }

export type Outline = { root: Entry; oddities: Oddity[] }

type Place = { marker: Marker; depth: number; last: Entry | undefined }

const beforeRoman = new Set<Style | 'root'>(['root', 'part', 'capital'])
const beforeCapital = new Set<Style | 'root'>(['root', 'part', 'roman'])

/** How much of the open headings stays open above a marker whose list is not open yet. */
function depthOfNewList(open: readonly Entry[], { style }: Marker): number {
  if (isBullet(style)) return open.length
  const ends = (entry: Entry) => {
    if (style === 'part') return entry.style !== 'root'
    if (style === 'roman') return !beforeRoman.has(entry.style)
    if (style === 'capital') return !beforeCapital.has(entry.style)
    return isBullet(entry.style)
  }
  const at = open.findIndex(ends)
  return at < 0 ? open.length : at
}

const samePath = (a: readonly number[], b: readonly number[]) => a.length === b.length && a.every((n, i) => n === b[i])

/** Where a marker would stand among the open headings, or null when its number cannot be meant as one. */
function placeOf(open: readonly Entry[], marker: Marker): Place | null {
  const stem = marker.path.slice(0, -1)
  const parent = stem.length ? open.findLastIndex((entry) => samePath(entry.path, stem)) : -1
  const sibling = open.findIndex((entry) => entry.style === marker.style)
  const last = open[sibling]
  const goesOn = last && samePath(last.path.slice(0, -1), stem)
  const depth = goesOn ? sibling : parent >= 0 ? parent + 1 : depthOfNewList(open, marker)
  if (marker.path.some((number) => number > 99)) return null
  return mayFollow(marker.style, goesOn ? last.ordinal : 0, marker.ordinal)
    ? { marker, depth: sibling >= 0 && !goesOn && parent < 0 ? sibling : depth, last: goesOn ? last : undefined }
    : null
}

/** The marker of a line among the open headings: one that goes on with an open list before one that begins a list. */
function chooseMarker(open: readonly Entry[], line: Line, before: Line | undefined): Place | null {
  const places = markersOf(line.text)
    .filter((marker) => !continuesLine(before, line.text.slice(marker.length).trim()))
    .map((marker) => placeOf(open, marker))
    .filter((place) => place !== null)
  return places.find(({ marker, last }) => last && marker.ordinal === last.ordinal + 1) ?? places[0] ?? null
}

const bulletSigns: Partial<Record<Style | 'root', string>> = { dash: '-', plus: '+', dot: '*' }

/** The state of reading: open headings, the last line read and whether it began its paragraph. */
type Reading = {
  open: Entry[]
  refs: Map<string, number>
  oddities: Oddity[]
  before: Line | undefined
  isFirst: boolean
  width: Width
}

/** `III.6.b`, `II.2.1-3` (third dash); the same number a second time becomes `III.6.b(2)`. */
function refOf({ open, refs }: Reading, parent: Entry, marker: Marker): string {
  const count = (key: string) => {
    const times = (refs.get(key) ?? 0) + 1
    refs.set(key, times)
    return times
  }
  const sign = bulletSigns[marker.style]
  if (sign) return `${parent.ref}${sign}${count(`${parent.ref}${sign}`)}`
  const above = marker.path.length > 1 ? open.findLast((entry) => !entry.path.length) : parent
  const plain = above?.ref ? `${above.ref}.${marker.label}` : marker.label
  const times = count(plain)
  return times > 1 ? `${plain}(${times})` : plain
}

const entryOf = (ref: string, marker: Marker, title: Extent, line: number): Entry => ({
  ref,
  label: marker.label,
  style: marker.style,
  ordinal: marker.ordinal,
  path: marker.path,
  title,
  body: [],
  tables: [],
  children: [],
  line,
})

function noteOddity(reading: Reading, { marker, last }: Place, entry: Entry) {
  if (isBullet(marker.style)) return
  const missing = missingBetween(marker.style, last?.ordinal ?? 0, marker.ordinal)
  const odd = { ref: entry.ref, label: marker.label, after: last?.label ?? '', extent: entry.title }
  if (last && marker.ordinal === last.ordinal) reading.oddities.push({ kind: 'repeated', ...odd })
  else if (missing > 0) reading.oddities.push({ kind: 'missing', ...odd })
}

function openEntry(reading: Reading, place: Place, line: Line) {
  reading.open.length = place.depth
  const parent = reading.open.at(-1)
  if (!parent) throw new Error('the root of an outline is never closed')
  const ref = refOf(reading, parent, place.marker)
  const entry = entryOf(ref, place.marker, { start: line.start + place.marker.length, end: line.end }, line.number)
  noteOddity(reading, place, entry)
  parent.children.push(entry)
  reading.open.push(entry)
  reading.isFirst = true
}

/** An unnumbered line: the rest of the paragraph before it, or a paragraph of its own. */
function goOn(reading: Reading, line: Line) {
  const entry = reading.open.at(-1)
  if (!entry) return
  const { before } = reading
  const paragraph = entry.body.at(-1) ?? (entry.style === 'root' ? undefined : entry.title)
  const titleIsEmpty = paragraph === entry.title && paragraph.end <= paragraph.start
  if (paragraph && before && (titleIsEmpty || !beginsParagraph(before, line, reading.isFirst, reading.width))) {
    paragraph.end = line.end
    reading.isFirst = false
  } else {
    entry.body.push({ start: line.start, end: line.end })
    reading.isFirst = true
  }
}

/** Reads the lines `from` (counted from 0) up to `until` as a tree. `prefix` stands before every ref. */
export function outlineOf(source: Source, from: number, until: number, prefix = ''): Outline {
  const lines = source.lines.slice(from, until)
  const start = lines[0]?.start ?? source.text.length
  const root: Entry = {
    ...entryOf(prefix, { style: 'dash', label: '', ordinal: 0, path: [], length: 0 }, { start, end: start }, from + 1),
    style: 'root',
  }
  const width = widthOf(lines, (line) => markersOf(line.text).length > 0)
  const reading: Reading = { open: [root], refs: new Map(), oddities: [], before: undefined, isFirst: true, width }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.blank) continue
    const table = line.cells.length ? tableAt(lines, at) : null
    if (table) {
      reading.open.at(-1)?.tables.push(table)
      at = table.to.number - from - 1
      reading.before = undefined
      continue
    }
    const place = chooseMarker(reading.open, line, reading.before)
    if (place) openEntry(reading, place, line)
    else goOn(reading, line)
    reading.before = line
  }
  return { root, oddities: reading.oddities }
}

/** Where the last word of an entry and all below it stands. */
export function endOf(entry: Entry): number {
  const last = entry.children.at(-1)
  return Math.max(entry.title.end, entry.body.at(-1)?.end ?? 0, last ? endOf(last) : 0)
}
