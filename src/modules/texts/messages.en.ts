import type { messages as vi } from './messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'texts.parse.not_a_plan':
    'This is not a plan the system can read. Looked for: a number such as …/KH-… or a decision it is attached to ({number, select, yes {found} other {not found}}); the title KẾ HOẠCH ({title, select, yes {found} other {not found}}); at least one section of objectives, targets or tasks ({section, select, yes {found} other {not found}}).',
  'texts.warning.number_blank': 'The plan has no number yet: its place is blank',
  'texts.warning.date_missing': 'The date of issue was not found',
  'texts.warning.issuer_missing': 'The issuing body was not found',
  'texts.warning.year_missing': 'The title names no year: deadlines written without a year have no date yet',
  'texts.warning.heading_spelling': 'Heading {ref} says “{printed}”, perhaps meant as “{meant}”',
  'texts.warning.number_repeated': 'Item {label} appears twice in a row; the second one is called {ref}',
  'texts.warning.number_missing':
    'Item {ref} does not follow {after, select, none {the beginning of the list} other {item {after}}}: something may be missing between them',
  'texts.warning.footnote_missing': 'Footnote [{mark}] is marked in the text but its words are not there',
  'texts.warning.no_value': 'Target {ref} has no figure to measure',
  'texts.warning.number_irregular': 'The number {number} is not of the form usual for this kind of document',
  'texts.warning.appendix_without_table': 'There is an appendix title “{title}” but no table',
  'texts.warning.appendix_missing': 'The text speaks of an attached appendix, but there is none',
  'texts.warning.quarter_month_assumed':
    '“{literal}” does not say which month of the quarter: taken as the {month, select, first {first month} next {month after it} other {last month}}',
  'texts.warning.before_assumed':
    '“{literal}”: the last day in time is taken to be {before, select, same_day {the day named} other {the day before the day named}}',
  'texts.warning.yearly_report_next_year': '“{literal}” falls early in the year: taken as the year after the plan’s',
  'texts.warning.meeting_without_day': '“{literal}” names no day to meet',
  'texts.warning.report_without_period': 'Item {ref} asks for periodic reports without saying the period',
  'texts.warning.unit_unclear': 'Item {ref} does not clearly say which unit is to act',
  'texts.warning.text_not_used': 'A paragraph at {ref} belongs to no item that was read',
  'texts.warning.row_unclear': 'This row of the table could not be read',
  'texts.warning.section_missing':
    'No section of {section, select, legal {legal bases} targets {targets} tasks {tasks} solutions {solutions} funding {funding} other {organisation}} was found',
}
