/** Measurable values in the words of a target: `Tối thiểu 95% …`, `1 - 2 bậc`, `trong vòng 24 giờ`. */
import { type Before, type Deadline, datesOf, deadlineOf } from './deadline.ts'
import { partOf, type Passage, type Source, type Span } from './source.ts'
import { type Measure, measureAt } from './unit-of-measure.ts'

/** `reach` is a bare figure ("100% cơ sở y tế"). `at_most` holds "dưới" too, as plans do not tell the two apart. */
export type Comparator = 'at_least' | 'more_than' | 'reach' | 'at_most' | 'range'

export type Level = 'province' | 'district' | 'commune'

/**
 * One figure to be reached. `max` only for a range. `change` says the figure is a rise or fall, not a state. `aim` marks
 * "phấn đấu". `partOf` is the index of the value that this one details ("Trong đó, …"). `literal` is the source's
 * spelling of the comparison, number and unit.
 */
export type Value = {
  comparator: Comparator
  value: number
  max?: number
  unit: string
  unitLiteral: string
  subject: string
  level?: Level
  deadline?: Omit<Deadline, 'at' | 'length'>
  aim?: true
  change?: 'increase' | 'decrease'
  partOf?: number
  literal: string
  span: Span
}

/**
 * `unit`: of the table's column, for cells that hold a bare number. `name`: what the row measures. `above`: what stands
 * over a detail ("Hồ sơ công việc xử lý trên mạng:" over "+ Cấp xã đạt trên 85%"), said before the subject.
 */
export type ValueOptions = { year: number | null; before: Before; unit?: string; name?: string; above?: string }

const figure = String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+(?:[,.]\d+)?`
const figures = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(${figure})(?:\s?%)?(?:\s?(?:-|–|—|đến|tới)\s?(${figure})(?![\d/]))?(?![\d/]|-\p{L})`,
  'gu',
)

/** `95,5` and `95.5` are decimals, `1.200` is a thousand two hundred. */
export function numberFrom(text: string): number {
  return Number(
    /^\d{1,3}(?:\.\d{3})+(?:,|$)/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.'),
  )
}

const comparators: readonly [Comparator | 'neutral', RegExp][] = [
  ['at_most', /(?:không (?:quá|vượt quá|vượt|trên|hơn|cao hơn)|tối đa|nhiều nhất|trong vòng|trong thời gian|≤|<=|<)$/u],
  ['at_least', /(?:tối thiểu|ít nhất|không (?:dưới|thấp hơn|ít hơn|kém)|≥|>=|(?<!\p{L})từ)$/u],
  ['at_most', /(?<!\p{L})(?:dưới|thấp hơn)$/u],
  ['more_than', /(?:(?<!\p{L})(?:trên|hơn|vượt)|>)$/u],
  ['neutral', /(?:(?<!\p{L})(?:đạt|là|mức|khoảng|bằng|được|lên|đến|còn|thêm)|=|:)$/u],
]

/** The comparison that ends right before `at`, and where it begins. */
function comparisonBefore(lower: string, at: number): { comparator: Comparator; from: number; said: boolean } {
  let from = at
  let said = false
  for (let words = 0; words < 4; words++) {
    const before = lower.slice(Math.max(0, from - 30), from)
    const kept = before.trimEnd()
    const found = comparators.find(([, pattern]) => pattern.test(kept))
    const match = found?.[1].exec(kept)
    if (!found || !match) break
    from -= before.length - match.index
    said = true
    if (found[0] !== 'neutral') return { comparator: found[0], from, said }
  }
  return { comparator: 'reach', from, said }
}

const namesSomething =
  /(?<!\p{L})(?:số|cấp độ|mức độ|cấp|phiên bản|giai đoạn|khoản|điều|điểm|qu[ýí]|năm|tháng|ngày|chương|phụ lục|mục|loại|thứ|khóa|nhóm|bảng)\s$/u

const isYear = (value: number) => Number.isInteger(value) && value >= 1900 && value <= 2100

type Found = {
  at: number
  from: number
  end: number
  value: number
  max: number | null
  comparator: Comparator
  said: boolean
  measure: Measure
}

