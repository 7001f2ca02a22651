import type { messages as vi } from './dossier-code.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.code.agency_without_code':
    'The receiving unit has no identifier on this day, so no dossier code can be given. An administrator adds one; then receive again',
  'dossiers.code.day_full':
    'The unit has used up its numbers of the day, so no dossier code can be given. An administrator widens the number in the rule for dossier codes; the dossier keeps its request code and its time of filing',
  'dossiers.code.unreadable': 'The dossier code has no form that is known',
  'dossiers.code.of_another': 'The dossier code names another unit or day than those of reception',
  'dossiers.code.taken': 'This dossier code belongs to another dossier',
}
