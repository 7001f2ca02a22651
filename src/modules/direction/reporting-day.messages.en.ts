import type { messages as vi } from './reporting-day.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.reporting_day.title': 'Reporting days of the plan',
  'plan.reporting_day.lead':
    'The days on which the plan itself wants reports: its words, the day worked out, and how they were read.',
  'plan.reporting_day.empty': 'This plan names no reporting days',
  'plan.reporting_day.column.kind': 'Kind',
  'plan.reporting_day.column.due': 'Due',
  'plan.reporting_day.column.left': 'Left',
  'plan.reporting_day.column.literal': 'Words of the plan',
  'plan.reporting_day.column.assumption': 'Read as',
  'plan.reporting_day.past': 'past',
  'plan.reporting_day.no_assumption': 'as it is written',
  'plan.reporting_day.weekend': 'Not a working day; the working day before is {on}',
  'plan.reporting_day.kind.monthly': 'Monthly report',
  'plan.reporting_day.kind.quarterly': 'Quarterly report',
  'plan.reporting_day.kind.half_year': 'Half-year report',
  'plan.reporting_day.kind.nine_months': 'Nine-month report',
  'plan.reporting_day.kind.yearly': 'Yearly report',
  'plan.reporting_day.kind.own_plan': 'Plans of the units',
  'plan.reporting_day.kind.other': 'Report',
  'plan.reporting_day.assumption.before_is_the_day_before': '“before day N” means day N−1 at the latest',
  'plan.reporting_day.assumption.quarter_names_no_month':
    'the text names no month of the quarter; the last one is taken',
  'plan.reporting_day.assumption.end_of_quarter': '“within the quarter” means until its last day',
  'plan.reporting_day.note': 'These readings can be changed when the text is reviewed, before the plan is published.',
}
