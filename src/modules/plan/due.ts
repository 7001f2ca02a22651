/** What of a plan was to be done by which day, and whether it was. Pure. */
import type { Period } from '#kernel/measure.ts'
import { type Day, dayOf, endOfMonth, plusDays, yearOf } from '#kernel/time.ts'

export type DuePeriod = { readonly endsOn: Day; readonly dueOn: Day }

/** The periods of so many months of a plan's year whose figures were wanted by a day of `within`. */
export function periodsDue(year: number, everyMonths: number, waitDays: number, within: Period): DuePeriod[] {
  const ends = Array.from({ length: 12 / everyMonths }, (_, at) => endOfMonth(year, (at + 1) * everyMonths))
  return ends
    .map((endsOn) => ({ endsOn, dueOn: plusDays(endsOn, waitDays) }))
    .filter(({ dueOn }) => within.from <= dueOn && dueOn <= within.to)
}

type Sent = { readonly asOf: Day; readonly sentAt: Date }

/** When a figure of the period, or of a later day, first came; null when none came by the day. */
export function givenOn(figures: readonly Sent[], { endsOn, dueOn }: DuePeriod): Day | null {
  const days = figures.filter(({ asOf }) => asOf >= endsOn).map(({ sentAt }) => dayOf(sentAt))
  return days.filter((on) => on <= dueOn).toSorted()[0] ?? null
}

/** One row behind a figure: which unit was to do it by which day, and whether it did. */
export type Counted = { readonly unitId: number; readonly dueOn: Day; readonly inTime: boolean }

export type DueTask = {
  readonly unitId: number
  readonly year: number
  readonly dueOn: Day
  readonly doneOn: Day | null
  readonly stoppedOn: Day | null
}

/** Of the plans of its year, what was due by the day. What was stopped before its day is owed no more. */
export const isDueBy = ({ year, dueOn, stoppedOn }: Omit<DueTask, 'unitId' | 'doneOn'>, on: Day): boolean =>
  year === yearOf(on) && dueOn <= on && (stoppedOn === null || stoppedOn > dueOn)

export const isDoneInTime = ({ dueOn, doneOn }: Pick<DueTask, 'dueOn' | 'doneOn'>): boolean =>
  doneOn !== null && doneOn <= dueOn