const measureNamed = (unit: string): Measure => {
  const lower = unit.toLowerCase()
  const named = measureAt(/^\p{L}/u.test(lower) ? ` ${lower}` : lower)
  return { unit: named?.unit ?? 'count', literal: unit, length: 0, alone: true }
}

/** What a figure counts: the words after it, or the unit its table column names. */
function measureOf(lower: string, until: number, unit: string | undefined): Measure | null {
  const printed = measureAt(lower.slice(until, until + 42))
  return unit && (!printed || printed.unit === 'count') ? measureNamed(unit) : printed
}

/** The figure of one match when it is a measure and not a year, a version or the number of a document. */
function figureOf(lower: string, match: RegExpExecArray, unit: string | undefined): Found | null {
  const at = match.index
  const until = at + match[0].replace(/\s?%$/, '').length
  const value = numberFrom(match[1] ?? '')
  const max = match[2] === undefined ? null : numberFrom(match[2])
  const measure = measureOf(lower, until, unit)
  if (!measure || !Number.isFinite(value)) return null
  const { comparator, from, said } = comparisonBefore(lower, at)
  const isName = namesSomething.test(lower.slice(Math.max(0, at - 12), at)) || isYear(value)
  if (!unit && ((measure.unit !== 'percent' && isName) || (!measure.alone && !said))) return null
  const turn = turnedAfter(lower, until + measure.length)
  const end = until + measure.length + (turn?.length ?? 0)
  const isRange = max !== null && max > value
  const turned = turn?.comparator ?? comparator
  return { at, from, end, value, max: isRange ? max : null, comparator: isRange ? 'range' : turned, said, measure }
}

/** "90% trở lên" says after the figure what others say before it; `length` when it follows at once. */
function turnedAfter(lower: string, end: number): { comparator: Comparator; length: number } | null {
  const match = /^\s?((?:\p{L}+ ){0,3})trở (lên|xuống)/u.exec(lower.slice(end, end + 40))
  if (!match) return null
  return { comparator: match[2] === 'lên' ? 'at_least' : 'at_most', length: match[1] ? 0 : match[0].length }
}

/** Every figure of a text that is no part of a date. */
function figuresOf(lower: string, dates: readonly { at: number; length: number }[], unit: string | undefined): Found[] {
  const found: Found[] = []
  let date = 0
  for (const match of lower.matchAll(figures)) {
    while ((dates[date]?.at ?? lower.length) + (dates[date]?.length ?? 0) <= match.index) date++
    const figure = match.index >= (dates[date]?.at ?? lower.length) ? null : figureOf(lower, match, unit)
    if (figure) found.push(figure)
  }
  return found
}

const startsAside = /^(?:so với|trở lên|trở xuống|trong|vào|đến|trước|theo|và|tại|của năm)(?!\p{L})/u
const measuresWhatStandsBefore = new Set([
  'ranks',
  'hours',
  'minutes',
  'points',
  'percentage_points',
  'days',
  'working_days',
])

