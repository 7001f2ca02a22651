/** Changing the calendar of the country or of a unit: weighed first, so that what is shown before is what is done. */
import { z } from 'zod'
import { mustReach } from './access.store.ts'
import { mustBeAtTop } from './account-reach.store.ts'
import { type Calendar, dayKinds, isWorkingDay } from './calendar.ts'
import { deleteCalendarDay, holdCalendars, loadCalendar, replaceHours, saveCalendarDay } from './calendar-edit.store.ts'
import { calendarOfRows, type CalendarRows, endHours, withDay, withHours, withoutDay } from './calendar-rows.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import { DayInput } from './day-input.ts'
import { refuse, refuseField } from './problem.ts'
import { type Day, dayOf, endOfMonth, monthOf, plusDays, plusMonths, yearOf } from './time.ts'
import { getUnit, listAncestors } from './unit.store.ts'
import { readHours } from './working-hours.ts'

const Unit = z.string()
const Ticked = z.preprocess((sent) => sent === 'true' || sent === true, z.boolean())
const Text = z.string().trim().min(3).max(300)

const DayGiven = z.object({
  /** The slug of a unit; empty for the whole country. */
  unit: Unit,
  day: DayInput,
  kind: z.enum(dayKinds),
  name: Text,
  citation: Text,
  verified: Ticked,
  /** Of a make-up day: whose hours are worked. */
  insteadOf: z.preprocess(
    (sent) => (sent === '' || sent === undefined ? null : Number(sent)),
    z.int().min(1).max(7).nullable(),
  ),
})
const DayNamed = z.object({ unit: Unit, day: DayInput })
const HoursGiven = z.object({
  unit: Unit.min(1),
  validFrom: DayInput,
  citation: Text,
  verified: Ticked,
  /** By weekday, 1 = Monday: `07:00–11:30, 13:30–17:00`. */
  hours: z.record(z.string().regex(/^[1-7]$/), z.string().max(100)),
})
const HoursEnded = z.object({ unit: Unit.min(1), lastDay: DayInput })

/** A calendar as it is and as it would be, and the first day that differs. */
export type Weighed = {
  before: Calendar
  after: Calendar
  from: Day
  rows: CalendarRows
  unitId: number | null
  line: readonly number[]
}

/** Whose calendar it is, and the line of units whose calendar shows what the change does. */
async function ownerOf(ctx: Ctx, slug: string): Promise<{ unitId: number | null; line: number[] }> {
  const today = dayOf(ctx.now)
  const lineOf = async (id: number) => (await listAncestors(ctx.db, id, today)).map((unit) => unit.id)
  if (slug === '') {
    await mustBeAtTop(ctx)
    return { unitId: null, line: await lineOf(ctx.actor.unitId ?? 0) }
  }
  const { id } = await getUnit(ctx.db, slug, today)
  await mustReach(ctx, id)
  return { unitId: id, line: await lineOf(id) }
}

/** Refuses a calendar in which nobody works for a whole month. */
function mustHaveWork(calendar: Calendar, from: Day, months: number, field: string) {
  for (let n = 0; n < months; n++) {
    const month = plusMonths(from, n)
    const last = endOfMonth(yearOf(month), monthOf(month))
    let on = plusDays(last, 1 - Number(last.slice(8)))
    while (on <= last && !isWorkingDay(on, calendar)) on = plusDays(on, 1)
    if (on > last) refuseField(field, 'kernel.calendar.no_work_in_month', { month: `${monthOf(last)}/${yearOf(last)}` })
  }
}

type Change = (rows: CalendarRows, unitId: number | null) => CalendarRows

async function weigh(ctx: Ctx, slug: string, from: Day, change: Change): Promise<Weighed> {
  const { unitId, line } = await ownerOf(ctx, slug)
  const rows = await loadCalendar(ctx.db, line)
  const changed = change(rows, unitId)
  const [before, after] = [calendarOfRows(rows, line), calendarOfRows(changed, line)]
  return { before, after, from, rows: changed, unitId, line }
}

export async function weighDay(ctx: Ctx, input: z.output<typeof DayGiven>): Promise<Weighed> {
  const { unit, ...said } = input
  const weighed = await weigh(ctx, unit, input.day, (rows, unitId) => withDay(rows, { ...said, unitId }))
  const without = calendarOfRows(withoutDay(weighed.rows, weighed.unitId, input.day), weighed.line)
  if (input.kind === 'make_up_working_day' && isWorkingDay(input.day, without))
    refuseField('kind', 'kernel.calendar.already_worked')
  if (input.kind !== 'make_up_working_day' && input.insteadOf !== null)
    refuseField('insteadOf', 'kernel.calendar.only_make_up')
  mustHaveWork(weighed.after, input.day, 1, 'day')
  return weighed
}

