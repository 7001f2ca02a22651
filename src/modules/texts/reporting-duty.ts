/** What units must send or hold, and when: reports by quarter, half-year and year, own plans, meetings. */
import { type Day, endOfMonth } from '#kernel/time.ts'
import { type Before, dayFrom, endOfQuarter, lastDayBefore } from './deadline.ts'
import { partOf, type Passage, type Source, type Span } from './source.ts'

export type ReportingKind =
  | 'monthly'
  | 'quarterly'
  | 'half_year'
  | 'nine_months'
  | 'yearly'
  | 'own_plan'
  | 'half_year_meeting'
  | 'yearly_meeting'

/** Which month "ngày 20 của Quý" means. The first month after the quarter is `next`. */
export type QuarterMonth = 'first' | 'last' | 'next'

/** `dueOn` holds every last day in the plan's year; empty when the text names no day. */
export type ReportingDuty = {
  kind: ReportingKind
  ref: string
  unit: string
  literal: string
  dueOn: Day[]
  span: Span
}

export type DutyOptions = { year: number | null; before: Before; quarterMonth: QuarterMonth }

const reportKinds: readonly [ReportingKind, RegExp][] = [
  ['nine_months', /^0?9 tháng|^chín tháng/u],
  ['half_year', /^0?6 tháng|^sáu tháng|^bán niên/u],
  ['monthly', /tháng$/u],
  ['quarterly', /qu[ýí]$/u],
  ['yearly', /năm$/u],
]

const period = String.raw`(?<![\p{L}\d])(?:0?[69] tháng(?: đầu năm)?|(?:sáu|chín) tháng(?: đầu năm)?|bán niên|(?:hàng |hằng |định kỳ |báo cáo )?(?:tháng|qu[ýí]|năm))(?! ?[\d/]|\p{L})`
const until = String.raw`\s?[(,:]?\s?(?:gửi )?(trước ngày|trước|chậm nhất(?: là)?(?: vào)?(?: ngày)?|xong ngày|vào ngày|ngày)\s(\d{1,2})`
const named = String.raw`(?:[/-](\d{1,2})(?!\d)(?:[/-](\d{4}))?| tháng (\d{1,2})(?: năm (\d{4}))?)?`
const tail = String.raw`(?: (?:của |hàng |hằng )?(?:tháng (?:cuối|đầu) )?(?:của )?(?:qu[ýí]|tháng|năm)(?: sau| tiếp theo)?(?!\p{L}))?\)?`
const reports = new RegExp(`(${period})${until}${named}${tail}`, 'gu')

const months = { first: 1, last: 3, next: 4 } as const

function quarterDays(date: number, { year, before, quarterMonth }: DutyOptions): Day[] {
  if (year === null) return []
  return [0, 3, 6, 9].flatMap((start) => {
    const month = start + months[quarterMonth]
    const on = dayFrom({ day: date, month: ((month - 1) % 12) + 1, year: year + (month > 12 ? 1 : 0) })
    return on ? [lastDayBefore(on, before)] : []
  })
}

function monthlyDays(date: number, { year, before }: DutyOptions): Day[] {
  if (year === null) return []
  return Array.from({ length: 12 }, (_, at) => at + 1).flatMap((month) => {
    const on = dayFrom({ day: Math.min(date, Number(endOfMonth(year, month).slice(8))), month, year })
    return on ? [lastDayBefore(on, before)] : []
  })
}

/** The month a text names itself ("tháng cuối quý", "tháng đầu quý sau"), or null when it names none. */
export function statedMonth(literal: string): QuarterMonth | null {
  const lower = literal.toLowerCase()
  if (/tháng cuối/u.test(lower)) return 'last'
  if (/qu[ýí] (?:sau|tiếp theo)/u.test(lower)) return 'next'
  return /tháng đầu/u.test(lower) ? 'first' : null
}

/** A yearly report asked for in January or February can only be about the year that has ended. */
function oneDay(
  kind: ReportingKind,
  date: number,
  month: number,
  year: number | undefined,
  options: DutyOptions,
  strict: boolean,
): Day[] {
  const inYear = year ?? (options.year === null ? null : options.year + (kind === 'yearly' && month <= 2 ? 1 : 0))
  const on = inYear === null ? null : dayFrom({ day: date, month, year: inYear })
  return on ? [strict ? lastDayBefore(on, options.before) : on] : []
}

