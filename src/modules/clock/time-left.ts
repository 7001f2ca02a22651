/** The time that is left, as staff read it: in words, and how pressing it is. */
import { type Calendar, workingDaysBetween, workingMinutesBetween } from '#kernel/calendar.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { type Urgency, urgencyOf } from '#ui/due.tsx'
import type { Clock } from './clock.ts'
import './messages.vi.ts'

export type TimeLeft = {
  readonly key: Key
  readonly params: { readonly count?: number }
  readonly shade: Urgency
}

/** As much of the clock as a row of a queue knows. */
type Stands = Pick<Clock, 'state' | 'dueAt' | 'stoppedAt' | 'isLate' | 'leftMinutes' | 'outcome'>

type Now = { readonly now: Date; readonly calendar: Calendar }

const says = (shade: Urgency, key: Key, count?: number): TimeLeft => ({
  key,
  params: count === undefined ? {} : { count },
  shade,
})

export function timeLeft(clock: Stands, { now, calendar }: Now): TimeLeft {
  const { state, dueAt, stoppedAt, isLate } = clock
  if (state === 'ended') return says('later', ended(clock))
  if (state === 'not_started') return says('later', 'clock.left.not_started')
  const at = stoppedAt ?? now
  if (state === 'paused') return paused(clock, dueAt ? workingDaysBetween(dayOf(at), dayOf(dueAt), calendar) : 0)
  if (!dueAt) return says('later', 'clock.left.no_limit')
  return isLate
    ? late(clock, workingDaysBetween(dayOf(dueAt), dayOf(now), calendar))
    : running(clock, dueAt, at, calendar)
}

const ended = ({ outcome }: Stands): Key => (outcome ? `clock.left.ended_${outcome}` : 'clock.left.ended')

function paused({ dueAt, isLate, leftMinutes }: Stands, days: number): TimeLeft {
  if (!dueAt) return says('paused', 'clock.left.paused')
  if (isLate) return says('paused', 'clock.left.paused_late')
  if (days > 0) return says('paused', 'clock.left.paused_days', days)
  return says('paused', 'clock.left.paused_hours', hoursIn(leftMinutes))
}

const hoursIn = (minutes: number | null) => Math.floor(Math.abs(minutes ?? 0) / 60)

/** Whole days of work since; within the first, hours. */
function late({ leftMinutes }: Stands, days: number): TimeLeft {
  if (days > 0) return says('over', 'clock.left.late_days', days)
  const hours = hoursIn(leftMinutes)
  return hours > 0 ? says('over', 'clock.left.late_hours', hours) : says('over', 'clock.left.late')
}

function running({ leftMinutes }: Stands, dueAt: Date, now: Date, calendar: Calendar): TimeLeft {
  if (dayOf(dueAt) !== dayOf(now)) {
    const days = Math.max(1, workingDaysBetween(dayOf(now), dayOf(dueAt), calendar))
    return says(urgencyOf(days), 'clock.left.days', days)
  }
  const [hours, minutes] = [hoursIn(leftMinutes), leftMinutes ?? 0]
  if (hours > 0) return says('today', 'clock.left.hours', hours)
  return minutes > 0 ? says('today', 'clock.left.minutes', minutes) : says('today', 'clock.left.today')
}

/** How long there is to answer what was filed online and nobody has received yet. */
export function answerLeft(by: Date, { now, calendar }: Now): TimeLeft {
  if (now > by) return says('over', 'clock.left.answer_late')
  const minutes = workingMinutesBetween(now, by, calendar)
  const shade = dayOf(by) === dayOf(now) ? 'today' : 'soon'
  return minutes < 60
    ? says(shade, 'clock.left.answer_minutes', minutes)
    : says(shade, 'clock.left.answer_hours', hoursIn(minutes))
}
