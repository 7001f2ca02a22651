/** Figures and days as people here write them: decimal comma, thousands dot, no-break space before the unit. */
import { type Locale, localeNow } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'

const nbsp = '\u00a0'
const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB' }
const formats = new Map<string, Intl.NumberFormat>()

/** `digits` decimals at most; `exact` keeps trailing zeros so that a column lines up. */
export function numberText(value: number, digits = 0, exact = false): string {
  const id = `${localeNow()} ${digits} ${exact}`
  let format = formats.get(id)
  if (!format) {
    format = new Intl.NumberFormat(tags[localeNow()], {
      maximumFractionDigits: digits,
      minimumFractionDigits: exact ? digits : 0,
    })
    formats.set(id, format)
  }
  return format.format(value)
}

/** `value` counts in hundredths: 57.4 is "57,4 %". */
export const percentText = (value: number, digits = 1) => `${numberText(value, digits)}${nbsp}%`
export const moneyText = (dong: number) => `${numberText(dong)}${nbsp}đ`

/** 1,4 MB; below a tenth of one, kB. */
export const bytesText = (bytes: number) =>
  bytes < 100_000
    ? `${numberText(Math.max(1, Math.round(bytes / 1000)))}${nbsp}kB`
    : `${numberText(bytes / 1_000_000, 1)}${nbsp}MB`

/** 14/05/2025 */
export const dayText = (day: Day) => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

const weekdays = new Map<Locale, Intl.DateTimeFormat>()
/** "thứ Sáu 23/05/2025" */
export function longDayText(day: Day): string {
  const locale = localeNow()
  let format = weekdays.get(locale)
  if (!format)
    weekdays.set(locale, (format = new Intl.DateTimeFormat(tags[locale], { weekday: 'long', timeZone: 'UTC' })))
  const word = format.format(new Date(`${day}T00:00:00Z`))
  return `${locale === 'vi' ? word.charAt(0).toLowerCase() + word.slice(1) : word} ${dayText(day)}`
}

/** Viet Nam has kept UTC+7 without summer time since 1975. */
const offset = 7 * 3_600_000

/** 14:05, 14/05/2025, by the clock of Viet Nam. */
export function momentText(moment: Date): string {
  const [on = '', at = ''] = new Date(moment.getTime() + offset).toISOString().split('T')
  return `${at.slice(0, 5)}, ${on.slice(8)}/${on.slice(5, 7)}/${on.slice(0, 4)}`
}

/** A personal number where it is only to be recognised: `0821 •••• 4127`. */
export const maskedNumber = (number: string): string =>
  number.length > 8 ? `${number.slice(0, 4)} •••• ${number.slice(-4)}` : number
