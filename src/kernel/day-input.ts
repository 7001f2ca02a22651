/** A day as people give it: three boxes, `25/5/2025`, or `2025-05-25`. */
import { z } from 'zod'
import { Day } from './time.ts'

const inParts = z.object({ day: z.string(), month: z.string(), year: z.string() })

const joined = (year: string, month: string, of: string) => `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`

function plain(typed: unknown): unknown {
  const parts = inParts.safeParse(typed)
  if (parts.success) {
    const { year, month, day } = parts.data
    return year || month || day ? joined(year.trim(), month.trim(), day.trim()) : ''
  }
  const [, of = '', month = '', year = ''] = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\s*$/.exec(String(typed)) ?? []
  return year ? joined(year, month, of) : typed
}

export const DayInput = z.preprocess(plain, Day)

const isBlank = (typed: unknown): boolean => {
  const value = plain(typed)
  return value === '' || value === null || value === undefined
}

/** Left empty: no day. */
export const OptionalDayInput = z.preprocess((typed) => (isBlank(typed) ? null : typed), DayInput.nullable())
