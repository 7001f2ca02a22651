/** Hours as people write them in one line: `07:00–11:30, 13:30–17:00`. */
import type { Key } from './text.ts'

export type ClockSpan = { readonly from: string; readonly to: string }

const clock = '(\\d{1,2})(?:[:h.](\\d{2})?)?'
const span = new RegExp(`^\\s*${clock}\\s*[-–—]\\s*${clock}\\s*$`, 'i')

function clockOf(hours: string | undefined, minutes: string | undefined): string | null {
  const [h, m] = [Number(hours), Number(minutes ?? 0)]
  return h <= 23 && m <= 59 ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` : null
}

/** In order of the clock; nothing written is no work. A key says why it cannot be. */
export function readHours(text: string): readonly ClockSpan[] | Key {
  if (text.trim() === '') return []
  const spans: ClockSpan[] = []
  for (const part of text.split(/[,;]/)) {
    const [, fromHours, fromMinutes, toHours, toMinutes] = span.exec(part) ?? []
    const [from, to] = [clockOf(fromHours, fromMinutes), clockOf(toHours, toMinutes)]
    if (from === null || to === null) return 'kernel.calendar.hours_unclear'
    if (to <= from) return 'kernel.calendar.hours_end_first'
    spans.push({ from, to })
  }
  const inOrder = spans.sort((a, b) => a.from.localeCompare(b.from))
  const overlap = inOrder.some(({ from }, n) => from < (inOrder[n - 1]?.to ?? ''))
  return overlap ? 'kernel.calendar.hours_overlap' : inOrder
}

export const writeHours = (spans: readonly ClockSpan[]): string =>
  spans.map(({ from, to }) => `${from}–${to}`).join(', ')
