import type { messages as vi } from './work.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'kernel.audit.sound': 'The log is whole: no event and no seal was changed, removed, added or moved.',
  'kernel.audit.faulty': 'THE LOG WAS TAMPERED WITH: {count} faults.',
  'kernel.audit.cut_short': 'Too many faults: the check was given up on the way.',
  'kernel.audit.counts':
    '{events} events; {sealed} held against {seals} seals; {unsealed} not sealed yet, so nothing can be said of them.',
  'kernel.audit.unchecked': '{count} events could not be checked because their seal is broken or missing.',
  'kernel.audit.head': 'Newest seal (worth noting down elsewhere): {no}:{hash}',
  'kernel.audit.not_a_head': 'A noted seal has the form number:hash, such as 12:9f86d081…',
  'kernel.audit.changed': 'Event {seq} (seal {no}) was changed; it now says it is about: {about}',
  'kernel.audit.missing': 'Event {seq} (seal {no}) was removed',
  'kernel.audit.reordered': 'Event {seq} (seal {no}) was moved; it now says it is about: {about}',
  'kernel.audit.added': 'Event {seq} was put in after seal {no} had been closed; it says it is about: {about}',
  'kernel.audit.seal_broken': 'Seal {no} was changed',
  'kernel.audit.seal_missing': 'Seal {no} was removed',
  'kernel.job.not_failed': 'This background job has not failed, so it cannot be tried again',
  'kernel.mail.open': 'Open in the platform',
  'kernel.mail.footer': 'Sent automatically by {place}. Please do not reply.',
  'kernel.mail.not_stuck': 'This mail is waiting to be sent, or was sent already',
  'kernel.mail.state.waiting': 'Waiting to be sent',
  'kernel.mail.state.sent': 'Sent',
  'kernel.mail.state.no_server': 'Not sent: no mail server is set',
  'kernel.mail.state.refused': 'Not sent: refused by the mail server',
  'kernel.mail.state.given_up': 'Not sent: tried too often',
}
