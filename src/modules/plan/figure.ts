/** A figure: what a unit reported for a day, confirmed or returned by the lead unit. Never overwritten. Pure. */
import { ratioOf } from '#kernel/measure.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, endOfMonth, monthOf, plusMonths, firstOfMonth, yearOf } from '#kernel/time.ts'
import { objectionToJudge, type Standpoint } from './standpoint.ts'

export const figureStates = ['sent', 'confirmed', 'returned', 'replaced'] as const
export type FigureState = (typeof figureStates)[number]

/** Where a figure may go. A confirmed one gives way only when the one that corrects it is confirmed. */
const next: Record<FigureState, readonly FigureState[]> = {
  sent: ['confirmed', 'returned', 'replaced'],
  returned: ['replaced'],
  confirmed: ['replaced'],
  replaced: [],
}

type Judged = { readonly state: FigureState; readonly unitId: number }

/** What a person may do as the one who reports: in whose name they act, and whether the plan is in force. */
export type Reporting = {
  readonly permissions: ReadonlySet<string>
  /** The unit and those below it. */
  readonly scope: readonly number[]
  readonly inForce: boolean
}

function objectionToWrite(by: Reporting, unitId: number): Key | null {
  if (!by.permissions.has('plan.work')) return 'kernel.not_permitted'
  if (!by.inForce) return 'plan.work.not_in_force'
  return by.scope.includes(unitId) ? null : 'kernel.outside_your_unit'
}

type Asked = { readonly basis: 'measure' | 'reported'; readonly reporters: readonly number[] }

/** `same`: the figures of this unit for this number and day. */
export function objectionToReport(by: Reporting, asked: Asked, unitId: number, same: readonly Judged[]): Key | null {
  const wrong = objectionToWrite(by, unitId)
  if (wrong) return wrong
  if (asked.basis === 'measure') return 'plan.figure.is_measured'
  if (!asked.reporters.includes(unitId)) return 'plan.figure.not_asked'
  return same.some(({ state }) => state !== 'replaced') ? 'plan.figure.already_there' : null
}

/** `waiting`: a correction of this figure is on its way already. */
export function objectionToCorrect(by: Reporting, figure: Judged, waiting: boolean): Key | null {
  const wrong = objectionToWrite(by, figure.unitId)
  if (wrong) return wrong
  if (!next[figure.state].includes('replaced')) return 'plan.figure.replaced_already'
  return waiting ? 'plan.figure.correction_waits' : null
}

export const objectionToConfirm = (at: Standpoint, { state }: Judged): Key | null =>
  objectionToJudge(at) ?? (next[state].includes('confirmed') ? null : 'plan.figure.not_waiting')

export const objectionToReturn = (at: Standpoint, { state }: Judged): Key | null =>
  objectionToJudge(at) ?? (next[state].includes('returned') ? null : 'plan.figure.not_waiting')

type Numbers = { readonly numerator: number; readonly denominator: number | null }

/** Why these two numbers cannot be, and in which field. */
export function faultOfNumbers(
  { numerator, denominator }: Numbers,
  value: { readonly unit: string; readonly reportedBy: string },
): { field: 'numerator' | 'denominator'; key: Key } | null {
  // Percentages of several units cannot be added: each must say of how many.
  if (denominator === null && value.unit === 'percent' && value.reportedBy !== 'lead')
    return { field: 'denominator', key: 'plan.figure.needs_denominator' }
  if (denominator !== null && denominator <= 0) return { field: 'denominator', key: 'plan.figure.denominator_of_none' }
  if (denominator !== null && value.unit === 'percent' && numerator > denominator)
    return { field: 'numerator', key: 'plan.figure.more_than_all' }
  return null
}

export type Confirmed = Numbers & {
  readonly unitId: number
  readonly on: Day
  /** The first day on which the unit stands no longer. */
  readonly endsOn: Day | null
}

/** One reading of a number with what it was made of. `value` is in the unit of the goal. */
export type FullReading = Numbers & { readonly on: Day; readonly value: number; readonly units: number }

/** In hundredths when the goal is; a plain number as it is. */
export function figureIn(unit: string, { numerator, denominator }: Numbers): number | null {
  if (denominator === null) return numerator
  const ratio = ratioOf(numerator, denominator)
  return ratio === null ? null : unit === 'percent' ? ratio * 100 : ratio
}

/** Three decimals at most are reported; adding whole thousandths keeps the sum the same in every order. */
const sum = (all: readonly number[]) => all.reduce((total, one) => total + Math.round(one * 1000), 0) / 1000

/**
 * The number as of a day: numerators and denominators of what each unit last had confirmed, added up. Percentages are
 * never averaged. A unit that stands no longer no longer counts: whoever carries it on reports.
 */
export function readingOn(on: Day, unit: string, figures: readonly Confirmed[]): FullReading | null {
  const last = new Map<number, Confirmed>()
  for (const figure of figures) {
    const before = last.get(figure.unitId)
    const stands = figure.endsOn === null || on < figure.endsOn
    if (stands && figure.on <= on && (!before || before.on <= figure.on)) last.set(figure.unitId, figure)
  }
  const used = [...last.values()]
  const ratios = used.filter(({ denominator }) => denominator !== null)
  // A plain number among ratios cannot be added to them; the ratios, which say of how many, stand.
  const parts = ratios.length > 0 ? ratios : used
  if (parts.length === 0) return null
  const denominator = ratios.length > 0 ? sum(ratios.map((one) => one.denominator ?? 0)) : null
  const numerator = sum(parts.map((one) => one.numerator))
  const value = figureIn(unit, { numerator, denominator })
  return value === null ? null : { on, value, numerator, denominator, units: parts.length }
}

/** A reading for each day on which something was confirmed, oldest first. */
export const readingsOf = (unit: string, figures: readonly Confirmed[]): FullReading[] =>
  [...new Set(figures.map(({ on }) => on))]
    .toSorted()
    .map((on) => readingOn(on, unit, figures))
    .filter((reading) => reading !== null)

/** The last day of the last period of so many months that has ended; the figure of that day is asked for. */
export function askedFor(today: Day, everyMonths: number): Day {
  const month = monthOf(today) - 1
  const start = firstOfMonth(plusMonths(today, -(month % everyMonths)))
  const before = plusMonths(start, -1)
  return endOfMonth(yearOf(before), monthOf(before))
}

/** What is asked of a unit for one number. */
export type AskState = 'returned' | 'due' | 'waiting' | 'given'
export function askState(figures: readonly { state: FigureState; asOf: Day }[], askedDay: Day): AskState {
  const live = figures.filter(({ state }) => state !== 'replaced')
  if (live.some(({ state }) => state === 'returned')) return 'returned'
  if (!live.some(({ asOf }) => asOf >= askedDay)) return 'due'
  return live.some(({ state }) => state === 'sent') ? 'waiting' : 'given'
}