export async function weighNoDay(ctx: Ctx, { unit, day }: z.output<typeof DayNamed>): Promise<Weighed> {
  const weighed = await weigh(ctx, unit, day, (rows, unitId) => {
    if (!rows.days.some((row) => row.unitId === unitId && row.day === day)) refuse('missing', 'kernel.calendar.no_day')
    return withoutDay(rows, unitId, day)
  })
  mustHaveWork(weighed.after, day, 1, 'day')
  return weighed
}

export async function weighHours(ctx: Ctx, input: z.output<typeof HoursGiven>): Promise<Weighed> {
  const { validFrom, citation, verified } = input
  const spans = Object.entries(input.hours).flatMap(([weekday, text]) => {
    const read = readHours(text)
    return typeof read === 'string'
      ? refuseField(`hours.${weekday}`, read)
      : read.map((one) => ({ ...one, weekday: Number(weekday) }))
  })
  if (spans.length === 0) refuseField('hours.1', 'kernel.calendar.no_hours')
  const weighed = await weigh(ctx, input.unit, validFrom, (rows, unitId) => {
    const id = unitId ?? 0
    const own = spans.map((one) => ({ ...one, unitId: id, citation, verified, validFrom, validTo: null }))
    return withHours(rows, id, validFrom, own)
  })
  mustHaveWork(weighed.after, validFrom, 12, 'validFrom')
  return weighed
}

export async function weighNoHours(ctx: Ctx, { unit, lastDay }: z.output<typeof HoursEnded>): Promise<Weighed> {
  const from = plusDays(lastDay, 1)
  const weighed = await weigh(ctx, unit, from, (rows, unitId) => {
    const ended = endHours(rows, unitId ?? 0, lastDay)
    if (!ended.hours.some((row) => row.validTo === null || row.validTo > lastDay))
      refuseField('lastDay', 'kernel.calendar.nobody_above')
    return ended
  })
  mustHaveWork(weighed.after, from, 12, 'lastDay')
  return weighed
}

const ownHours = ({ rows, unitId }: Weighed) => rows.hours.filter((row) => row.unitId === unitId)
const about = (_: unknown, { unit }: { unit: string }) => `kernel.calendar/${unit}`
const needs = 'admin.calendar'

export const setCalendarDay = command({
  name: 'kernel.calendar.set_day',
  needs,
  input: DayGiven,
  run: async (ctx, input) => {
    await holdCalendars(ctx.db)
    const { unitId } = await weighDay(ctx, input)
    const { unit: _, ...said } = input
    await saveCalendarDay(ctx.db, { ...said, unitId })
    return { day: input.day }
  },
  about,
  detail: (_, { day, kind, name, citation, verified }) => ({ day, kind, name, citation, verified }),
})

export const removeCalendarDay = command({
  name: 'kernel.calendar.remove_day',
  needs,
  input: DayNamed,
  run: async (ctx, input) => {
    await holdCalendars(ctx.db)
    const { unitId } = await weighNoDay(ctx, input)
    await deleteCalendarDay(ctx.db, unitId, input.day)
    return { day: input.day }
  },
  about,
  detail: (_, { day }) => ({ day }),
})

export const setWorkingHours = command({
  name: 'kernel.calendar.set_hours',
  needs,
  input: HoursGiven,
  run: async (ctx, input) => {
    await holdCalendars(ctx.db)
    const weighed = await weighHours(ctx, input)
    await replaceHours(ctx.db, weighed.unitId ?? 0, ownHours(weighed))
    return { validFrom: input.validFrom }
  },
  about,
  detail: (_, { validFrom, hours, citation, verified }) => ({ validFrom, hours, citation, verified }),
})

/** From the day after, the unit works by the hours of the unit above it. */
export const endWorkingHours = command({
  name: 'kernel.calendar.end_hours',
  needs,
  input: HoursEnded,
  run: async (ctx, input) => {
    await holdCalendars(ctx.db)
    const weighed = await weighNoHours(ctx, input)
    await replaceHours(ctx.db, weighed.unitId ?? 0, ownHours(weighed))
    return { lastDay: input.lastDay }
  },
  about,
  detail: (_, { lastDay }) => ({ lastDay }),
})

export const calendarCommands = [setCalendarDay, removeCalendarDay, setWorkingHours, endWorkingHours]
