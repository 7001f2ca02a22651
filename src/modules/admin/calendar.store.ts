/** Whose calendar is looked at, and all that it is made of. */
import { isAtTop } from '#kernel/account-reach.store.ts'
import { mustReach, scopeOf } from '#kernel/access.store.ts'
import { loadCalendar } from '#kernel/calendar-edit.store.ts'
import { calendarOfRows, type CalendarRows } from '#kernel/calendar-rows.ts'
import type { Calendar } from '#kernel/calendar.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { dayOf, type Day } from '#kernel/time.ts'
import { getUnit, listAncestors, listUnits, type UnitRow } from '#kernel/unit.store.ts'

export type Place = {
  today: Day
  /** `null`: the whole country. */
  unit: UnitRow | null
  /** The unit and those above it, nearest first; for the country, whoever looks and those above. */
  line: readonly UnitRow[]
  /** Units whose calendar the actor may look at. */
  units: readonly UnitRow[]
  /** The country's days are changed from the top only. */
  mayChange: boolean
}

/** Without a slug, whoever is at the top sees the country and everybody else their own unit. '' is the country. */
export async function placeOf(ctx: Ctx, slug: string | undefined): Promise<Place> {
  const today = dayOf(ctx.now)
  const [top, scope] = [await isAtTop(ctx), new Set(await scopeOf(ctx))]
  const units = (await listUnits(ctx.db, today)).filter(({ id }) => scope.has(id))
  const own = units.find(({ id }) => id === ctx.actor.unitId)
  const asked = slug ?? (top ? '' : (own?.slug ?? ''))
  const unit = asked === '' ? null : await getUnit(ctx.db, asked, today)
  if (unit) await mustReach(ctx, unit.id)
  const line = await listAncestors(ctx.db, unit?.id ?? ctx.actor.unitId ?? 0, today)
  return { today, unit, line, units, mayChange: unit !== null || top }
}

/** Of the country: its own days only, with the hours of whoever looks. */
export async function calendarAt(ctx: Ctx, place: Place): Promise<{ rows: CalendarRows; calendar: Calendar }> {
  const line = place.line.map(({ id }) => id)
  const all = await loadCalendar(ctx.db, line)
  const rows = place.unit ? all : { ...all, days: all.days.filter(({ unitId }) => unitId === null) }
  return { rows, calendar: calendarOfRows(rows, line) }
}
