import type { messages as vi } from './fill.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'filing.fill.part': 'Part {n, number} of {of, number}',
  'filing.fill.form': 'Form',
  'filing.fill.review': 'Look over, file',
  'filing.fill.next': 'Save and go on',
  'filing.fill.later': 'Do it later',
  'filing.fill.kept': 'The draft was saved. You can go on with it at any time.',
  'filing.fill.kept_until': 'The draft is kept until {until}.',
  'filing.fill.helping': 'You are filling this in for somebody, by the consent on record.',
  'filing.fill.restored':
    'Your session had ended when you sent this page at {at}. What you typed stands below and is not saved; press “Save and go on” to keep it.',
  'filing.fill.more_asked': 'Saved. Your answer brings up more questions; please go on.',
  'filing.fill.here': 'You just typed',
  'filing.fill.there': 'Saved elsewhere',
  'filing.fill.overwrite': 'Press “Save and go on” to keep what you just typed, or',
  'filing.fill.take_theirs': 'take what is saved',
  'filing.fill.not_signed_in': 'The draft is on this device only. If others use it, erase it under “My dossiers”, or',
  'filing.fill.sign_in_now': 'sign in to go on with it on another',

  'filing.review.title': 'Look over and file',
  'filing.review.where': 'Where it goes',
  'filing.review.change': 'Change',
  'filing.review.from': '{says}, at {at}',
  'filing.review.not_needed': 'You need not hand in',
  'filing.review.held': 'Not needed: known from {says}.',
  'filing.review.messages': 'Messages',
  'filing.review.how_told':
    'Word of the dossier is shown under “My dossiers”, and sent by e-mail where you have given and confirmed an address.',
  'filing.review.declared': 'Declaration',
  'filing.review.declared_needed': 'Read and tick the declaration before filing',
  'filing.review.send': 'File',
  'filing.review.after': 'You get a receipt with a request code at once. Until reception you can withdraw the dossier.',
  'filing.review.sign_in_title': 'Sign in to file',
  'filing.review.sign_in_why':
    'A dossier is in the name of a person or organisation with an electronic identity. The draft stays and follows you after you have signed in.',
  'filing.review.sign_in': 'Sign in with VNeID',
  'filing.review.obstacle_assurance':
    'This procedure needs an electronic identity of level 2; the one you use is of level 1. The police of your commune raise it (bring your identity card); then sign in again. The draft stays.',
  'filing.review.obstacle_not_offered':
    'This procedure is not received online any more. The draft stays for you to see; call, or go to the one-stop desk to file.',
  'filing.review.obstacle_receiver_gone':
    'The office you chose is no longer there. Press “Change” beside it to choose another; all you filled in is kept.',
  'filing.review.obstacle_other_channel':
    'This procedure is not received in the way of this draft at present. The draft stays for you to see.',
  'filing.review.new_version': 'The form has a new version',
  'filing.review.new_version_means':
    'Since you began, the form has changed. What still fits the new one is kept as it is.',
  'filing.review.added': 'New questions',
  'filing.review.dropped': 'Not asked any more',
  'filing.review.dropped_means': 'Set aside and not filed; should a later form ask for it again, it comes back.',
  'filing.review.go_on': 'Go on with the new form',
  'filing.review.carried': 'Now on the new form',
  'filing.file.done': 'The dossier was filed. See and download the receipt under Summary.',

  'filing.fee.flat': 'Once for each dossier.',
  'filing.fee.each': '{count}, {each} each.',
  'filing.fee.step': 'From no. {from, number} to no. {to, number}: {count}, {each} each.',
  'filing.fee.step_on': 'From no. {from, number} on: {count}, {each} each.',
  'filing.fee.capped': 'What goes beyond the most, {cap}, is not asked.',
  'filing.fee.relief': '{percent, number} % off.',
  'filing.fee.relief_highest': '{percent, number} % off, the highest; not added to it: {others}.',
  'filing.fee.not_yet': 'Known once more is answered',
  'filing.fee.when': 'Nothing to pay now; how to pay is told at reception.',
}
