/** Deadlines as plans write them: `trước 30/6/2025`, `Quý II/2025`, `tháng 12/2025`, `hằng quý`, `thường xuyên`. */
import { type Day, day, endOfMonth, isDayText, plusDays } from '#kernel/time.ts'

/** "Trước ngày 20" says, read literally, that day 19 is the last; many offices mean day 20. */
export type Before = 'day_before' | 'same_day'

export type DeadlineKind = 'day' | 'month' | 'quarter' | 'year' | 'recurring' | 'continuous'

/** `literal` as printed; `at` and `length` in the text that was searched; `dueOn` where a last day can be computed. */
export type Deadline = { kind: DeadlineKind; literal: string; dueOn?: Day; at: number; length: number }

export type CalendarDay = { day: number; month: number; year: number }

export const dayFrom = ({ day: date, month, year }: CalendarDay): Day | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDayText(text) ? day(text) : null
}

const written =
  /(?<!\d)(\d{1,2}) tháng (\d{1,2}) năm (\d{4})(?!\d)|(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/g

/** Every full date of a text in lower case, in both styles: `06 tháng 10 năm 2021`, `06/10/2021`. */
export function datesOf(lower: string): { on: Day; at: number; length: number }[] {
  return [...lower.matchAll(written)].flatMap((match) => {
    const [date, month, year] = match
      .slice(1)
      .filter((part) => part !== undefined)
      .map(Number)
    const on = date && month && year ? dayFrom({ day: date, month, year }) : null
    return on ? [{ on, at: match.index, length: match[0].length }] : []
  })
}

const quarterNumbers: Record<string, number> = { i: 1, ii: 2, iii: 3, iv: 4, '1': 1, '2': 2, '3': 3, '4': 4 }

export const endOfQuarter = (year: number, quarter: number): Day => endOfMonth(year, quarter * 3)

export const lastDayBefore = (on: Day, before: Before): Day => (before === 'day_before' ? plusDays(on, -1) : on)

type Reader = {
  pattern: RegExp
  read: (
    parts: (string | undefined)[],
    year: number | null,
    before: Before,
  ) => Omit<Deadline, 'literal' | 'at' | 'length'> | null
}

const given = (text: string | undefined, year: number | null) => (text ? Number(text) : year)

/** Tried in this order; the first that fits gives the deadline. */
const readers: readonly Reader[] = [
  {
    pattern:
      /(trước ngày|trước|chậm nhất(?: là)?(?: trong)?(?: ngày)?|đến ngày|đến hết ngày|xong ngày)\s?(\d{1,2})[/-](\d{1,2})(?:[/-](\d{4}))?(?![\d/])/,
    read: ([word, date, month, year], planYear, before) => {
      const inYear = given(year, planYear)
      const on = inYear && dayFrom({ day: Number(date), month: Number(month), year: inYear })
      return on ? { kind: 'day', dueOn: word?.startsWith('trước') ? lastDayBefore(on, before) : on } : null
    },
  },
  {
    pattern: /(?:trước |đến |hết |trong )?qu[ýí] (iv|iii|ii|i|[1-4])(?![\p{L}\d])(?:\s?(?:\/|-|năm)\s?(\d{4}))?/u,
    read: ([quarter, year], planYear) => {
      const inYear = given(year, planYear)
      const dueOn = inYear && endOfQuarter(inYear, quarterNumbers[quarter ?? ''] ?? 4)
      return { kind: 'quarter', ...(dueOn && { dueOn }) }
    },
  },
  {
    pattern: /(?<!\d )(trước |đến |hết |trong )?tháng (\d{1,2})(?:\s?(?:\/|-|năm)\s?(\d{4}))(?!\d)/,
    read: ([word, month, year], planYear) => {
      const inYear = given(year, planYear)
      const number = Number(month)
      if (!inYear || number < 1 || number > 12) return null
      const last = endOfMonth(inYear, number)
      return { kind: 'month', dueOn: word === 'trước ' ? plusDays(day(`${last.slice(0, 8)}01`), -1) : last }
    },
  },
  { pattern: /(?:hàng|hằng) (?:tuần|tháng|quý|năm)(?!\p{L})/u, read: () => ({ kind: 'recurring' }) },
  { pattern: /thường xuyên|liên tục/, read: () => ({ kind: 'continuous' }) },
  {
    pattern: /(?:đến (?:hết |cuối )?năm|hết năm|cuối năm|trong năm) (\d{4})(?!\d)/,
    read: ([year]) => ({ kind: 'year', dueOn: endOfMonth(Number(year), 12) }),
  },
  {
    pattern: /(?:trong|cả|hết|cuối) năm(?! \d)(?![\p{L}])/u,
    read: (_, planYear) => ({ kind: 'year', ...(planYear && { dueOn: endOfMonth(planYear, 12) }) }),
  },
]

/** The first deadline a text names. `lower` is `text` in lower case with the same positions. */
export function deadlineOf(text: string, lower: string, year: number | null, before: Before): Deadline | null {
  for (const { pattern, read } of readers) {
    const match = pattern.exec(lower)
    const found = match && read(match.slice(1), year, before)
    if (match && found) {
      const literal = text.slice(match.index, match.index + match[0].length).trim()
      return { ...found, literal, at: match.index, length: match[0].length }
    }
  }
  return null
}

/** A cell of the column "Thời gian", where a bare date, month or year is a deadline by itself. */
export function deadlineInCell(text: string, lower: string, year: number | null, before: Before): Deadline | null {
  const named = deadlineOf(text, lower, year, before)
  if (named) return named
  const on = datesOf(lower)[0]
  if (on)
    return { kind: 'day', literal: text.slice(on.at, on.at + on.length), dueOn: on.on, at: on.at, length: on.length }
  const bare = /^(?:năm )?(\d{4})$/.exec(lower)
  return bare
    ? { kind: 'year', literal: text, dueOn: endOfMonth(Number(bare[1]), 12), at: 0, length: text.length }
    : null
}
