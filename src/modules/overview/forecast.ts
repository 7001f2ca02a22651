/** Which dossiers will be late, by when, and why: from the steps that are left, and from how many lie before them. */
import { type Calendar, plusWorkingDays, workingHours, workingMinutesBetween } from '#kernel/calendar.ts'
import { type Day, dayOf, plusDays } from '#kernel/time.ts'

export type Waiting = {
  readonly dossierId: string
  readonly dueAt: Date | null
  readonly stepsDueAt: Date | null
  readonly hoursAhead: number
}

/** `late`: it is already; `steps`: what is left takes longer than there is time; `queue`: too many are due before it. */
export const reasons = ['late', 'steps', 'queue'] as const
export type Reason = (typeof reasons)[number]

export type Foreseen = {
  readonly dossierId: string
  /** The day on which it is late. */
  readonly lateOn: Day
  readonly reason: Reason
  /** Hours of work that the steps left may take, and hours of work that there are. */
  readonly hoursNeeded: number
  readonly hoursLeft: number
  /** How many the officer has to finish before it, by the order in which they are due. */
  readonly before: number
}

export type Situation = {
  readonly now: Date
  readonly calendar: Calendar
  /** Dossiers that the officer finishes on a working day; null: too few are known to say. */
  readonly perDay: number | null
}

/** So many days ahead are looked at; who is due later is nobody's worry yet. */
const horizon = 60

/** Minutes of work from now to any moment, each day counted once. */
function workAhead({ now, calendar }: Situation): (until: Date) => number {
  const today = dayOf(now)
  const before = new Map<Day, number>()
  let sum = 0
  let on = today
  for (let days = 0; days <= horizon; days++, on = plusDays(on, 1)) {
    before.set(on, sum)
    for (const { from, to } of workingHours(on, calendar))
      sum += Math.max(0, to.getTime() - Math.max(from.getTime(), now.getTime())) / 60_000
  }
  const whole = sum
  return (until) => {
    if (until <= now) return 0
    const day = dayOf(until)
    const sumBefore = before.get(day)
    if (sumBefore === undefined) return whole
    const start = day === today ? now : new Date(Math.min(until.getTime(), startOf(day).getTime()))
    return sumBefore + workingMinutesBetween(start, until, calendar)
  }
}

const startOf = (on: Day): Date => new Date(`${on}T00:00:00+07:00`)

/** Of one officer. Whoever is due first is taken to be done first; those without a limit are never late. */
export function foresee(queue: readonly Waiting[], situation: Situation): Foreseen[] {
  const { now, calendar, perDay } = situation
  const minutesUntil = workAhead(situation)
  const today = dayOf(now)
  const inTurn = queue
    .filter((one): one is Waiting & { dueAt: Date } => one.dueAt !== null)
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.dossierId < b.dossierId ? -1 : 1))
  const doneOn = daysDone(inTurn.length, today, calendar, perDay)
  return inTurn.flatMap(({ dossierId, dueAt, stepsDueAt, hoursAhead }, before) => {
    const needed = (stepsDueAt ? minutesUntil(stepsDueAt) : 0) + hoursAhead * 60
    const left = minutesUntil(dueAt)
    const done = doneOn[before]
    const dueOn = dayOf(dueAt)
    const reason = reasonOf({
      isLate: now > dueAt,
      isTooLong: needed > left,
      isTooFar: done !== undefined && done > dueOn,
    })
    if (!reason) return []
    const hours = { hoursNeeded: Math.ceil(needed / 60), hoursLeft: Math.floor(left / 60) }
    return [{ dossierId, lateOn: dueOn, reason, before, ...hours }]
  })
}

function reasonOf({
  isLate,
  isTooLong,
  isTooFar,
}: Record<'isLate' | 'isTooLong' | 'isTooFar', boolean>): Reason | null {
  if (isLate) return 'late'
  if (isTooLong) return 'steps'
  return isTooFar ? 'queue' : null
}

/** On which day the officer has come to each; nobody knows while the pace is not known. */
function daysDone(count: number, today: Day, calendar: Calendar, perDay: number | null): Day[] {
  if (perDay === null || perDay <= 0) return []
  const days: Day[] = []
  // Today counts as long as it is worked on: the first of its dossiers are done today.
  let [on, ahead] = [plusWorkingDays(plusDays(today, -1), 1, calendar), 1]
  for (let n = 1; n <= count; n++) {
    while (n > perDay * ahead) {
      if (ahead++ > horizon) return [...days, ...Array<Day>(count - days.length).fill(on)]
      on = plusWorkingDays(on, 1, calendar)
    }
    days.push(on)
  }
  return days
}

/** What the board keeps of an officer: those that are not late yet and will be. */
export function summed(foreseen: readonly Foreseen[]): { late: number; firstOn: Day } | null {
  const ahead = foreseen.filter(({ reason }) => reason !== 'late')
  const [first] = ahead.map(({ lateOn }) => lateOn).toSorted()
  return first ? { late: ahead.length, firstOn: first } : null
}

/** Fewer than these say nothing about a pace. */
const leastKnown = 5

export const paceOf = (ended: number, workingDays: number): number | null =>
  ended < leastKnown || workingDays <= 0 ? null : ended / workingDays
