/** The calendar a unit works by: the country's days, and the days and hours of the nearest unit above that has its own. */
import { type Calendar, calendarFrom, calendarOfUnit, type CalendarDay, type Hours } from './calendar.ts'
import type { Db } from './db/open.ts'
import { farPast } from './pack.store.ts'
import { type Day, plusDays } from './time.ts'

/** `above`: the unit and its ancestors, nearest first, as `listAncestors` gives them. */
export async function calendarOf(db: Db, above: readonly { readonly id: number }[]): Promise<Calendar> {
  const ids = above.map(({ id }) => id)
  const [days, hours] = await Promise.all([
    db
      .selectFrom('kernel.calendar_day')
      .select(['unitId', 'day', 'name', 'citation', 'verified', 'insteadOf'])
      .select((c) => c.ref('kind').$castTo<CalendarDay['kind']>().as('kind'))
      .where((where) => where.or([where('unitId', 'is', null), where('unitId', 'in', ids.length ? ids : [0])]))
      .execute(),
    db
      .selectFrom('kernel.calendar_hours')
      .selectAll()
      .where('unitId', 'in', ids.length ? ids : [0])
      .execute(),
  ])
  const nearest = ids.find((id) => hours.some(({ unitId }) => unitId === id))
  const worked = hours.filter(({ unitId }) => unitId === nearest).map(hoursOf)
  const country = calendarFrom(
    days.filter(({ unitId }) => unitId === null),
    { week: [...new Set(worked.map(({ weekday }) => weekday))], hours: worked },
  )
  return ids.toReversed().reduce((calendar, id) => {
    const own = calendarFrom(
      days.filter(({ unitId }) => unitId === id),
      calendar,
    )
    return own.closed.size + own.open.size > 0
      ? calendarOfUnit(calendar, { closed: own.closed, open: own.open })
      : calendar
  }, country)
}

type HoursRow = { weekday: number; fromClock: string; toClock: string; validFrom: Day; validTo: Day | null }
const hoursOf = ({ weekday, fromClock, toClock, validFrom, validTo }: HoursRow): Hours => ({
  weekday,
  from: fromClock,
  to: toClock,
  validFrom: validFrom === farPast ? null : validFrom,
  validTo: validTo && plusDays(validTo, -1),
})
