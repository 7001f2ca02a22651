import type { messages as vi } from './messages.vi.ts'

const days = '{count, plural, one {# working day} other {# working days}}'
const hours = '{count, plural, one {# hour} other {# hours}}'
const minutes = '{count, plural, one {# minute} other {# minutes}}'

export const messages: Record<keyof typeof vi, string> = {
  'clock.objection.not_running': 'The clock of this dossier is not running, so there is nothing to extend',
  'clock.objection.no_limit': 'This dossier has no time limit, so there is nothing to extend',
  'clock.objection.extended_already': 'The appointment was moved once already; the rules do not allow it again',
  'clock.objection.apology_too_late':
    'The last day for the apology has passed, so the appointment can no longer be moved',
  'clock.objection.extension_not_later': 'The new appointment must be later than the present one',
  'clock.objection.ended': 'The dossier has come to its end',
  'clock.objection.supplement_needs_supervisor':
    'This dossier was sent back for more once. Doing so again is for a supervisor to decide, and the dossier will count as late in the service index',
  'clock.left.not_started': 'Time does not run yet',
  'clock.left.no_limit': 'No time limit',
  'clock.left.days': `${days} left`,
  'clock.left.hours': `${hours} left`,
  'clock.left.minutes': `${minutes} left`,
  'clock.left.today': 'Due today',
  'clock.left.late': 'Just overdue',
  'clock.left.late_hours': `${hours} of work overdue`,
  'clock.left.late_days': `${days} overdue`,
  'clock.left.paused': 'Paused',
  'clock.left.paused_days': `Paused, ${days} left`,
  'clock.left.paused_hours': `Paused, ${hours} left`,
  'clock.left.paused_late': 'Paused, overdue',
  'clock.left.ended': 'Ended',
  'clock.left.ended_early': 'Done early',
  'clock.left.ended_on_time': 'Done on time',
  'clock.left.ended_late': 'Done late',
  'clock.left.answer_minutes': `Answer within ${minutes}`,
  'clock.left.answer_hours': `Answer within ${hours} of work`,
  'clock.left.answer_late': 'The time to answer has passed',
}
