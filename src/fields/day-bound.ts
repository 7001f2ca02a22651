/** A bound of a day: `2025-01-31`, `today`, `today-16y`, `today+30d`, `today-6m`. */
import { type Day, isDayText, plusDays, plusMonths } from '#kernel/time.ts'

const fromToday = /^today(?:([+-])(\d{1,4})([ymd]))?$/

/** `null`: not a bound. */
export function dayBound(text: string, today: Day): Day | null {
  if (isDayText(text)) return text
  const found = fromToday.exec(text)
  if (!found) return null
  const [, sign, amount = '0', unit] = found
  if (unit === 'y' && Number(amount) > 999) return null
  const by = Number(amount) * (sign === '-' ? -1 : 1)
  return unit === 'd' || !unit ? plusDays(today, by) : plusMonths(today, unit === 'y' ? by * 12 : by)
}