const withoutEdges = (text: string) =>
  text
    .replace(/^[\s,:;.)–+-]+/, '')
    .replace(/^(?:phấn đấu|trong đó|và)[\s,:]+/iu, '')
    .slice(0, 400)
    .replace(/(?:[,:;.(–+-]|(?<=\s)(?:và|đạt|là|tăng|giảm)|\s)+$/u, '')

function subjectOf(text: string, found: Found, clause: { from: number; until: number }): string {
  const after = withoutEdges(text.slice(found.end, clause.until))
  const before = withoutEdges(text.slice(clause.from, found.from))
  const useBefore =
    measuresWhatStandsBefore.has(found.measure.unit) || after.length < 3 || startsAside.test(after.toLowerCase())
  return useBefore && before.length >= 3 ? before : after
}

const levels: readonly [Level, RegExp][] = [
  ['province', /cấp tỉnh/],
  ['district', /cấp huyện/],
  ['commune', /cấp xã/],
]

function levelOf(subject: string): Level | null {
  const named = levels.filter(([, pattern]) => pattern.test(subject.toLowerCase()))
  return named.length === 1 ? (named[0]?.[0] ?? null) : null
}

const dueOf = ({ kind, literal, dueOn }: Deadline): Omit<Deadline, 'at' | 'length'> => ({
  kind,
  literal,
  ...(dueOn && { dueOn }),
})

/** A sentence is looked at no further than this from its figure, so that a text without full stops costs no more. */
const widest = 600

const changeBefore = (lower: string, from: number) => {
  const word = /(?<!\p{L})(tăng|giảm)(?: thêm)?\s?$/u.exec(lower.slice(Math.max(0, from - 12), from))?.[1]
  return word === 'tăng' ? 'increase' : word === 'giảm' ? 'decrease' : null
}

type Sentence = { from: number; until: number; due: Deadline | null; aims: number }

/** The sentences of a text that hold figures, each with its deadline and where "phấn đấu" stands (-1: nowhere). */
function sentencesOf({ text, lower }: Passage, found: readonly Found[], options: ValueOptions): Sentence[] {
  const ends = [...lower.matchAll(/[.;](?=\s|$)/g)].map(({ index }) => index)
  let next = 0
  let last: Sentence | undefined
  return found.map(({ at }) => {
    while ((ends[next] ?? text.length) < at) next++
    const until = Math.min(ends[next] ?? text.length, at + widest)
    const from = Math.max(next ? (ends[next - 1] ?? 0) + 1 : 0, at - widest)
    if (last && last.from === from && last.until === until) return last
    const due = deadlineOf(text.slice(from, until), lower.slice(from, until), options.year, options.before)
    const aims = lower.slice(from, until).indexOf('phấn đấu')
    last = { from, until, due, aims: aims < 0 ? -1 : from + aims }
    return last
  })
}

/** "Tối thiểu 90% hồ sơ …, 85% hồ sơ …": the word said once holds for figures about the same thing in its sentence. */
function carryOver(values: readonly Value[], sentences: readonly Sentence[], found: readonly Found[]): Value[] {
  const carried: Value[] = []
  const about = ({ subject }: Value) => subject.toLowerCase().split(' ').slice(0, 2).join(' ')
  values.forEach((value, at) => {
    const before = carried[at - 1]
    const parallel =
      before && sentences[at] === sentences[at - 1] && about(before) === about(value) && before.unit === value.unit
    const keeps = !parallel || found[at]?.said || value.comparator !== 'reach' || before.comparator === 'range'
    carried.push(keeps ? value : { ...value, comparator: before.comparator })
  })
  return carried
}

/** Every value of a passage, in the order of the text. */
export function valuesOf(source: Source, passage: Passage, options: ValueOptions): Value[] {
  const { text, lower } = passage
  const dates = datesOf(lower)
  const found = figuresOf(lower, dates, options.unit)
  const sentences = sentencesOf(passage, found, options)
  const detail = lower.search(/(?<!\p{L})trong đó(?!\p{L})/u)
  const whole = detail < 0 ? -1 : found.findLastIndex(({ at }) => at < detail)
  const values = found.map((one, index): Value => {
    const sentence = sentences[index] ?? { from: 0, until: text.length, due: null, aims: -1 }
    const from = Math.max(sentence.from, found[index - 1]?.end ?? 0)
    const until = Math.min(sentence.until, found[index + 1]?.from ?? text.length)
    const said = options.name ?? subjectOf(text, one, { from, until })
    const subject = options.above ? `${options.above}: ${said}` : said
    const level = levelOf(subject)
    const change = changeBefore(lower, one.from)
    const printed = partOf(source, passage, one.from, one.end)
    return {
      comparator: one.comparator,
      value: one.value,
      ...(one.max !== null && { max: one.max }),
      unit: one.measure.unit,
      unitLiteral: one.measure.literal,
      subject,
      ...(level && { level }),
      ...(sentence.due && { deadline: dueOf(sentence.due) }),
      ...(sentence.aims >= 0 && sentence.aims < one.at && { aim: true as const }),
      ...(change && { change }),
      ...(whole >= 0 && index > whole && { partOf: whole }),
      literal: printed.text,
      span: printed.span,
    }
  })
  return carryOver(values, sentences, found)
}
