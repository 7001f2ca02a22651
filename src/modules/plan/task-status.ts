/** How a task stands, by its days, its milestones, what was written about it, and a dated rule. Pure. */
import { type Day, daysBetween, plusDays } from '#kernel/time.ts'
import { dayText } from '#ui/figures.ts'
import type { Sentence, StatusRule } from './status.ts'

export const taskStandings = ['done', 'stopped', 'on_track', 'no_data', 'at_risk', 'late'] as const
export type TaskStanding = (typeof taskStandings)[number]

export type TaskInput = {
  readonly dueOn: Day | null
  readonly doneOn: Day | null
  readonly stoppedOn: Day | null
  readonly milestones: readonly { readonly dueOn: Day; readonly doneOn: Day | null }[]
  /** Of the last progress note that gave one, in hundredths. */
  readonly shareDone: number | null
  readonly openRisks: number
  readonly notes: number
  readonly today: Day
  readonly rule: StatusRule
}
export type TaskStatus = { readonly status: TaskStanding; readonly why: Sentence }

export function statusOfTask(task: TaskInput): TaskStatus {
  const { rule, today, dueOn } = task
  if (task.doneOn) return { status: 'done', why: { key: 'plan.task.why_done', params: { on: dayText(task.doneOn) } } }
  if (task.stoppedOn)
    return { status: 'stopped', why: { key: 'plan.task.why_stopped', params: { on: dayText(task.stoppedOn) } } }
  if (dueOn && today > dueOn)
    return { status: 'late', why: { key: 'plan.task.why_overdue', params: { days: daysBetween(dueOn, today) } } }
  return lateByMilestone(task) ?? inDanger(task) ?? quiet(task) ?? onTrack(rule)
}

function lateByMilestone({ milestones, today, rule }: TaskInput): TaskStatus | null {
  const grace = rule.task.milestoneGraceDays
  const overdue = milestones.filter(({ dueOn, doneOn }) => !doneOn && today > plusDays(dueOn, grace))
  if (overdue.length === 0) return null
  return { status: 'late', why: { key: 'plan.task.why_milestone', params: { count: overdue.length, grace } } }
}

function inDanger({ dueOn, today, shareDone, openRisks, rule }: TaskInput): TaskStatus | null {
  if (openRisks > 0) return { status: 'at_risk', why: { key: 'plan.task.why_risk', params: { count: openRisks } } }
  const left = dueOn ? daysBetween(today, dueOn) : null
  const { soonDays, littleDone } = rule.task
  if (left === null || left > soonDays || (shareDone ?? 0) >= littleDone) return null
  return {
    status: 'at_risk',
    why: { key: 'plan.task.why_soon', params: { days: left, done: shareDone ?? 0, least: littleDone } },
  }
}

const quiet = ({ notes, milestones }: TaskInput): TaskStatus | null =>
  notes === 0 && !milestones.some(({ doneOn }) => doneOn)
    ? { status: 'no_data', why: { key: 'plan.task.why_no_data', params: {} } }
    : null

const onTrack = ({ task }: StatusRule): TaskStatus => ({
  status: 'on_track',
  why: { key: 'plan.task.why_on_track', params: { days: task.soonDays, grace: task.milestoneGraceDays } },
})
