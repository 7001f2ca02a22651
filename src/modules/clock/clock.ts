/**
 * The legal clock of a dossier: from what happened to it to when it is due and how much time is left. A moment that was
 * printed stays until an event moves it; a calendar or a limit that changed afterwards is told as a difference.
 */
import { type Calendar, settleDay, workingMinutesBetween } from '#kernel/calendar.ts'
import { type Day, dayOf, plusDays } from '#kernel/time.ts'
import { type ClockInput, type Pause, type Walk, walkThrough } from './clock-walk.ts'
import type { OneStopRules } from './one-stop-rule.ts'
import { inMinutes, minutesOutside } from './term.ts'

export type ClockState = 'not_started' | 'running' | 'paused' | 'ended'
export type Outcome = 'early' | 'on_time' | 'late'

export type Clock = {
  /** Anew with each restart. */
  readonly startsAt: Date | null
  /** While the clock stands still, as it was when it stopped. `null`: not started, or nobody gave a limit. */
  readonly dueAt: Date | null
  readonly state: ClockState
  readonly endedAt: Date | null
  /** Since when the rest of the term waits. */
  readonly stoppedAt: Date | null
  /** Minutes of work since the start that lie in no pause. */
  readonly workedMinutesUsed: number
  /** Minutes of work to the due moment; negative when it has passed. */
  readonly leftMinutes: number | null
  /** The due moment has passed, be it without a minute of work since. */
  readonly isLate: boolean
  readonly pauses: readonly Pause[]
  /** The last day on which an apology with an extension is in time. */
  readonly apologyBy: Day | null
  readonly extensions: number
  readonly supplements: number
  readonly outcome: Outcome | null
  /** What limit and calendar would say today, where that is not what was promised. */
  readonly calendarWouldSay: Date | null
}

export function clockOf(input: ClockInput): Clock {
  const walk = walkThrough(input, true)
  const { startsAt, due, stoppedAt, end, pauses, extensions, supplements } = walk
  const state = end ? 'ended' : !startsAt ? 'not_started' : stoppedAt ? 'paused' : 'running'
  const at = end?.at ?? stoppedAt ?? inMinutes(input.now)
  const isLate = due !== null && at > due
  const minutes = (from: Date, to: Date) => minutesOutside(from, to, pauses, input.calendar)
  return {
    startsAt,
    dueAt: due,
    state,
    endedAt: end?.at ?? null,
    stoppedAt,
    workedMinutesUsed: startsAt ? minutes(startsAt, at) : 0,
    leftMinutes: due && (isLate ? 0 - minutes(due, at) : workingMinutesBetween(at, due, input.calendar)),
    isLate,
    pauses,
    apologyBy: state === 'running' ? apologyBy(walk, input.rules, input.calendar) : null,
    extensions,
    supplements,
    outcome: outcomeOf(walk, input),
    calendarWouldSay: startsAt && !end ? difference(due, walkThrough(input, false).due) : null,
  }
}

const difference = (promised: Date | null, counted: Date | null): Date | null =>
  counted && promised && counted.getTime() !== promised.getTime() ? counted : null

/** A working day at least so many days before; where the term is shorter than that, the day on which it began. */
function apologyBy({ startsAt, due, extensions }: Walk, { extension }: OneStopRules, calendar: Calendar): Day | null {
  if (!startsAt || !due || extensions >= extension.most) return null
  const by = settleDay(plusDays(dayOf(due), -extension.apologyDaysBefore), 'earlier', calendar)
  const first = dayOf(startsAt)
  return by < first ? first : by
}

/** A result a day before (of a limit in hours, at any moment before) is early. Who withdraws in time is not. */
function outcomeOf({ startsAt, due, end }: Walk, { limit }: ClockInput): Outcome | null {
  if (!startsAt || !due || !end) return null
  if (end.at > due) return 'late'
  const inHours = limit?.unit === 'working_hour' && !limit.sameDay
  const before = inHours ? end.at < due : dayOf(end.at) < dayOf(due)
  return before && (end.kind === 'finished' || end.kind === 'refused') ? 'early' : 'on_time'
}
