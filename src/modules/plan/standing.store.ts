/** How targets and tasks stand on a day: rows, what is known of them, and the rule, put together. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { FullReading } from './figure.ts'
import { openRisksOf, shareDoneOf } from './note.ts'
import { type Note, notesOf } from './note.store.ts'
import { readingsOfValues } from './reading.store.ts'
import {
  boundsOf,
  type Standing,
  type StatusRule,
  statusOfTarget,
  statusOfValue,
  statusRuleOn,
  type ValueStatus,
} from './status.ts'
import { statusOfTask, type TaskStatus } from './task-status.ts'
import { type Funding, listFunding, listMilestones, type Milestone, type Task } from './task.store.ts'
import { listValues, type Target, type Value } from './target.store.ts'

export type StandingValue = { value: Value; readings: readonly FullReading[]; status: ValueStatus }
export type StandingTarget = { target: Target; values: readonly StandingValue[]; status: Standing; rule: StatusRule }

/** In the order of `targets`. */
export async function standingOfTargets(db: Db, targets: readonly Target[], today: Day): Promise<StandingTarget[]> {
  const rule = statusRuleOn(today)
  const values = await listValues(
    db,
    targets.map(({ id }) => id),
  )
  const known = new Map<string, FullReading[]>()
  for (const unitId of new Set(targets.map(({ planUnitId }) => planUnitId))) {
    const ids = new Set(targets.filter((target) => target.planUnitId === unitId).map(({ id }) => id))
    const some = values.filter(({ targetId }) => ids.has(targetId))
    for (const [id, readings] of await readingsOfValues(db, some, { unitId, today })) known.set(id, readings)
  }
  return targets.map((target) => {
    const mine = values
      .filter(({ targetId }) => targetId === target.id)
      .map((value) => {
        const readings = known.get(value.id) ?? []
        return { value, readings, status: statusOfValue({ ...value, readings, today, rule, ...boundsOf(value.unit) }) }
      })
    const status = statusOfTarget(mine.map((one) => ({ status: one.status.status, aim: one.value.aim })))
    return { target, values: mine, status, rule }
  })
}

export type StandingTask = {
  task: Task
  status: TaskStatus
  milestones: readonly Milestone[]
  funding: readonly Funding[]
  /** The newest first. */
  notes: readonly Note[]
  openRisks: readonly Note[]
  shareDone: number | null
}

/** In the order of `tasks`. */
export async function standingOfTasks(db: Db, tasks: readonly Task[], today: Day): Promise<StandingTask[]> {
  const rule = statusRuleOn(today)
  const ids = tasks.map(({ id }) => id)
  const [milestones, funding, notes] = [
    await listMilestones(db, ids),
    await listFunding(db, ids),
    await notesOf(db, ids),
  ]
  return tasks.map((task) => {
    const mine = milestones.filter(({ taskId }) => taskId === task.id)
    const said = notes.get(task.id) ?? []
    const openRisks = openRisksOf(said)
    const shareDone = shareDoneOf(said)
    const known = { milestones: mine, shareDone, openRisks: openRisks.length, notes: said.length, today, rule }
    return {
      task,
      status: statusOfTask({ ...task, ...known }),
      milestones: mine,
      funding: funding.filter(({ taskId }) => taskId === task.id),
      notes: said,
      openRisks,
      shareDone,
    }
  })
}
