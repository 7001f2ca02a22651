/** Why a step that would move the clock may not be taken, or null. Pages and commands ask the same. */
import { type Calendar, plusWorkingDays } from '#kernel/calendar.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import type { Clock } from './clock.ts'
import type { OneStopRules } from './one-stop-rule.ts'
import './messages.vi.ts'

type Extending = { readonly clock: Clock; readonly rules: OneStopRules; readonly newDue: Date; readonly now: Date }

/** Once, with an apology at least a day before, to a later moment. */
export function objectionToExtend({ clock, rules, newDue, now }: Extending): Key | null {
  if (clock.state !== 'running') return 'clock.objection.not_running'
  if (clock.extensions >= rules.extension.most) return 'clock.objection.extended_already'
  if (!clock.dueAt || !clock.apologyBy) return 'clock.objection.no_limit'
  if (dayOf(now) > clock.apologyBy || clock.isLate) return 'clock.objection.apology_too_late'
  return newDue <= clock.dueAt ? 'clock.objection.extension_not_later' : null
}

type Asking = { readonly clock: Clock; readonly rules: OneStopRules; readonly bySupervisor: boolean }

/** Everything that is missing is said once; a supervisor who asks again knows what it costs (index 766, 2.1). */
export function objectionToAskSupplement({ clock, rules, bySupervisor }: Asking): Key | null {
  if (clock.state === 'ended') return 'clock.objection.ended'
  const again = clock.supplements >= rules.supplement.most
  return again && !bySupervisor ? 'clock.objection.supplement_needs_supervisor' : null
}

type Notice = {
  readonly startsAt: Date | null
  readonly askedAt: Date
  readonly rules: OneStopRules
  readonly calendar: Calendar
}

/** Whether time counts anew once the dossier is complete, because the notice came so soon after reception. */
export function countsAnew({ startsAt, askedAt, rules, calendar }: Notice): boolean {
  if (!startsAt || !rules.countsAnew) return false
  return dayOf(askedAt) <= plusWorkingDays(dayOf(startsAt), rules.countsAnew.noticeWithinWorkingDays, calendar)
}
