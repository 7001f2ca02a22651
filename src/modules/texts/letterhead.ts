/** The frame of an official document: number, date, issuer, title; where the body ends and the appendices begin. */
import { fold } from '#kernel/fold.ts'
import type { Day } from '#kernel/time.ts'
import { datesOf } from './deadline.ts'
import { markersOf } from './numbering.ts'
import { type Line, passageOf, type Source } from './source.ts'

/** `attachedTo`: the decision that issues the plan, when the plan has no number of its own. */
export type Letterhead = {
  number: string | null
  issuedOn: Day | null
  issuer: string | null
  title: string
  attachedTo: string | null
  isDraft: boolean
}

/** Line indexes from 0, ends excluded. */
export type Layout = {
  title: { from: number; to: number }
  body: { from: number; to: number }
  appendices: { from: number; to: number }[]
}

const isUpper = (text: string) => /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)

const titleLine = /^ke hoach(?:$| (?!so \d))/
const isTitle = ({ text, cells }: Line) =>
  cells.length < 2 && titleLine.test(fold(text.slice(0, 40))) && (isUpper(text) || /^Kế hoạch$/u.test(text))

const longestTitle = 8

/** The title goes on until a number, a preamble or a bracket: "KẾ HOẠCH / CHUYỂN ĐỔI SỐ TỈNH … / NĂM 2025". */
function titleEnd(lines: readonly Line[], from: number): number {
  let at = from + 1
  for (; at < lines.length && at < from + longestTitle; at++) {
    const line = lines[at]
    if (!line) break
    if (line.blank) continue
    if (markersOf(line.text).length || /^[(“"[]/.test(line.text) || /[.;:]$/.test(line.text)) break
    if (/^(?:can cu|thuc hien|nham|de |trien khai thuc hien)/.test(fold(line.text.slice(0, 40))) && !isUpper(line.text))
      break
    if (!isUpper(line.text) && line.text.length > 160) break
  }
  return at
}

const closing = /^(?:tren day la|noi nhan)/

const isAppendixTitle = (line: Line, afterClosing: boolean) => {
  const folded = fold(line.text.slice(0, 60))
  if (/^phu luc(?: so)?(?: [ivx\d]+[a-z]?)?[.:]?$/.test(folded)) return true
  if (!isUpper(line.text) || line.cells.length > 1) return false
  return (
    /^phu luc(?! dinh kem)/.test(folded) || (afterClosing && /^(?:danh muc|bieu|bang|he thong chi tieu)/.test(folded))
  )
}

/** Where the body ends: before the closing words, after `./.`, before an appendix, or with the text. */
function bodyEnd(lines: readonly Line[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.blank) continue
    if (closing.test(fold(line.text.slice(0, 20))) || isAppendixTitle(line, false)) return at
    if (line.text.endsWith('./.')) return at + 1
  }
  return lines.length
}

/** Where appendices begin. The line after a bare "PHỤ LỤC I" is its name, not another appendix. */
function appendixStarts(lines: readonly Line[], from: number): number[] {
  const starts: number[] = []
  let named = true
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.blank) continue
    if (named && isAppendixTitle(line, true)) {
      starts.push(at)
      named = !/^phu luc(?: so)?(?: [ivx\d]+[a-z]?)?[.:]?$/.test(fold(line.text.slice(0, 60)))
    } else named = true
  }
  return starts
}

/** The parts of the text by lines, or null when no line is a plan's title. */
export function layoutOf({ lines }: Source): Layout | null {
  const from = lines.findIndex(isTitle)
  if (from < 0) return null
  const bodyFrom = titleEnd(lines, from)
  const bodyTo = bodyEnd(lines, bodyFrom)
  const starts = appendixStarts(lines, bodyTo)
  const appendices = starts.map((start, index) => ({ from: start, to: starts[index + 1] ?? lines.length }))
  return { title: { from, to: bodyFrom }, body: { from: bodyFrom, to: bodyTo }, appendices }
}

/** The left column of the head, which names the issuer: whole lines, or first cells when the head is a table. */
function issuerOf(lines: readonly Line[]): string | null {
  const named: string[] = []
  for (const line of lines) {
    const cell = (line.cells.length > 1 ? (line.cells[0]?.text ?? '') : line.text).replace(/[-–_*]{3,}.*$/, '').trim()
    if (!cell && named.length && line.cells.length < 2) break
    if (!cell) continue
    if (!isUpper(cell) || /^(?:cong hoa|doc lap|chu nghia|so ?:)/.test(fold(cell))) break
    named.push(cell)
    if (named.length === 4) break
  }
  return named.length ? named.join(' ') : null
}

const planNumber = /số\s?:?\s?(\d{0,6}) ?\/ ?(KH-[\p{Lu}\d]+(?:-[\p{Lu}\d]+)?)/u
const decisionNumber = /quyết định số\s?:?\s?(\d{1,6}\/(?:\d{4}\/)?QĐ-[\p{L}\d-]+)/iu
const attached = /(?:ban hành )?kèm theo /iu

/** Reads the head; `layout` says where the title stands. */
export function letterheadOf(source: Source, { title, body }: Layout): Letterhead {
  const lines = source.lines.slice(0, title.from)
  const titleStart = source.lines[title.from]?.start ?? 0
  const titleStop = source.lines[title.to - 1]?.end ?? source.text.length
  const head = passageOf(source, 0, Math.max(0, titleStart))
    .text.replace(/Số/g, 'số')
    .replaceAll('|', ' ')
    .replace(/ +/g, ' ')
  const below = passageOf(
    source,
    titleStop,
    source.lines[Math.min(body.from + 6, source.lines.length - 1)]?.end ?? titleStop,
  )
  const number = planNumber.exec(head)
  const decision = attached.test(below.text.slice(0, 400)) ? decisionNumber.exec(below.text.slice(0, 600)) : null
  const own = number?.[1] ? `${number[1]}/${number[2]}` : null
  const dates = datesOf(head.toLowerCase())
  const decided = decision ? datesOf(below.lower.slice(0, 800))[0] : undefined
  return {
    number: own ?? decision?.[1] ?? null,
    issuedOn: (own || number ? dates.at(-1)?.on : (decided?.on ?? dates.at(-1)?.on)) ?? null,
    issuer: issuerOf(lines),
    title: passageOf(source, titleStart, titleStop).text,
    attachedTo: own ? null : (decision?.[1] ?? null),
    isDraft: Boolean(number && !number[1]),
  }
}

/** The year a plan is for: from its title ("NĂM 2025"), else null. */
export function yearInTitle(title: string): number | null {
  const found = /năm (\d{4})(?!\d)(?! ?[-–])/iu.exec(title)?.[1]
  return found ? Number(found) : null
}
