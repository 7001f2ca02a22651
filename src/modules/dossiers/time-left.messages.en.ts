import type { messages as vi } from './time-left.messages.vi.ts'

const days = '{count, plural, one {# working day} other {# working days}}'
const hours = '{count, plural, one {# hour} other {# hours}}'
const minutes = '{count, plural, one {# minute} other {# minutes}}'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.left.not_started': 'Time does not run yet',
  'dossiers.left.no_limit': 'No time limit',
  'dossiers.left.days': `${days} left`,
  'dossiers.left.hours': `${hours} left`,
  'dossiers.left.minutes': `${minutes} left`,
  'dossiers.left.today': 'Due today',
  'dossiers.left.late': 'Just overdue',
  'dossiers.left.late_hours': `${hours} of work overdue`,
  'dossiers.left.late_days': `${days} overdue`,
  'dossiers.left.paused': 'Paused',
  'dossiers.left.paused_days': `Paused, ${days} left`,
  'dossiers.left.paused_hours': `Paused, ${hours} left`,
  'dossiers.left.paused_late': 'Paused, overdue',
  'dossiers.left.ended': 'Ended',
  'dossiers.left.ended_early': 'Done early',
  'dossiers.left.ended_on_time': 'Done on time',
  'dossiers.left.ended_late': 'Done late',
  'dossiers.left.answer_minutes': `Answer within ${minutes}`,
  'dossiers.left.answer_hours': `Answer within ${hours} of work`,
  'dossiers.left.answer_late': 'The time to answer has passed',
}
