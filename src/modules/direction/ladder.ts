/** The escalation ladder: to whom a reminder goes up when nobody acknowledges or answers it, and on which working day. */
import { z } from 'zod'
import { type Calendar, isWorkingDay, plusWorkingDays } from '#kernel/calendar.ts'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/reminder-ladder.json' with { type: 'json' }

const rungNames = ['officer', 'head', 'above', 'leader'] as const
export type RungName = (typeof rungNames)[number]

/** Whole working days the rung below is given: after sending to acknowledge, after the deadline to answer. */
const Rung = z.object({
  who: z.enum(rungNames),
  /** Whose people: the unit itself, the unit above it (when that is not yet the province), the province. */
  of: z.enum(['unit', 'above', 'top']),
  /** They are those whose post there lets them do this. */
  permission: z.string(),
  unacknowledgedFor: z.int().min(0),
  unansweredFor: z.int().min(0),
})
export type Rung = z.infer<typeof Rung>

export const Ladder = z.object({
  code: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  /** Nobody above the province has laid it down. */
  assumed: z.boolean(),
  /** Working days to answer when the sender says nothing else. */
  answerWithin: z.int().min(1),
  /** The first is told when the reminder is sent. */
  rungs: z.array(Rung).min(1),
})
export type Ladder = z.infer<typeof Ladder>

const ladders = z.array(Ladder).min(1).parse(file.ladders)

/** A reminder climbs to its end by the ladder in force on the day it was sent; before the first one, by the first. */
export function ladderOn(on: Day, all: readonly Ladder[] = ladders): Ladder {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('there is no ladder')
  return found
}

export type Climbing = {
  readonly sentOn: Day
  readonly answerDueOn: Day
  readonly isAcknowledged: boolean
  /** Answered or closed: nothing is waited for. */
  readonly isSettled: boolean
  /** How far up it is: an index of the ladder's rungs. */
  readonly rung: number
  readonly climbedOn: Day | null
  /** A unit stands between this one and the province. */
  readonly hasUnitAbove: boolean
}

export type Climb = { readonly rung: number; readonly on: Day }

/**
 * The next rung and the day on which it is climbed, if nothing is heard until then; null at the top and when settled.
 * Days are given whole: with one working day to acknowledge, a reminder of Monday goes up on Wednesday. Each rung gets
 * at least one working day, so that a ladder left alone for a week is not run up in one morning.
 */
export function climbAhead(reminder: Climbing, calendar: Calendar, ladder: Ladder): Climb | null {
  if (reminder.isSettled) return null
  const at = ladder.rungs.findIndex(({ of }, n) => n > reminder.rung && (of !== 'above' || reminder.hasUnitAbove))
  const rung = ladder.rungs[at]
  if (!rung) return null
  const after = (from: Day, days: number) => plusWorkingDays(from, days + 1, calendar)
  const unanswered = after(reminder.answerDueOn, rung.unansweredFor)
  const unheard = reminder.isAcknowledged ? unanswered : after(reminder.sentOn, rung.unacknowledgedFor)
  const earliest = reminder.climbedOn ? after(reminder.climbedOn, 0) : reminder.sentOn
  const first = unheard < unanswered ? unheard : unanswered
  return { rung: at, on: first < earliest ? earliest : first }
}

/** The rung to be climbed today, or null. Nothing climbs on a day that is not worked. */
export function nextRung(reminder: Climbing, today: Day, calendar: Calendar, ladder: Ladder): Climb | null {
  const ahead = climbAhead(reminder, calendar, ladder)
  return ahead && ahead.on <= today && isWorkingDay(today, calendar) ? ahead : null
}
