/** A reminder: what a unit is asked to do by when, whether it has heard and answered, and who may do what with it. */
import { type Calendar, plusWorkingDays } from '#kernel/calendar.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import type { Climbing, Ladder } from './ladder.ts'

export const reminderStates = ['sent', 'acknowledged', 'answered', 'closed'] as const
export type ReminderState = (typeof reminderStates)[number]

const stepKinds = ['sent', 'read', 'acknowledged', 'answered', 'returned', 'climbed', 'closed'] as const
export type StepKind = (typeof stepKinds)[number]

export type Reminder = {
  readonly sentAt: Date
  readonly answerDueOn: Day
  readonly acknowledgedAt: Date | null
  readonly answeredAt: Date | null
  readonly closedAt: Date | null
  readonly rung: number
  readonly climbedOn: Day | null
}

/** `returned` puts an answer back to `acknowledged`: the unit has heard, and still owes the answer. */
const next: Record<ReminderState, readonly ReminderState[]> = {
  sent: ['acknowledged', 'answered', 'closed'],
  acknowledged: ['answered', 'closed'],
  answered: ['acknowledged', 'closed'],
  closed: [],
}

export function stateOf(r: Pick<Reminder, 'acknowledgedAt' | 'answeredAt' | 'closedAt'>): ReminderState {
  if (r.closedAt) return 'closed'
  if (r.answeredAt) return 'answered'
  return r.acknowledgedAt ? 'acknowledged' : 'sent'
}

/** Where who asks stands to it: in the unit that was asked (or above it), or in the unit that sent it (or above it). */
export type Party = { readonly isOfUnit: boolean; readonly isOfSender: boolean }

function objection(r: Reminder, to: ReminderState, isTheirs: boolean, other: Key): Key | null {
  if (!isTheirs) return other
  return next[stateOf(r)].includes(to) ? null : 'plan.reminder.not_now'
}

export const objectionToAcknowledge = (r: Reminder, { isOfUnit }: Party): Key | null =>
  stateOf(r) === 'sent' || !isOfUnit
    ? objection(r, 'acknowledged', isOfUnit, 'plan.reminder.of_another_unit')
    : 'plan.reminder.not_now'

export const objectionToAnswer = (r: Reminder, { isOfUnit }: Party): Key | null =>
  objection(r, 'answered', isOfUnit, 'plan.reminder.of_another_unit')

export const objectionToReturn = (r: Reminder, { isOfSender }: Party): Key | null =>
  isOfSender && stateOf(r) !== 'answered'
    ? 'plan.reminder.not_answered'
    : objection(r, 'acknowledged', isOfSender, 'plan.reminder.of_another_sender')

export const objectionToClose = (r: Reminder, { isOfSender }: Party): Key | null =>
  objection(r, 'closed', isOfSender, 'plan.reminder.of_another_sender')

/** A reminder without an answer is closed only with a reason. */
export const needsReasonToClose = (r: Reminder): boolean => stateOf(r) !== 'answered'

/** From the day after its deadline, as long as the answer is missing. */
export const isLate = (r: Reminder, today: Day): boolean =>
  r.answeredAt === null && r.closedAt === null && r.answerDueOn < today

export const objectionToDeadline = (answerDueOn: Day, today: Day): Key | null =>
  answerDueOn < today ? 'plan.reminder.deadline_has_passed' : null

export const defaultDeadline = (today: Day, calendar: Calendar, { answerWithin }: Ladder): Day =>
  plusWorkingDays(today, answerWithin, calendar)

export const climbingOf = (r: Reminder, hasUnitAbove: boolean): Climbing => ({
  sentOn: dayOf(r.sentAt),
  answerDueOn: r.answerDueOn,
  isAcknowledged: r.acknowledgedAt !== null,
  isSettled: r.answeredAt !== null || r.closedAt !== null,
  rung: r.rung,
  climbedOn: r.climbedOn,
  hasUnitAbove,
})
