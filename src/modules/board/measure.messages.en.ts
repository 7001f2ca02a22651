import type { messages as vi } from './measure.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.measure.plan.figures_given': 'Figures that units sent in time',
  'plan.measure.plan.figures_given.numerator': 'figures sent on the platform by their day',
  'plan.measure.plan.figures_given.denominator': 'figures that units had to send, counted on the day they were due',
  'plan.measure.plan.tasks_on_time': 'Tasks done in time',
  'plan.measure.plan.tasks_on_time.numerator': 'tasks done by their day',
  'plan.measure.plan.tasks_on_time.denominator':
    'tasks of the year’s plans whose day has come, by lead unit, without those stopped before it',
  'plan.measure.plan.reminders_answered': 'Reminders answered in time',
  'plan.measure.plan.reminders_answered.numerator': 'reminders answered by their day',
  'plan.measure.plan.reminders_answered.denominator':
    'reminders whose day to be answered has come, also when sent back, without those closed before it',
  'plan.measure.count': 'Count the measures of plans every morning',
  'plan.measure.missing': 'There is no such measure',
  'plan.measure.rows_title': '{measure}: row by row',
  'plan.measure.period': 'From {from} to {to}',
  'plan.measure.until': 'As of {to}',
  'plan.measure.value': 'Recorded',
  'plan.measure.value_none': 'nothing yet',
  'plan.measure.rows_count': 'The rows below',
  'plan.measure.rows_of': '{numerator, number} in time of {denominator, number}',
  'plan.measure.rows_differ':
    'The rows of now differ from what was recorded: some were due after the last count, or how figures are asked for has been changed since.',
  'plan.measure.rows_caption': 'The rows of the measure',
  'plan.measure.rows_empty': 'Nothing was due in this period.',
  'plan.measure.row': 'What',
  'plan.measure.row_unit': 'Unit',
  'plan.measure.row_due': 'Due',
  'plan.measure.row_done': 'Done on',
  'plan.measure.row_state': 'In time',
  'plan.measure.in_time': 'In time',
  'plan.measure.not_in_time': 'Not in time',
  'plan.measure.figure_of': '{subject}, as of {on}',
  'plan.measure.reminder_hidden': 'A reminder outside your unit',
}
