/** Meetings of the steering committee: which the plan asks for, which were held, when conclusions may be drawn. */
import { fold } from '#kernel/fold.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, day } from '#kernel/time.ts'

export const meetingPeriods = ['half_year', 'yearly'] as const
export type MeetingPeriod = (typeof meetingPeriods)[number]

/** A regular meeting the plan asks for. `assumed`: the text names no day, so the last of the period is taken. */
export type MeetingDuty = {
  readonly period: MeetingPeriod
  readonly dueOn: Day
  readonly literal: string
  readonly assumed: boolean
}

const ends: Record<MeetingPeriod, string> = { half_year: '06-30', yearly: '12-31' }

/** What follows "họp" in words such as "họp Ban Chỉ đạo định kỳ 6 tháng và năm", folded. */
const spoken: Record<MeetingPeriod, RegExp> = {
  half_year: /^.{0,80}\b(0?6|sau) thang\b/,
  yearly: /^.{0,80}\b(va|cuoi|hang|hay|,) ?nam\b/,
}

/** Folded, a meeting would look like "hợp" (to work with, to sum up): the word itself is found before. */
function afterMeeting(words: string): string | null {
  const at = words
    .normalize('NFC')
    .toLowerCase()
    .search(/(?<!\p{L})h\u1ecdp(?!\p{L})/u)
  return at < 0 ? null : fold(words.normalize('NFC').slice(at))
}

type Dated = { readonly kind: string; readonly literal: string; readonly dueOn: Day }

/**
 * `duties`: what the plan lays upon units, in its words; `dated`: duties with a day of their own, which are believed
 * before the assumption.
 */
export function meetingsAsked(
  year: number,
  duties: readonly string[],
  dated: readonly Dated[],
): readonly MeetingDuty[] {
  return meetingPeriods.flatMap((period): MeetingDuty[] => {
    const own = dated.find(({ kind }) => kind === `${period}_meeting`)
    if (own) return [{ period, dueOn: own.dueOn, literal: own.literal, assumed: false }]
    const literal = duties.find((words) => spoken[period].test(afterMeeting(words) ?? ''))
    return literal ? [{ period, dueOn: day(`${year}-${ends[period]}`), literal, assumed: true }] : []
  })
}

export type MeetingStanding = 'held' | 'planned' | 'due' | 'late'

export function standingOf(
  duty: MeetingDuty,
  meeting: { readonly heldOn: Day } | undefined,
  today: Day,
): MeetingStanding {
  if (meeting) return meeting.heldOn <= today ? 'held' : 'planned'
  return duty.dueOn < today ? 'late' : 'due'
}

export const objectionToConclude = (heldOn: Day, today: Day): Key | null =>
  heldOn > today ? 'plan.meeting.not_yet_held' : null

export const objectionToConclusionDay = (dueOn: Day, heldOn: Day): Key | null =>
  dueOn < heldOn ? 'plan.meeting.due_before_held' : null

/** `KL250630.2`: the second conclusion of meetings of that day. */
export function nextConclusionRef(heldOn: Day, refs: readonly string[]): string {
  const prefix = `KL${heldOn.slice(2).replaceAll('-', '')}.`
  const used = refs
    .filter((ref) => ref.startsWith(prefix))
    .map((ref) => Number.parseInt(ref.slice(prefix.length), 10) || 0)
  return `${prefix}${1 + Math.max(0, ...used)}`
}
