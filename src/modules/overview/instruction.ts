/** An instruction: what a leader wants done with a dossier or in a unit, whether it was read and answered, and who may. */
import { type Calendar, plusWorkingDays, workingDaysBetween } from '#kernel/calendar.ts'
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { OverviewRules } from './overview-rule.ts'

export type Instruction = {
  readonly dueOn: Day
  readonly toAccount: string | null
  readonly readAt: Date | null
  readonly doneAt: Date | null
  readonly remindedOn: Day | null
  readonly escalatedOn: Day | null
}

export const instructionStates = ['sent', 'read', 'done'] as const
export type InstructionState = (typeof instructionStates)[number]

export const stateOf = ({ readAt, doneAt }: Pick<Instruction, 'readAt' | 'doneAt'>): InstructionState =>
  doneAt ? 'done' : readAt ? 'read' : 'sent'

/** From the day after its own. */
export const isLate = ({ dueOn, doneAt }: Pick<Instruction, 'dueOn' | 'doneAt'>, today: Day): boolean =>
  doneAt === null && dueOn < today

/** `isOfUnit`: their post is in the unit that was told, not in one above it. */
export type Reader = { readonly accountId: string | null; readonly isOfUnit: boolean }

/** The one it names, or anybody of the unit; an officer who is away is answered for by the unit. */
export const isAddressed = ({ toAccount }: Pick<Instruction, 'toAccount'>, { accountId, isOfUnit }: Reader): boolean =>
  isOfUnit || (toAccount !== null && toAccount === accountId)

export function objectionToAnswer(instruction: Instruction, reader: Reader): Key | null {
  if (!isAddressed(instruction, reader)) return 'overview.instruction.of_another'
  return instruction.doneAt ? 'overview.instruction.done_already' : null
}

export const objectionToDay = (dueOn: Day, today: Day): Key | null =>
  dueOn < today ? 'overview.instruction.day_has_passed' : null

export const defaultDay = (today: Day, calendar: Calendar, { answerWorkingDays }: OverviewRules): Day =>
  plusWorkingDays(today, answerWorkingDays, calendar)

/** What is to be told on a morning: the addressee that its day comes, then whoever sent it that it has gone by; each once. */
export function dueTelling(
  { dueOn, doneAt, remindedOn, escalatedOn }: Instruction,
  today: Day,
  calendar: Calendar,
  rules: Pick<OverviewRules, 'remindWorkingDaysBefore' | 'escalateWorkingDaysAfter'>,
): 'remind' | 'escalate' | null {
  if (doneAt || escalatedOn) return null
  if (dueOn < today)
    return workingDaysBetween(dueOn, today, calendar) >= rules.escalateWorkingDaysAfter ? 'escalate' : null
  if (remindedOn) return null
  return workingDaysBetween(today, dueOn, calendar) <= rules.remindWorkingDaysBefore ? 'remind' : null
}
