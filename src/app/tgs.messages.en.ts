import type { messages as vi } from './tgs.messages.vi.ts'

export const messages: Record<keyof typeof vi, string> = {
  'tgs.usage': 'Usage: npm run -s tgs -- COMMAND',
  'tgs.audit_verify': 'holds the event log against its seals',
  'tgs.audit_verify_known': 'the same, and against a seal noted down elsewhere',
  'tgs.plan_parse': 'reads a plan (.txt, .html, .docx, .pdf) and prints its targets and tasks as JSON',
  'tgs.receipt_verify': 'checks a receipt of filing, offline; files beside it are held against those handed in',
  'tgs.procedures_import': 'bring in a catalogue of procedures (.jsonl, .jsonl.gz) and print what came of it as JSON',
  'tgs.scores_rebuild':
    'makes the facts and sums of the index of service again from the dossiers and says how many were wrong',
  'tgs.overview_rebuild':
    'makes the board of direction (what is open, the load) again from the dossiers and says how many were wrong',
  'tgs.no_house': 'There are no data of the program in {place}: start it once, or look at DATA_DIR and DATABASE_URL',
  'tgs.lines_read': '{lines, number} lines read',
  'tgs.cannot_open': 'The file {name} cannot be opened',
}
