/** What lies with whom: an open dossier, and the line of the load in which it is counted. */
import { type Day, dayOf } from '#kernel/time.ts'

/** `waiting`: opened at the desk and not received; `ready`: its result waits to be given out. */
export const standings = ['waiting', 'running', 'paused', 'ready'] as const
export type Standing = (typeof standings)[number]

export type OpenDossier = {
  readonly dossierId: string
  /** Of the request, as long as it has none of its own. */
  readonly code: string
  readonly procedureCode: string
  /** Of the procedure, as it was filed. */
  readonly title: string
  /** With whom it lies: the desk before reception and with its result, else the unit that decides. */
  readonly unitId: number
  readonly holderId: string | null
  readonly standing: Standing
  readonly dueAt: Date | null
  /** When the steps that are open now must be done; null while none is. */
  readonly stepsDueAt: Date | null
  /** Working hours that the process allows for the steps after those. */
  readonly hoursAhead: number
  readonly supplements: number
  readonly extensions: number
  readonly movedAt: Date
}

export type Line = {
  readonly unitId: number
  readonly holderId: string | null
  readonly standing: Standing
  readonly dueOn: Day | null
}
export type Moved = Line & { readonly count: number }

const lineOf = ({ unitId, holderId, standing, dueAt }: OpenDossier): Line => ({
  unitId,
  holderId,
  standing,
  dueOn: standing === 'running' && dueAt ? dayOf(dueAt) : null,
})

const keyOf = ({ unitId, holderId, standing, dueOn }: Line) => `${unitId} ${holderId} ${standing} ${dueOn}`

/**
 * By how much each line moves, those that stay left out. In one order always, so that two that move the same lines wait
 * for one another and never in a ring.
 */
export function linesMoved(before: readonly OpenDossier[], after: readonly OpenDossier[]): Moved[] {
  const lines = new Map<string, Moved>()
  const add = (line: Line, by: 1 | -1) => {
    const key = keyOf(line)
    lines.set(key, { ...line, count: (lines.get(key)?.count ?? 0) + by })
  }
  for (const one of before) add(lineOf(one), -1)
  for (const one of after) add(lineOf(one), 1)
  return [...lines]
    .filter(([, { count }]) => count !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
}

/** What the board says of a unit or an officer. What has its hour today is not late before tomorrow. */
export type Load = {
  readonly running: number
  readonly dueToday: number
  readonly late: number
  readonly paused: number
  readonly waiting: number
  readonly ready: number
}

export const noLoad: Load = { running: 0, dueToday: 0, late: 0, paused: 0, waiting: 0, ready: 0 }

export const plusLoad = (a: Load, b: Load): Load => ({
  running: a.running + b.running,
  dueToday: a.dueToday + b.dueToday,
  late: a.late + b.late,
  paused: a.paused + b.paused,
  waiting: a.waiting + b.waiting,
  ready: a.ready + b.ready,
})
