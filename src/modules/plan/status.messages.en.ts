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
    'At the present pace it will be {forecast, number}{unit} on {deadline}: the target is met.',
  'plan.status.why_forecast_near':
    'At the present pace it will be {forecast, number}{unit} on {deadline}: {short, number}{unit} short.',
  'plan.status.why_forecast_far':
    'At the present pace it will be {forecast, number}{unit} on {deadline}: {short, number}{unit} short, more than {percent, number}\u00a0% of the goal.',
  'plan.status.why_early':
    '{gap, number}{unit} missing, {left, number} days to the deadline {deadline}; a forecast needs figures of at least {atLeast, number} days.',
  'plan.status.why_close_without_trend':
    'Only {left, number} days to the deadline {deadline} with {gap, number}{unit} missing, and too few figures for a forecast.',
  'plan.status.assumed': 'This is the province’s own convention (an assumption), in use since {from}.',
  'plan.status.stated': 'In use since {from}.',
  'plan.status.rule_title': 'How the status is judged',
  'plan.status.rule_achieved': 'Achieved: the last figure, or the one at the deadline, meets the goal.',
  'plan.status.rule_on_track':
    'On track: the straight line through at most the last {readings, number} figures of the year meets the goal at the deadline.',
  'plan.status.rule_at_risk':
    'At risk: that line is short by not more than {percent, number}\u00a0% of the goal; or there are figures of fewer than {atLeast, number} days, not more than {days, number} days left, and more than {risk, number}\u00a0% missing.',
  'plan.status.rule_late':
    'Late: that line is short by more, or the deadline has passed unmet. What is only aimed at never makes a target late.',
  'plan.status.rule_worst':
    'A target with several values stands as the worst of them; from best to worst: achieved, on track, no data, at risk, late.',
  'plan.task.rule_late':
    'Late: past its deadline and not done, or a milestone overdue by more than {grace, number} days.',
  'plan.task.rule_at_risk':
    'At risk: a risk is open, or not more than {days, number} days are left with less than {least, number}\u00a0% done.',
  'plan.task.rule_no_data': 'No report: nobody has noted progress and no milestone is reached.',
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
    '{days, number} days left with only {done, number}\u00a0% done (at least {least, number}\u00a0% expected).',
  'plan.task.why_no_data': 'Nobody has noted any progress.',
  'plan.task.why_on_track': 'No milestone is overdue and no risk is open.',
}
