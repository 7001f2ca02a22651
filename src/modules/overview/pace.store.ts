/** How fast officers work: what they ended since the month before, by working day. */
import { calendarOf } from '#kernel/calendar.store.ts'
import { type Calendar, workingDaysBetween } from '#kernel/calendar.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf, firstOfMonth, plusDays, plusMonths } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import { endedByOfficer } from '#modules/scores/public.ts'
import { paceOf } from './forecast.ts'

export type Pace = {
  readonly calendar: Calendar
  readonly perDay: (holderId: string | null) => number | null
}

export async function paceIn({ db, now }: Pick<Ctx, 'db' | 'now'>, unitId: number): Promise<Pace> {
  const today = dayOf(now)
  const from = firstOfMonth(plusMonths(today, -1))
  const calendar = await calendarOf(db, await listAncestors(db, unitId, today))
  const days = workingDaysBetween(plusDays(from, -1), today, calendar)
  const ended = await endedByOfficer(db, unitId, from)
  // What nobody has taken is nobody's pace.
  return { calendar, perDay: (holderId) => (holderId === null ? null : paceOf(ended.get(holderId) ?? 0, days)) }
}
