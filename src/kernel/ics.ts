/** Days as a calendar feed (iCalendar, RFC 5545): pure text. */
import { type Day, plusDays } from './time.ts'

export type FeedDay = {
  /** Unique and lasting: the same day of the same thing keeps it when its date moves. */
  readonly uid: string
  readonly on: Day
  readonly title: string
  readonly text?: string
  readonly href?: string
}

const escape = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines are at most 75 bytes; the rest goes on after a space (§3.1). No character is cut in two. */
function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const letter of line) {
    const bytes = Buffer.byteLength(letter)
    if (size + bytes > (parts.length ? 74 : 75)) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += letter
    size += bytes
  }
  return [...parts, part].join('\r\n ')
}

const compact = (on: Day) => on.replaceAll('-', '')
const stampOf = (moment: Date) => `${moment.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`

/** Whole days; `stamp` is when the feed was made. */
export function calendarFeed(name: string, days: readonly FeedDay[], stamp: Date): string {
  const events = days.flatMap(({ uid, on, title, text, href }) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stampOf(stamp)}`,
    `DTSTART;VALUE=DATE:${compact(on)}`,
    `DTEND;VALUE=DATE:${compact(plusDays(on, 1))}`,
    `SUMMARY:${escape(title)}`,
    ...(text ? [`DESCRIPTION:${escape(text)}`] : []),
    ...(href ? [`URL:${href}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tien Giang So//Plan//VI',
    `X-WR-CALNAME:${escape(name)}`,
    'X-PUBLISHED-TTL:PT1H',
    ...events,
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
