import type { messages as vi } from './assist.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'filing.assist.title': 'Help somebody file',
  'filing.assist.lead':
    'Fill in and file for somebody who has agreed to it. Each time a dossier is opened is written down for them to see.',
  'filing.assist.begin': 'Begin a dossier',
  'filing.assist.nguoi': 'Who is helped',
  'filing.assist.thu-tuc': 'Procedure code',
  'filing.assist.thu-tuc_hint': 'For example 1.001193; it stands on the page of the procedure',
  'filing.assist.next': 'Go on',
  'filing.assist.nobody': 'Nobody has agreed yet to be helped by you with filing',
  'filing.assist.nobody_why': 'Write the consent down before you open their data.',
  'filing.assist.record': 'Record consent',
  'filing.assist.no_consent': 'There is no consent in force of this person to be helped by you with filing',
  'filing.assist.drafts': 'Being filled in',
  'filing.assist.no_drafts': 'No drafts.',
  'filing.assist.filed': 'Filed',
  'filing.assist.none_filed': 'Nothing filed yet.',
  'filing.assist.procedure': 'Procedure',
  'filing.assist.saved': 'Saved at',
  'filing.assist.state': 'State',
  'filing.assist.for': 'For {name}',
  'filing.assist.logged':
    'That you open the data of this person is written down with their consent; they see it in their account.',
  'filing.start.channel': 'How the dossier came',
  'filing.start.channel_needed': 'Choose how it came',
  'filing.partner.reference_used': 'This reference was used for another dossier',
}
