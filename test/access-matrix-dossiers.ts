/** Who may do what of `dossiers`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const readers = ['desk_officer', 'specialist', 'signer'] as const
const desk = ['desk_officer'] as const
const specialist = ['specialist'] as const
const signer = ['signer'] as const

export const dossiersRoutes: Record<string, Who> = {
  'GET /api/v1/dossiers': readers,
  'GET /api/v1/dossiers/search': readers,
  'GET /api/v1/dossiers/:id': readers,
  'GET /api/v1/dossiers/own/:id': 'citizen',
  'POST /api/v1/dossiers/:id/receive': desk,
  'POST /api/v1/dossiers/:id/refuse-at-desk': desk,
  'POST /api/v1/dossiers/:id/ask-supplement': readers,
  'POST /api/v1/dossiers/:id/ask-supplement-again': signer,
  'POST /api/v1/dossiers/:id/complete': 'citizen',
  'POST /api/v1/dossiers/:id/take-supplement': desk,
  'POST /api/v1/dossiers/hand-over': desk,
  'POST /api/v1/dossiers/:id/reach': specialist,
  'POST /api/v1/dossiers/:id/take': readers,
  'POST /api/v1/dossiers/:id/assign': signer,
  'POST /api/v1/dossiers/:id/finish-step': specialist,
  'POST /api/v1/dossiers/:id/record-answer': specialist,
  'POST /api/v1/dossiers/:id/record-silence': specialist,
  'POST /api/v1/dossiers/:id/propose-refusal': specialist,
  'POST /api/v1/dossiers/:id/approve': signer,
  'POST /api/v1/dossiers/:id/send-back': signer,
  'POST /api/v1/dossiers/:id/issue': specialist,
  'POST /api/v1/dossiers/:id/return': desk,
  'POST /api/v1/dossiers/:id/ask-payment': readers,
  'POST /api/v1/dossiers/:id/note-payment': desk,
  'POST /api/v1/dossiers/:id/note-refund': desk,
  'POST /api/v1/dossiers/:id/extend': signer,
  'POST /api/v1/dossiers/:id/stop': specialist,
  'POST /api/v1/dossiers/:id/ask-withdrawal': 'citizen',
  'POST /api/v1/dossiers/:id/decide-withdrawal': specialist,
}

export const dossiersCommands: Record<string, Who> = {
  'dossiers.dossier.receive': desk,
  'dossiers.dossier.refuse_at_desk': desk,
  'dossiers.dossier.hand_over': desk,
  'dossiers.dossier.reach': specialist,
  'dossiers.dossier.take': readers,
  'dossiers.dossier.assign': signer,
  'dossiers.dossier.extend': signer,
  'dossiers.dossier.stop': specialist,
  'dossiers.supplement.ask': readers,
  'dossiers.supplement.ask_again': signer,
  'dossiers.supplement.complete': 'citizen',
  'dossiers.supplement.take': desk,
  'dossiers.step.finish': specialist,
  'dossiers.step.record_answer': specialist,
  'dossiers.step.record_silence': specialist,
  'dossiers.decision.propose_refusal': specialist,
  'dossiers.decision.approve': signer,
  'dossiers.decision.send_back': signer,
  'dossiers.decision.issue': specialist,
  'dossiers.decision.return': desk,
  'dossiers.payment.ask': readers,
  'dossiers.payment.note': desk,
  'dossiers.payment.note_refund': desk,
  'dossiers.withdrawal.ask': 'citizen',
  'dossiers.withdrawal.decide': specialist,
}
