import type { messages as vi } from './procedure.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'catalogue.procedure.national': 'See it on the national portal',
  'catalogue.procedure.full': 'Wholly online',
  'catalogue.procedure.partial': 'Partly online',
  'catalogue.procedure.codes': 'Codes and source',
  'catalogue.procedure.code': 'Code',
  'catalogue.procedure.decision': 'Published by decision',
  'catalogue.procedure.level': 'Level',
  'catalogue.procedure.field': 'Field',
  'catalogue.procedure.authority': 'Authority',
  'catalogue.procedure.cooperating': 'Cooperating',
  'catalogue.procedure.subjects': 'Who may',
  'catalogue.procedure.kind': 'Kind',
  'catalogue.procedure.results': 'Results',
  'catalogue.procedure.version': 'Version',
  'catalogue.procedure.version_of': '{no, number}, since {on}',
  'catalogue.procedure.unstructured': 'What could not be told apart',
}
