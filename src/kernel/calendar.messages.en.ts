import type { messages as vi } from './calendar.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'kernel.calendar.no_day': 'The calendar says nothing of its own about this day',
  'kernel.calendar.already_worked': 'This is a working day already; no make-up day is needed',
  'kernel.calendar.only_make_up': 'Only a make-up day keeps the hours of another weekday; leave it empty for a day off',
  'kernel.calendar.no_work_in_month': 'With this change nobody would work in the whole of {month}',
  'kernel.calendar.no_hours': 'No hours are worked in the whole week',
  'kernel.calendar.hours_unclear': '{label}: write 07:00–11:30, 13:30–17:00; leave it empty when nobody works',
  'kernel.calendar.hours_end_first': '{label}: the end must be after the beginning',
  'kernel.calendar.hours_overlap': '{label}: the hours overlap',
  'kernel.calendar.nobody_above': 'No unit above has hours to follow; write new hours instead of ending these',
}
