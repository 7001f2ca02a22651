import type { messages as vi } from './representation.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'identity.representation.none': 'You may not act for this person or organisation',
  'identity.representation.not_yet': 'The day from which you may act has not come',
  'identity.representation.over': 'The time in which you could act is over',
  'identity.representation.not_confirmed':
    'It is not confirmed yet. They confirm it in their own account, or you bring the papers to the one-stop desk',
  'identity.representation.was_refused': 'It was refused',
  'identity.representation.not_a_declaration': 'This is not a declaration that waits for confirmation',
  'identity.representation.own': 'Nobody confirms their own declaration',
  'identity.representation.decided_already': 'This declaration has been confirmed or refused already',
  'identity.representation.oneself': 'This is your own identity number',
  'identity.representation.too_many': 'Too many declarations of yours wait for confirmation',
  'identity.representation.again': 'You have declared this person already',
  'identity.representation.other_name':
    'The name does not belong to this identity number. Look at the identity card again',
  'identity.delegate.organisations_only':
    'Only organisations name delegates. Sign in as one, or choose to act for it first',
  'identity.delegate.head_only': 'Only the head of the organisation names others',
}
