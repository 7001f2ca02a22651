/** Who may do what of `scores`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const readers = [
  'leader',
  'unit_head',
  'auditor',
  'procedure_controller',
  'desk_officer',
  'specialist',
  'signer',
] as const
const controller = ['procedure_controller'] as const

export const scoresRoutes: Record<string, Who> = {
  'GET /diem-766': readers,
  'GET /diem-766/:indicator/ho-so': readers,
  'GET /chat-luong-phuc-vu': 'public',

  'GET /api/v1/scores/index': readers,
  'GET /api/v1/scores/index/by/:view': readers,
  'GET /api/v1/scores/indicators/:indicator/dossiers': readers,
  'GET /api/v1/scores/dossiers/:dossier/costs': readers,
  'POST /api/v1/scores/inputs': controller,
}

export const scoresCommands: Record<string, Who> = {
  'scores.input.record': controller,
}
