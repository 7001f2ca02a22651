/** The days on which the plan itself wants reports, and what was assumed in reading them from its words. */
import { type Calendar, isWorkingDay, settleDay } from '#kernel/calendar.ts'
import { fold } from '#kernel/fold.ts'
import { type Day, daysBetween } from '#kernel/time.ts'

const reportingKinds = ['monthly', 'quarterly', 'half_year', 'nine_months', 'yearly', 'own_plan'] as const
export type ReportingKind = (typeof reportingKinds)[number]
export const isReportingKind = (kind: string): kind is ReportingKind => reportingKinds.some((one) => one === kind)

const assumptions = ['before_is_the_day_before', 'quarter_names_no_month', 'end_of_quarter'] as const
export type Assumption = (typeof assumptions)[number]

/** Which readings of the words another reader could contest. */
export function assumptionsIn(kind: string, literal: string): readonly Assumption[] {
  const words = fold(literal)
  const found: [boolean, Assumption][] = [
    [/\btruoc\b/.test(words), 'before_is_the_day_before'],
    [kind === 'quarterly' && !/\bthang (cuoi|dau|\d)/.test(words), 'quarter_names_no_month'],
    [kind === 'own_plan' && /\btrong quy\b/.test(words), 'end_of_quarter'],
  ]
  return found.filter(([isSo]) => isSo).map(([, assumption]) => assumption)
}

export type ReportingDay = {
  readonly id: string
  readonly kind: string
  readonly literal: string
  readonly dueOn: Day
}

/** `workingDay`: the last day worked before it, when the day itself is not worked. */
export const readingOf = (one: ReportingDay, today: Day, calendar: Calendar) => ({
  ...one,
  daysLeft: daysBetween(today, one.dueOn),
  assumptions: assumptionsIn(one.kind, one.literal),
  workingDay: isWorkingDay(one.dueOn, calendar) ? null : settleDay(one.dueOn, 'earlier', calendar),
})
export type ReportingDayReading = ReturnType<typeof readingOf>
