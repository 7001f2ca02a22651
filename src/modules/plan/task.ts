/** A task: something to be done by a unit until a day, with milestones, money, notes on its progress, risks. Pure. */
import type { Key } from '#kernel/text.ts'
import type { Day } from '#kernel/time.ts'
import { objectionToLead, objectionToWork, type Standpoint } from './standpoint.ts'

type Ending = { readonly doneOn: Day | null; readonly stoppedOn: Day | null }

export const isOpen = ({ doneOn, stoppedOn }: Ending): boolean => doneOn === null && stoppedOn === null

const ended = (task: Ending): Key | null => (isOpen(task) ? null : 'plan.task.ended')

/** Notes, risks, milestones, money. */
export const objectionToChange = (at: Standpoint, task: Ending): Key | null => objectionToWork(at) ?? ended(task)

export const objectionToStop = (at: Standpoint, task: Ending): Key | null => objectionToLead(at) ?? ended(task)

/** A task is done when nothing of it is left: no milestone before it, no risk still open. */
export const objectionToFinish = (
  at: Standpoint,
  task: Ending & { readonly openMilestones: number; readonly openRisks: number },
): Key | null => {
  const objection = objectionToLead(at) ?? ended(task)
  if (objection) return objection
  if (task.openMilestones > 0) return 'plan.task.milestones_open'
  return task.openRisks > 0 ? 'plan.task.risks_open' : null
}

export const objectionToReopen = (at: Standpoint, task: Ending): Key | null =>
  objectionToLead(at) ?? (isOpen(task) ? 'plan.task.open_already' : null)

type Line = { readonly amount: number; readonly spent: number }
export const fundingSums = (lines: readonly Line[]): Line => ({
  amount: lines.reduce((sum, { amount }) => sum + amount, 0),
  spent: lines.reduce((sum, { spent }) => sum + spent, 0),
})
