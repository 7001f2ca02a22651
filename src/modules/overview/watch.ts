/** What a supervisor looks for: late without an apology, the last day for one, asked twice, not moved. */
import { type Calendar, plusWorkingDays } from '#kernel/calendar.ts'
import { dayOf, momentOf, plusDays } from '#kernel/time.ts'
import type { OneStopRules } from '#modules/clock/public.ts'
import type { OverviewRules } from './overview-rule.ts'

export const watchViews = ['late', 'apology', 'asked_again', 'unmoved'] as const
export type WatchView = (typeof watchViews)[number]

/**
 * An apology goes out so many days of the calendar before the appointment, and on a day that is worked (NĐ 61/2018 art.
 * 19): today is the last day for what is due from `apologyFrom` on and before `apologyUntil`.
 */
export function boundsOf(
  now: Date,
  calendar: Calendar,
  { unmovedWorkingDays }: Pick<OverviewRules, 'unmovedWorkingDays'>,
  { extension }: Pick<OneStopRules, 'extension'>,
) {
  const today = dayOf(now)
  return {
    apologyFrom: momentOf(plusDays(today, extension.apologyDaysBefore)),
    apologyUntil: momentOf(plusDays(plusWorkingDays(today, 1, calendar), extension.apologyDaysBefore)),
    unmovedSince: momentOf(plusWorkingDays(today, -unmovedWorkingDays, calendar)),
  }
}
