import type { messages as vi } from './sandbox.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'sandbox.title': 'VNeID for trying out',
  'sandbox.lead': 'Choose a person or an organisation to sign in as.',
  'sandbox.invented': 'This is not the real VNeID. Everybody below is invented and exists in the demonstration only.',
  'sandbox.level': 'Level {level}',
  'sandbox.organisation': 'Account of the organisation',
  'sandbox.as': 'of {name}',
  'sandbox.turn_back': 'Do not sign in, go back',
  'sandbox.lost': 'This sign-in is no more',
  'sandbox.lost_why': 'The page was left open for too long, or was opened in another browser.',
  'sandbox.again': 'Sign in again',
}
