import type { messages as vi } from './messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'plan.parse.not_a_plan':
    'This is not a plan the system can read. Looked for: a number such as …/KH-… or a decision it is attached to ({number, select, yes {found} other {not found}}); the title KẾ HOẠCH ({title, select, yes {found} other {not found}}); at least one section of objectives, targets or tasks ({section, select, yes {found} other {not found}}).',
  'plan.warning.number_blank': 'The plan has no number yet: its place is blank',
  'plan.warning.date_missing': 'The date of issue was not found',
  'plan.warning.issuer_missing': 'The issuing body was not found',
  'plan.warning.year_missing': 'The title names no year: deadlines written without a year have no date yet',
  'plan.warning.heading_spelling': 'Heading {ref} says “{printed}”, perhaps meant as “{meant}”',
  'plan.warning.number_repeated': 'Item {label} appears twice in a row; the second one is called {ref}',
  'plan.warning.number_missing':
    'Item {ref} does not follow {after, select, none {the beginning of the list} other {item {after}}}: something may be missing between them',
  'plan.warning.footnote_missing': 'Footnote [{mark}] is marked in the text but its words are not there',
  'plan.warning.no_value': 'Target {ref} has no figure to measure',
  'plan.warning.number_irregular': 'The number {number} is not of the form usual for this kind of document',
  'plan.warning.appendix_without_table': 'There is an appendix title “{title}” but no table',
  'plan.warning.appendix_missing': 'The text speaks of an attached appendix, but there is none',
  'plan.warning.quarter_month_assumed':
    '“{literal}” does not say which month of the quarter: taken as the {month, select, first {first month} next {month after it} other {last month}}',
  'plan.warning.before_assumed':
    '“{literal}”: the last day in time is taken to be {before, select, same_day {the day named} other {the day before the day named}}',
  'plan.warning.yearly_report_next_year': '“{literal}” falls early in the year: taken as the year after the plan’s',
  'plan.warning.meeting_without_day': '“{literal}” names no day to meet',
  'plan.warning.report_without_period': 'Item {ref} asks for periodic reports without saying the period',
  'plan.warning.unit_unclear': 'Item {ref} does not clearly say which unit is to act',
  'plan.warning.text_not_used': 'A paragraph at {ref} belongs to no item that was read',
  'plan.warning.row_unclear': 'This row of the table could not be read',
  'plan.warning.section_missing':
    'No section of {section, select, legal {legal bases} targets {targets} tasks {tasks} solutions {solutions} funding {funding} other {organisation}} was found',
}
