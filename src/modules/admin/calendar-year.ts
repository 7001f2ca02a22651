/** A year of a calendar laid out for people: weeks of months, days that are not as usual, sets of hours. */
import type { OwnedDay, OwnedHours } from '#kernel/calendar-rows.ts'
import { type Calendar, isWorkingDay } from '#kernel/calendar.ts'
import { type Day, endOfMonth, firstOfMonth, plusDays, weekday } from '#kernel/time.ts'
import { writeHours } from '#kernel/working-hours.ts'

export type YearDay = { on: Day; worked: boolean; special: OwnedDay | undefined }
export type YearMonth = { month: number; weeks: (YearDay | null)[][] }

/** `line`: the unit, then those above it. What the nearest says about a day is what holds; the country comes last. */
export function specialDays(days: readonly OwnedDay[], line: readonly number[]): ReadonlyMap<Day, OwnedDay> {
  const owners: (number | null)[] = [null, ...line.toReversed()]
  return new Map(
    owners.flatMap((owner) => days.filter(({ unitId }) => unitId === owner)).map((row) => [row.day, row] as const),
  )
}

export function monthsOf(year: number, calendar: Calendar, special: ReadonlyMap<Day, OwnedDay>): YearMonth[] {
  return Array.from({ length: 12 }, (_, n) => {
    const last = endOfMonth(year, n + 1)
    const first = firstOfMonth(last)
    const weeks: (YearDay | null)[][] = []
    for (let monday = plusDays(first, 1 - weekday(first)); monday <= last; monday = plusDays(monday, 7))
      weeks.push(
        Array.from({ length: 7 }, (_unused, at) => {
          const on = plusDays(monday, at)
          if (on < first || on > last) return null
          return { on, worked: isWorkingDay(on, calendar), special: special.get(on) }
        }),
      )
    return { month: n + 1, weeks }
  })
}

/** Hours of one unit that begin and end together. */
export type HoursSet = Pick<OwnedHours, 'unitId' | 'validFrom' | 'validTo' | 'citation' | 'verified'> & {
  /** By weekday, 1 = Monday; only those worked. */
  byWeekday: ReadonlyMap<number, string>
}

/** The latest first. */
export function hoursSets(hours: readonly OwnedHours[]): HoursSet[] {
  const groups = Map.groupBy(hours, (row) => `${row.unitId} ${row.validFrom ?? ''} ${row.validTo ?? ''}`)
  return [...groups.values()]
    .flatMap((rows): HoursSet[] => {
      const [first] = rows
      if (!first) return []
      const byWeekday = new Map(
        [...Map.groupBy(rows, (row) => row.weekday)].map(([number, spans]) => [number, writeHours(spans)] as const),
      )
      return [{ ...first, byWeekday }]
    })
    .sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))
}

/** Weekdays with the same hours stand together, in the order of the week. */
export function sameHours(set: HoursSet): { weekdays: number[]; hours: string }[] {
  const inOrder = [...set.byWeekday].sort(([a], [b]) => a - b)
  return [...Map.groupBy(inOrder, ([, hours]) => hours)].map(([hours, days]) => ({
    hours,
    weekdays: days.map(([number]) => number),
  }))
}
