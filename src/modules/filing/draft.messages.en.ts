import type { messages as vi } from './draft.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'filing.draft.missing': 'There is no such draft',
  'filing.draft.other_party':
    'This draft is in the name of somebody else than whom you act for now. Change that under Account and open it again.',
  'filing.draft.moved_on': 'The draft has just been changed elsewhere. Please compare, then decide which to keep.',
  'filing.draft.not_offered': 'This procedure is not filed online here at present',
  'filing.draft.other_channel': 'This procedure is not received in the chosen way',
  'filing.draft.staff_help_at_the_desk': 'Staff do not file for themselves here; to help somebody use “Help”',
  'filing.draft.papers': 'Papers',
  'filing.draft.papers_intro':
    'Take photos with all four corners in sight, or send a PDF. What the state has already is not asked here.',
  'filing.draft.paper_or_other': 'Of the papers on this page that stand for one another one is enough',
  'filing.draft.paper_needed': 'Please send this paper',
  'filing.draft.no_question': 'The form has no question called {name}',
  'filing.file.declaration':
    'I declare that what I have stated and the papers I have handed in are true, and answer for them before the law.',
  'filing.file.still_checked':
    'A file is still being checked, so the dossier cannot be filed yet. Wait a few minutes and press again; the draft is kept whole.',
  'filing.file.no_receiver': 'No receiving office was chosen',
  'filing.file.receiver_gone': 'The chosen office is no longer there. Please choose another.',
  'filing.file.form_changed':
    'The form has just got a new version. What you filled in is still there; please look it over before filing.',
  'filing.file.assurance': 'This procedure needs an electronic identity of level 2',
  'filing.draft.known_from_identity': 'Electronic identity (VNeID)',
  'filing.draft.known_from_account': 'Your account on this system',
  'filing.draft.known_from_dossier': 'The dossier you filed last',
  'filing.file.not_acting': 'You no longer act for this party. The draft stays; please see Account.',
}
