import type { messages as vi } from './keeper.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'admin.keeper.title': 'How the platform stands',
  'admin.keeper.lead': 'What needs an administrator today.',
  'admin.keeper.attention': 'Needs attention',
  'admin.keeper.all_well': 'Nothing needs to be seen to.',
  'admin.keeper.failed_jobs':
    '{count, plural, one {# background job has failed} other {# background jobs have failed}}',
  'admin.keeper.failed_jobs_how': 'Look at the fault, mend its cause, then try again.',
  'admin.keeper.stuck_mails': '{count, plural, one {# mail could not be sent} other {# mails could not be sent}}',
  'admin.keeper.stuck_mails_how': 'Refused, tried too often, or no mail server is set.',
  'admin.keeper.unsealed': '{count, plural, one {# event has} other {# events have}} waited too long for a seal',
  'admin.keeper.unsealed_how': 'The log is sealed every minute; much later means that background jobs stand still.',
  'admin.keeper.locked': '{count, plural, one {# account is} other {# accounts are}} locked',
  'admin.keeper.locked_how': 'Wrong passwords, several times. They open by themselves; if it was not the owner, ask.',
  'admin.keeper.standing': 'What it runs on',
  'admin.keeper.waiting_jobs': 'Background jobs waiting or running',
  'admin.keeper.seal': 'Seal of the log',
  'admin.keeper.last_seal': 'Seal {no, number}, at {at}',
  'admin.keeper.never_sealed': 'Never sealed',
  'admin.keeper.unsealed_events': 'Events after the last seal',
  'admin.keeper.database': 'Database',
  'admin.keeper.embedded':
    'Embedded in the platform: for trials and training; one process only, and a power cut may lose what was just written.',
  'admin.keeper.server': 'A server of its own.',
}
