/** Tasks and days of a plan at a glance. */
import type { Day } from '#kernel/time.ts'
import type { TaskKind } from './plan.ts'
import type { TaskStanding } from './task-status.ts'

export type TaskGlance = {
  readonly ref: string
  readonly kind: TaskKind
  readonly heading: string
  readonly wording: string
  readonly leadUnitId: number | null
  readonly dueOn: Day | null
  readonly standing: TaskStanding
}

export type ComingDay = {
  readonly on: Day
  readonly kind: 'task' | 'milestone' | 'target' | 'report'
  readonly ref: string | null
  readonly title: string
  readonly leadUnitId: number | null
}
