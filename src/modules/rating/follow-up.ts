/** A low rating is looked into and answered by a day, by somebody whose work it was not. */
import { type Calendar, plusWorkingDays } from '#kernel/calendar.ts'
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import type { RatingRules } from './rating-rule.ts'

export const dueOf = (openedOn: Day, { answer }: RatingRules, calendar: Calendar): Day =>
  plusWorkingDays(openedOn, answer.workingDays, calendar)

export type Standing = { readonly dueOn: Day; readonly answeredOn: Day | null }

/** Its last day is still in time. */
export const isLate = ({ dueOn, answeredOn }: Standing, today: Day): boolean => (answeredOn ?? today) > dueOn

type Whose = Pick<Standing, 'answeredOn'> & { readonly handledBy: string | null }

export function objectionToAnswer({ answeredOn, handledBy }: Whose, accountId: string | null): Key | null {
  if (answeredOn !== null) return 'rating.follow_up.answered_before'
  return handledBy !== null && handledBy === accountId ? 'rating.follow_up.own_work' : null
}

/** Whoever answers for the unit first, unless it was their own work. */
export const ownerAmong = (told: readonly string[], handledBy: string | null): string | null =>
  told.find((one) => one !== handledBy) ?? null
