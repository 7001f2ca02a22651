/** Terms of law in the hours that a unit works: when one ends, and what a pause does to it. */
import {
  type Calendar,
  endOfWorkOn,
  isWorkingDay,
  nextWorkingDay,
  plusWorkingDays,
  plusWorkingHours,
  settleDay,
  workingDaysBetween,
  workingHours,
  workingMinutesBetween,
} from '#kernel/calendar.ts'
import { type Day, dayOf, daysBetween, momentOf, plusDays, plusMonths } from '#kernel/time.ts'
import type { Limit } from '#modules/services/public.ts'
import type { OneStopRules } from './one-stop-rule.ts'

export type Term = Pick<Limit, 'amount' | 'unit' | 'sameDay'>

/** What a term is counted by. */
export type Count = { readonly term: Term; readonly rules: OneStopRules; readonly calendar: Calendar }

/** `to: null`: still open. */
export type Stretch = { readonly from: Date; readonly to: Date | null }

const minute = 60_000

/** Receipts and forms print whole minutes, and what is printed counts. */
export const inMinutes = (moment: Date): Date => new Date(Math.floor(moment.getTime() / minute) * minute)

export const laterOf = (one: Date, other: Date): Date => (one > other ? one : other)

const atClock = (on: Day, clock: string) => momentOf(on, Number(clock.slice(0, 2)), Number(clock.slice(3)))

/** Days end with their work; a day without any, which a calendar may still count, at its last minute. */
const endOf = (on: Day, calendar: Calendar): Date => endOfWorkOn(on, calendar) ?? momentOf(on, 23, 59)

const isAfter = (moment: Date, cutOff: string): boolean => moment > atClock(dayOf(moment), cutOff)

/** There is work left on that day, and the hour after which nothing more is begun has not passed. */
const isInTime = (moment: Date, cutOff: string, calendar: Calendar): boolean =>
  isWorkingDay(dayOf(moment), calendar) && moment < endOf(dayOf(moment), calendar) && !isAfter(moment, cutOff)

const dayAfter = (moment: Date, calendar: Calendar): Day => nextWorkingDay(plusDays(dayOf(moment), 1), calendar)

function endOfSameDay(received: Date, { rules, calendar }: Omit<Count, 'term'>): Date {
  const inTime = isInTime(received, rules.sameDay.cutOff, calendar)
  return endOf(inTime ? dayOf(received) : dayAfter(received, calendar), calendar)
}

/** When a term ends that starts now. The day on which it starts is not counted; a part of a day or month is a whole one. */
export function endOfTerm(start: Date, { term, rules, calendar }: Count): Date {
  const [on, amount] = [dayOf(start), Math.ceil(term.amount)]
  if (term.sameDay) return endOfSameDay(start, { rules, calendar })
  switch (term.unit) {
    case 'working_hour':
      return inMinutes(plusWorkingHours(start, term.amount, calendar))
    case 'working_day':
      return endOf(plusWorkingDays(on, amount, calendar), calendar)
    case 'day':
      return endOf(settleDay(plusDays(on, amount), rules.counting.offDay, calendar), calendar)
    case 'month':
      return endOf(settleDay(plusMonths(on, amount), rules.counting.offDay, calendar), calendar)
  }
}

/**
 * When a term ends that would have ended `due`, but stood still meanwhile. As many hours (or days) are left as when the
 * pause began, counted to the moment that was printed. What had run out before the pause stays run out.
 */
export function endAfterPause(due: Date, from: Date, to: Date, count: Count): Date {
  if (due <= from) return due
  const inHours = count.term.unit === 'working_hour' && !count.term.sameDay
  const end = inHours ? endAfterPauseInHours(due, from, to, count.calendar) : endAfterPauseInDays(due, from, to, count)
  return laterOf(due, end)
}

const endAfterPauseInHours = (due: Date, from: Date, to: Date, calendar: Calendar): Date =>
  inMinutes(plusWorkingHours(to, workingMinutesBetween(from, due, calendar) / 60, calendar))

function endAfterPauseInDays(due: Date, from: Date, to: Date, { term, rules, calendar }: Count): Date {
  const [paused, resumed, end] = [dayOf(from), dayOf(to), dayOf(due)]
  if (paused === end) {
    const lostNothing = paused === resumed && isAfter(from, rules.sameDay.cutOff)
    return lostNothing ? due : endOfSameDay(to, { rules, calendar })
  }
  if (paused === resumed) return due
  const inWorkingDays = term.sameDay || term.unit === 'working_day'
  return endOf(
    inWorkingDays
      ? nextWorkingDay(plusWorkingDays(resumed, workingDaysBetween(paused, end, calendar), calendar), calendar)
      : settleDay(plusDays(resumed, daysBetween(paused, end)), rules.counting.offDay, calendar),
    calendar,
  )
}

/** Minutes of work between two moments that lie in no pause. */
export function minutesOutside(from: Date, to: Date, pauses: readonly Stretch[], calendar: Calendar): number {
  if (to <= from) return 0
  const inPauses = pauses.map((pause) => {
    const [start, end] = [laterOf(pause.from, from), pause.to && pause.to < to ? pause.to : to]
    return end > start ? workingMinutesBetween(start, end, calendar) : 0
  })
  return workingMinutesBetween(from, to, calendar) - inPauses.reduce((sum, minutes) => sum + minutes, 0)
}

/**
 * When a step or a consultation that was given so many working hours is due. Pauses that have ended prolong it; while one
 * is open, nobody can say.
 */
export function dueAfter(start: Date, hours: number, calendar: Calendar, pauses: readonly Stretch[] = []): Date {
  const begun = inMinutes(start)
  return pauses.reduce(
    (due, { from, to }) => {
      if (!to || to <= begun || due <= from) return due
      return laterOf(due, endAfterPauseInHours(due, laterOf(from, begun), to, calendar))
    },
    inMinutes(plusWorkingHours(begun, hours, calendar)),
  )
}

/** By when a dossier must be with the unit that handles it: the same working day, or the start of the next. */
export function handOverBy(received: Date, { rules, calendar }: Omit<Count, 'term'>): Date {
  const on = inMinutes(received)
  if (isInTime(on, rules.handOver.cutOff, calendar)) return endOf(dayOf(on), calendar)
  const next = dayAfter(on, calendar)
  return workingHours(next, calendar)[0]?.from ?? momentOf(next)
}

/** By when somebody who filed online hears from an officer for the first time. */
export const answerBy = (filed: Date, { rules, calendar }: Omit<Count, 'term'>): Date =>
  dueAfter(filed, rules.firstAnswer.workingHours, calendar)
