import type { messages as vi } from './kiosk.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'identity.kiosk.title': 'Shared device',
  'identity.kiosk.lead': 'Use public services right here. When you are done, press “Done, remove me from here”.',
  'identity.kiosk.sign_in': 'Sign in with {provider}',
  'identity.kiosk.find': 'Find a service',
  'identity.kiosk.how': 'How it works',
  'identity.kiosk.who': 'Show who you are',
  'identity.kiosk.who_text':
    'Signing in with {provider} takes the place of showing your identity card. No card reader is connected yet; without {provider}, please come to the desk.',
  'identity.kiosk.same': 'File as you would at home',
  'identity.kiosk.same_text':
    'Papers, time limits and fees are those of filing online. What you have not finished stays in your account.',
  'identity.kiosk.finish': 'Nothing stays on the device',
  'identity.kiosk.finish_text':
    'Press “Done” and it forgets you. If you forget to, it does so by itself after {minutes, number} minutes in which nobody used it.',
  'identity.kiosk.done': 'The device has forgotten everything. Whoever is next may begin.',
  'identity.kiosk.idle': 'Nobody used it, so the device has forgotten everything. Whoever is next may begin.',
  'identity.kiosk.set_up': 'Set up a shared device for citizens',
  'identity.kiosk.set': 'For officers',
  'identity.kiosk.is_on': 'This device is a shared one.',
  'identity.kiosk.is_off': 'This device is not a shared one. Turning it on signs you out.',
  'identity.kiosk.turn_on': 'Make it a shared device',
  'identity.kiosk.turn_off': 'It is a shared device no longer',
}
