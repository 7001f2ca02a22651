import type { messages as vi } from './slip.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'dossiers.owner.slips': 'Papers from the office',
  'dossiers.slip.title': 'Receipts and notices',
  'dossiers.slip.lead': 'Each can be read here, printed, or saved as a PDF.',
  'dossiers.slip.none': 'There are none yet.',
  'dossiers.slip.being_made': 'Being made; open this page again in a few minutes.',
  'dossiers.slip.kind.receipt': 'Receipt with the day of the result',
  'dossiers.slip.kind.supplement': 'Request to complete the dossier',
  'dossiers.slip.kind.refusal': 'Refusal',
  'dossiers.slip.kind.apology': 'Apology and new day of the result',
  'dossiers.slip.kind.stop': 'Notice that handling has stopped',
  'dossiers.slip.kind.control': 'Control sheet of handling',
  'dossiers.slip.system': 'Information system for administrative procedures, {authority}',
  'dossiers.slip.signer': 'Made out by',
  'dossiers.slip.fees': 'Fees and charges',
  'dossiers.slip.stopped': 'Handling of the dossier is stopped',
  'dossiers.slip.withdrawn': 'Handling is stopped and the dossier given back, as the applicant asked',
}
