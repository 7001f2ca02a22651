import type { messages as vi } from './owner.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.owner.supplement': 'Complete the dossier',
  'dossiers.owner.results': 'See the result',
  'dossiers.owner.rate': 'Rate how you were served',
  'dossiers.owner.why': 'See why',
  'dossiers.owner.withdraw': 'Ask for it back',

  'dossiers.owner_state.arrived': 'At the desk',
  'dossiers.owner_state.refused_at_desk': 'Not received',
  'dossiers.owner_state.received': 'Received',
  'dossiers.owner_state.processing': 'In progress',
  'dossiers.owner_state.awaiting_supplement': 'Waiting for you to complete it',
  'dossiers.owner_state.awaiting_payment': 'Waiting for you to pay',
  'dossiers.owner_state.awaiting_signature': 'To be signed',
  'dossiers.owner_state.finished': 'Result ready',
  'dossiers.owner_state.returned': 'Result returned',
  'dossiers.owner_state.withdrawn': 'Withdrawn',
  'dossiers.owner_state.stopped': 'Stopped',

  'dossiers.owner_next.arrived': 'The one-stop desk is checking your dossier.',
  'dossiers.owner_next.refused_at_desk': 'The dossier was not received. See below why, and what to do.',
  'dossiers.owner_next.received':
    '{has_due, select, yes {The result is due at {due}. } other {}}The dossier is on its way to whoever handles it.',
  'dossiers.owner_next.processing':
    '{has_due, select, yes {The result is due at {due}. } other {}}{unit} is handling it; there is nothing for you to do.',
  'dossiers.owner_next.awaiting_supplement':
    'Please complete it by the end of {until}. While we wait for you, the time of the agency stands still.',
  'dossiers.owner_next.awaiting_payment':
    'Please pay by the end of {until}. While we wait for you, the time of the agency stands still.',
  'dossiers.owner_next.awaiting_signature':
    '{has_due, select, yes {The result is due at {due}. } other {}}The result is being signed.',
  'dossiers.owner_next.finished': 'The result is ready. See it now, or receive it the way you chose.',
  'dossiers.owner_next.returned': 'The result has been given to you.',
  'dossiers.owner_next.withdrawn': 'The dossier was withdrawn. To begin again, file a new one.',
  'dossiers.owner_next.stopped': 'Work on the dossier has stopped. See below why.',

  'dossiers.moment.receive': 'Received under the code {code}',
  'dossiers.moment.refuse_at_desk': 'Not received',
  'dossiers.moment.ask_supplement':
    'You are asked to complete {count, plural, one {# place} other {# places}} by {until}',
  'dossiers.moment.answer_supplement': 'What was asked for has come',
  'dossiers.moment.ask_payment': 'You are asked to pay by {until}',
  'dossiers.moment.note_payment': 'The fee was paid',
  'dossiers.moment.note_refund': 'The fee was paid back',
  'dossiers.moment.hand_over': 'Handed over to {unit}',
  'dossiers.moment.reach': '{unit} has the dossier; its time begins',
  'dossiers.moment.assign': 'Handled by {to}',
  'dossiers.moment.finish_step': 'Done: {step}',
  'dossiers.moment.record_answer': '{agency} has answered',
  'dossiers.moment.record_silence': '{agency} did not answer in time; work goes on',
  'dossiers.moment.put_before_signer': 'Done: {step}. Put before the signer',
  'dossiers.moment.approve': 'Approved',
  'dossiers.moment.refuse': 'Refused in writing, with the reason',
  'dossiers.moment.issue': 'Result {result}',
  'dossiers.moment.return': 'Result returned',
  'dossiers.moment.extend': 'The agency apologises; the new moment is {due}',
  'dossiers.moment.stop': 'Stopped',
  'dossiers.moment.ask_withdrawal': 'You asked for the dossier back',
  'dossiers.moment.decline_withdrawal': 'The dossier could not be withdrawn',
  'dossiers.moment.withdraw': 'Withdrawn',

  'dossiers.notice.receive':
    '{unit} has received your dossier {title} under the code {code}.{has_due, select, yes { The result is due at {due}.} other {}}',
  'dossiers.notice.refuse_at_desk': 'The dossier {title} ({code}) was not received: {text}',
  'dossiers.notice.ask_supplement': 'The dossier {title} ({code}) is to be completed by the end of {until}',
  'dossiers.notice.answer_supplement': 'What was asked for the dossier {title} ({code}) has come',
  'dossiers.notice.ask_payment': 'The fee of the dossier {title} ({code}) is to be paid by the end of {until}',
  'dossiers.notice.note_payment': 'The fee of the dossier {title} ({code}) was paid',
  'dossiers.notice.note_refund': 'The fee of the dossier {title} ({code}) was paid back',
  'dossiers.notice.hand_over': 'The dossier {title} ({code}) was handed over to {unit}',
  'dossiers.notice.reach':
    '{unit} has the dossier {title} ({code}).{has_due, select, yes { The result is due at {due}.} other {}}',
  'dossiers.notice.refuse': 'The dossier {title} ({code}) was refused in writing, with the reason',
  'dossiers.notice.issue': 'The result of the dossier {title} ({code}) is ready',
  'dossiers.notice.return': 'The result of the dossier {title} ({code}) was returned',
  'dossiers.notice.extend': 'We apologise: the dossier {title} ({code}) will be late; the new moment is {due}',
  'dossiers.notice.stop': 'Work on the dossier {title} ({code}) has stopped: {text}',
  'dossiers.notice.decline_withdrawal': 'The dossier {title} ({code}) could not be withdrawn: {text}',
  'dossiers.notice.withdraw': 'The dossier {title} ({code}) was withdrawn',
}
