import type { messages as vi } from './signing-key.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'filing.key.title': 'Keys that sign receipts',
  'filing.key.lead':
    'Each receipt of filing is signed with the key in force. Replace it from time to time, or when it may be known to others.',
  'filing.key.means':
    'Receipts signed before can still be verified: the public half of an old key is always kept. A new key is made with the next receipt. For a minute after that a running process may still sign with the old one.',
  'filing.key.public': 'The public page of keys',
  'filing.key.fingerprint': 'Fingerprint',
  'filing.key.from': 'In force from',
  'filing.key.to': 'Until',
  'filing.key.state': 'State',
  'filing.key.is_over': 'Over',
  'filing.key.end': 'Replace this key',
  'filing.key.ended': 'The key is out of use; earlier receipts can still be verified',
  'filing.key.over': 'This key was out of use already',
  'filing.key.none': 'There has been no receipt yet, so there is no key.',
}
