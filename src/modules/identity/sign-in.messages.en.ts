import type { messages as vi } from './sign-in.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'identity.sign_in.title': 'Sign in',
  'identity.sign_in.lead': 'There is no password of its own here. You use your {provider} identity.',
  'identity.sign_in.asked': 'The page you opened has to know who you are. After signing in you come back to it.',
  'identity.sign_in.back_to_it': 'After signing in you go on exactly where you were. What was saved is still there.',
  'identity.sign_in.citizens': 'Citizens and businesses',
  'identity.sign_in.send': 'Sign in with {provider}',
  'identity.sign_in.no_provider':
    'This place is not yet connected to the identity system, so nobody can sign in. Come to the one-stop desk, or call',
  'identity.sign_in.or': 'or',
  'identity.sign_in.shared': 'At a shared computer?',
  'identity.sign_in.shared_how': 'Scan the code of the next page with your phone; sign out when you are done',
  'identity.sign_in.for_another': 'For your parents, a child, an organisation?',
  'identity.sign_in.for_another_how': 'Sign in as yourself, then choose for whom you act',
  'identity.sign_in.no_phone': 'No smartphone?',
  'identity.sign_in.no_phone_how':
    'Bring your identity card to the nearest one-stop desk, or ask the community digital team: with your consent an officer does it with you.',
  'identity.sign_in.staff': 'Officers:',
  'identity.sign_in.staff_link': 'sign in for work',
  'identity.sign_in.known': 'What do we know about you after you sign in?',
  'identity.sign_in.known_answer':
    'Your name, identity number, birth date, sex and residence, as the identity system tells them. Each time an authority reads your data it is written down for you to read.',
  'identity.provider.up': '{provider} is working, looked at {at}.',
  'identity.provider.slow': '{provider} is slow (looked at {at}). You can try; what was saved is not lost if it fails.',
  'identity.provider.down': '{provider} did not answer at {at}. You can try; what was saved is not lost if it fails.',
  'identity.sign_in.kept':
    'Your session had ended, so what you just sent was not taken, but it is still there. Sign in again, then one press sends it on.',
  'identity.sign_in.kept_files':
    '{count, plural, one {# file could not be kept; choose it again.} other {# files could not be kept; choose them again.}}',
  'identity.kept.title': 'Send on what you had begun',
  'identity.kept.lead': 'What you typed before the session ended is still there. Nothing has been sent.',
  'identity.kept.send': 'Send on',
  'identity.kept.drop': 'Drop it',
  'identity.kept.other_party': 'You typed this while acting for {name}. Choose them again, then send it on.',
  'identity.fault.refused': 'You are not signed in',
  'identity.fault.refused_why': 'You turned back on the page of {provider}. Nothing was sent.',
  'identity.fault.stale': 'This sign-in is too old',
  'identity.fault.stale_why': 'Each sign-in works once and for a few minutes. Sign in again; nothing else is needed.',
  'identity.fault.forged': 'We do not know this sign-in',
  'identity.fault.forged_why':
    'The answer belongs to no sign-in that began in this browser, so we did not take it. Mostly it comes from several tabs, or from going back.',
  'identity.fault.slow': '{provider} is slow',
  'identity.fault.slow_why': '{provider} did not answer in time. It is not your fault; try again in a minute.',
  'identity.fault.down': '{provider} does not answer',
  'identity.fault.down_why':
    'The identity system is away for the moment. It is not your fault; try again in a few minutes.',
  'identity.fault.unreadable': '{provider} did not tell enough',
  'identity.fault.unreadable_why':
    'The answer held no identity number or no name, so it is not known whose dossier it would be. The one-stop desk can help with your papers.',
  'identity.fault.nothing_lost': 'Nothing is lost: what you saved is still there.',
  'identity.fault.again': 'Sign in again',
  'identity.fault.back': 'Back to where you were',
  'identity.fault.help': 'Tried several times? Call',
  'identity.conflict.title': 'This identity number belongs to another account',
  'identity.conflict.why':
    'The account you used and its identity number are not the same person in our books. So that nobody sees the dossiers of another, we did not let it in.',
  'identity.conflict.how': 'Bring your identity card to the one-stop desk, or call',
  'identity.level.title': 'Level of the electronic identity',
  'identity.level.has': 'Your {provider} identity is of level {level}.',
  'identity.level.enough': 'You can use every service here.',
  'identity.level.too_low': 'This service asks for an electronic identity of level 2.',
  'identity.level.how': 'How to get level 2',
  'identity.level.go': 'Go to the police of the commune',
  'identity.level.go_text':
    'Bring your identity card. They take a photo and fingerprints; you tell the phone number you use.',
  'identity.level.wait': 'Wait for its activation',
  'identity.level.wait_text':
    '{withCard} working days with a valid identity card, {without} without (procedure {procedure}). Activate it in the app, then sign in again.',
  'identity.level.again': 'Sign in again with level 2',
}
