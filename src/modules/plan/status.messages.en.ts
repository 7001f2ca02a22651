import type { messages as vi } from './status.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.status.achieved': 'Achieved',
  'plan.status.on_track': 'On track',
  'plan.status.at_risk': 'At risk',
  'plan.status.late': 'Late',
  'plan.status.no_data': 'No data',
  'plan.status.why_no_data': 'No figure yet.',
  'plan.status.why_passed_unknown': 'The deadline has passed and there is no figure.',
  'plan.status.why_met': 'The figure of {on} meets the target (deadline {deadline}).',
  'plan.status.why_passed': 'The deadline {deadline} has passed with {gap, number}{unit} missing.',
  'plan.status.why_forecast_meets':
    'The straight line through at most the last {readings, number} figures of the year gives {forecast, number}{unit} on {deadline}: the target is met.',
  'plan.status.why_forecast_near':
    'The straight line through at most the last {readings, number} figures of the year gives {forecast, number}{unit} on {deadline}: {short, number}{unit} short, not more than {percent, number} % of the goal.',
  'plan.status.why_forecast_far':
    'The straight line through at most the last {readings, number} figures of the year gives {forecast, number}{unit} on {deadline}: {short, number}{unit} short, more than {percent, number} % of the goal.',
  'plan.status.why_early':
    'Figures of {atLeast, number} different days are needed for a forecast; {left, number} days to the deadline {deadline}, {gap, number}{unit} missing.',
  'plan.status.why_close_without_trend':
    '{left, number} days to the deadline {deadline} (not more than {days, number}), {gap, number}{unit} missing, and too few figures for a forecast.',
  'plan.status.assumed': 'This is the province’s own convention (an assumption), in use since {from}.',
  'plan.status.stated': 'In use since {from}.',
  'plan.task.done': 'Done',
  'plan.task.stopped': 'Stopped',
  'plan.task.on_track': 'On track',
  'plan.task.at_risk': 'At risk',
  'plan.task.late': 'Late',
  'plan.task.no_data': 'No report',
  'plan.task.why_done': 'Done on {on}.',
  'plan.task.why_stopped': 'Stopped on {on}.',
  'plan.task.why_overdue': '{days, number} days past its deadline and not done.',
  'plan.task.why_milestone': '{count, number} milestones overdue by more than {grace, number} days.',
  'plan.task.why_risk': '{count, number} risks still open.',
  'plan.task.why_soon':
    '{days, number} days left with only {done, number} % done (at least {least, number} % expected).',
  'plan.task.why_no_data': 'Nobody has noted any progress.',
  'plan.task.why_on_track':
    'No milestone is overdue by more than {grace, number} days and no risk is open; it is not in its last {days, number} days, or most is done.',
}
