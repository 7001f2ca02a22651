import type { messages as vi } from './mine.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.mine': 'Work of my unit',
  'plan.mine_lead': 'What the plan gives to {unit}. Figures include the units below it.',
  'plan.mine_targets': 'Targets led or supported',
  'plan.mine_targets_empty': 'The unit neither leads nor supports a target.',
  'plan.mine_tasks': 'Tasks by deadline',
  'plan.mine_tasks_empty': 'No task is open.',
  'plan.mine_figures': 'Waiting for your unit',
  'plan.mine_reminders': 'Reminders to answer',
  'plan.mine_own_plans': 'Your unit’s own plan',
  'plan.mine_own_plan': 'Plan',
  'plan.mine_see_plans': 'See the whole plan',
  'plan.mine_due': 'Figures to report',
  'plan.mine_returned': 'Figures sent back',
  'plan.mine_waiting': 'Figures to confirm',
  'plan.mine_role': 'Part',
}
