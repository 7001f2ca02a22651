/** The calendar of the country or of a unit for other systems. */
import { z } from 'zod'
import { change, read } from '#kernel/api.ts'
import { endWorkingHours, removeCalendarDay, setCalendarDay, setWorkingHours } from '#kernel/calendar.commands.ts'
import { dayKinds } from '#kernel/calendar.ts'
import { Day } from '#kernel/time.ts'
import { calendarAt, placeOf } from './calendar.store.ts'

const DayView = z.object({
  day: Day,
  kind: z.enum(dayKinds),
  name: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  insteadOf: z.int().nullable(),
  /** Null: of the whole country. */
  unitId: z.int().nullable(),
})
const HoursView = z.object({
  unitId: z.int(),
  weekday: z.int(),
  from: z.string(),
  to: z.string(),
  citation: z.string(),
  verified: z.boolean(),
  validFrom: Day.nullable(),
  /** The last day they hold. */
  validTo: Day.nullable(),
})

export const calendarApi = [
  read(
    '/admin/calendar',
    {
      says: 'Days off, make-up days and hours that a unit works by; an empty `unit` is the whole country',
      needs: 'admin.calendar',
      input: z.object({ unit: z.string().optional() }),
      returns: z.object({ unit: z.string().nullable(), days: z.array(DayView), hours: z.array(HoursView) }),
    },
    async (ctx, { unit }) => {
      const place = await placeOf(ctx, unit)
      const { rows } = await calendarAt(ctx, place)
      return { unit: place.unit?.slug ?? null, days: [...rows.days], hours: [...rows.hours] }
    },
  ),
  change('/admin/calendar/days', { says: 'Set a day', returns: z.object({ day: Day }) }, setCalendarDay),
  change(
    '/admin/calendar/days/remove',
    { says: 'Take a day back', returns: z.object({ day: Day }) },
    removeCalendarDay,
  ),
  change(
    '/admin/calendar/hours',
    { says: 'Set the working hours of a unit', returns: z.object({ validFrom: Day }) },
    setWorkingHours,
  ),
  change(
    '/admin/calendar/hours/end',
    { says: 'End the working hours of its own that a unit has', returns: z.object({ lastDay: Day }) },
    endWorkingHours,
  ),
]