type Found = Omit<ReportingDuty, 'span' | 'literal'> & { at: number; end: number }

function reportsIn(lower: string, about: { ref: string; unit: string }, options: DutyOptions): Found[] {
  if (!lower.includes('báo cáo')) return []
  return [...lower.matchAll(reports)].flatMap((match) => {
    const words = match[1] ?? ''
    const kind = reportKinds.find(([, pattern]) => pattern.test(words))?.[0]
    if (!kind) return []
    const date = Number(match[3])
    const month = Number(match[4] ?? match[6])
    const year = match[5] ?? match[7]
    const strict = match[2]?.startsWith('trước') ?? false
    const quarterMonth = statedMonth(match[0]) ?? options.quarterMonth
    const loose: DutyOptions = { ...options, quarterMonth, ...(!strict && { before: 'same_day' }) }
    const named = month > 0 ? oneDay(kind, date, month, year ? Number(year) : undefined, options, strict) : []
    const cycle = kind === 'quarterly' ? quarterDays(date, loose) : kind === 'monthly' ? monthlyDays(date, loose) : []
    return [
      { ...about, kind, dueOn: named.length ? named : cycle, at: match.index, end: match.index + match[0].length },
    ]
  })
}

const ownPlan = /xây dựng (?:và ban hành |và triển khai )?(?:chương trình, )?kế hoạch/u
const within = /(?:hoàn thành |xong )?trong qu[ýí] (iv|iii|ii|i|[1-4])(?![\p{L}\d])(?:\s?(?:\/|năm)\s?(\d{4}))?/u
const quarters: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4 }

function ownPlanIn(lower: string, about: { ref: string; unit: string }, { year }: DutyOptions): Found[] {
  const from = lower.search(ownPlan)
  if (from < 0) return []
  const rest = lower.slice(from, from + 400)
  const match = within.exec(rest)
  if (!match?.[1]) return []
  const quarter = quarters[match[1]] ?? Number(match[1])
  const inYear = match[2] ? Number(match[2]) : year
  const due = inYear === null ? [] : [endOfQuarter(inYear, quarter)]
  return [{ ...about, kind: 'own_plan', dueOn: due, at: from + match.index, end: from + match.index + match[0].length }]
}

const meeting =
  /họp [\p{L} ]{0,60}?(?:định kỳ |hàng |hằng )(?:0?6 tháng|sáu tháng|năm)(?:(?: và|,| hoặc) (?:0?6 tháng|cuối năm|cả năm|năm))?/u

function meetingsIn(lower: string, about: { ref: string; unit: string }): Found[] {
  const match = meeting.exec(lower)
  if (!match) return []
  const place = { ...about, dueOn: [], at: match.index, end: match.index + match[0].length }
  const half = /(?:0?6|sáu) tháng/u.test(match[0])
  const whole = match[0].endsWith('năm')
  return [
    ...(half ? [{ ...place, kind: 'half_year_meeting' as const }] : []),
    ...(whole ? [{ ...place, kind: 'yearly_meeting' as const }] : []),
  ]
}

/** Every reporting duty a duty's text names. */
export function reportingDutiesOf(
  source: Source,
  passage: Passage,
  about: { ref: string; unit: string },
  options: DutyOptions,
): ReportingDuty[] {
  const { lower } = passage
  const found = [...reportsIn(lower, about, options), ...ownPlanIn(lower, about, options), ...meetingsIn(lower, about)]
  return found.map(({ at, end, kind, ref, unit, dueOn }) => {
    const part = partOf(source, passage, at, end)
    return { kind, ref, unit, literal: part.text, dueOn, span: part.span }
  })
}

/** A text that asks for periodic reports; it may not say which period. */
export const asksForPeriodicReports = ({ lower }: Passage) =>
  /định kỳ [\p{L} ]{0,30}báo cáo|báo cáo định kỳ/u.test(lower)
