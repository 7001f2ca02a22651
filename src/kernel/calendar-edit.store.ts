/** The rows of calendars, read and changed. Tables write the day after the last, rules the last day in force. */
import { sql } from 'kysely'
import type { CalendarDay } from './calendar.ts'
import type { CalendarRows, OwnedDay, OwnedHours } from './calendar-rows.ts'
import type { Db } from './db/open.ts'
import { farPast } from './pack.store.ts'
import { type Day, plusDays } from './time.ts'

/** Everything that the calendars of these units are made of: the country's rows and theirs. */
export async function loadCalendar(db: Db, unitIds: readonly number[]): Promise<CalendarRows> {
  const ids = unitIds.length > 0 ? unitIds : [0]
  const days: OwnedDay[] = await db
    .selectFrom('kernel.calendar_day')
    .select(['unitId', 'day', 'name', 'citation', 'verified', 'insteadOf'])
    .select((c) => c.ref('kind').$castTo<CalendarDay['kind']>().as('kind'))
    .where((where) => where.or([where('unitId', 'is', null), where('unitId', 'in', ids)]))
    .orderBy('day')
    .execute()
  const hours = await db
    .selectFrom('kernel.calendar_hours')
    .selectAll()
    .where('unitId', 'in', ids)
    .orderBy('validFrom')
    .orderBy('weekday')
    .orderBy('fromClock')
    .execute()
  return {
    days,
    hours: hours.map(({ fromClock, toClock, validFrom, validTo, ...row }) => ({
      ...row,
      from: fromClock,
      to: toClock,
      validFrom: validFrom === farPast ? null : validFrom,
      validTo: validTo && plusDays(validTo, -1),
    })),
  }
}

const changing = 4_660_470

/** Until this transaction ends nobody else changes a calendar: what was weighed is what is saved. */
export const holdCalendars = (db: Db) => sql`select pg_advisory_xact_lock(${changing})`.execute(db)

export async function saveCalendarDay(db: Db, row: OwnedDay): Promise<void> {
  const { unitId, day, ...said } = row
  await db
    .insertInto('kernel.calendar_day')
    .values({ unitId, day, ...said })
    .onConflict((conflict) => conflict.columns(['unitId', 'day']).doUpdateSet(said))
    .execute()
}

export async function deleteCalendarDay(db: Db, unitId: number | null, day: Day): Promise<void> {
  await db
    .deleteFrom('kernel.calendar_day')
    .where(sql<boolean>`unit_id is not distinct from ${unitId}`)
    .where('day', '=', day)
    .execute()
}

/** Puts a unit's own hours in place of those it had. */
export async function replaceHours(db: Db, unitId: number, hours: readonly OwnedHours[]): Promise<void> {
  await db.deleteFrom('kernel.calendar_hours').where('unitId', '=', unitId).execute()
  const rows = hours.map(({ weekday, from, to, citation, verified, validFrom, validTo }) => ({
    unitId,
    weekday,
    fromClock: from,
    toClock: to,
    citation,
    verified,
    validFrom: validFrom ?? farPast,
    validTo: validTo && plusDays(validTo, 1),
  }))
  if (rows.length > 0) await db.insertInto('kernel.calendar_hours').values(rows).execute()
}
