/** The calendar a unit works by: the country's days, and the days and hours of the nearest unit above that has its own. */
import type { Calendar } from './calendar.ts'
import { loadCalendar } from './calendar-edit.store.ts'
import { calendarOfRows } from './calendar-rows.ts'
import type { Db } from './db/open.ts'

/** `above`: the unit and its ancestors, nearest first, as `listAncestors` gives them. */
export async function calendarOf(db: Db, above: readonly { readonly id: number }[]): Promise<Calendar> {
  const line = above.map(({ id }) => id)
  return calendarOfRows(await loadCalendar(db, line), line)
}
