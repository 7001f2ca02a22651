import type { messages as vi } from './clock.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.clock.not_running': 'The clock of this dossier is not running, so there is nothing to extend',
  'dossiers.clock.no_limit': 'This dossier has no time limit, so there is nothing to extend',
  'dossiers.clock.extended_already': 'The appointment was moved once already; the rules do not allow it again',
  'dossiers.clock.apology_too_late':
    'The last day for the apology has passed, so the appointment can no longer be moved',
  'dossiers.clock.extension_not_later': 'The new appointment must be later than the present one',
  'dossiers.clock.ended': 'The dossier has come to its end',
  'dossiers.clock.supplement_needs_supervisor':
    'This dossier was sent back for more once. Doing so again is for a supervisor to decide, and the dossier will count as late in the service index',
}
