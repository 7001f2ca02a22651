/** Who may do what of `overview`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const readers = ['leader', 'unit_head', 'auditor', 'procedure_controller', 'signer'] as const
const all = [...readers, 'desk_officer', 'specialist'] as const
const instructors = ['leader', 'unit_head', 'signer'] as const
const answerers = ['unit_head', 'procedure_controller', 'desk_officer', 'specialist', 'signer'] as const

export const overviewRoutes: Record<string, Who> = {
  'GET /dieu-hanh/mot-cua': readers,
  'GET /dieu-hanh/mot-cua/ho-so': readers,
  'GET /dieu-hanh/mot-cua/can-xem': readers,
  'GET /dieu-hanh/chi-dao': all,
  'GET /dieu-hanh/chi-dao/moi': instructors,
  'POST /dieu-hanh/chi-dao/moi': instructors,
  'GET /dieu-hanh/chi-dao/:id': all,
  'POST /dieu-hanh/chi-dao/:id/tra-loi': answerers,

  'GET /api/v1/overview/board': readers,
  'GET /api/v1/overview/instructions': all,
  'POST /api/v1/overview/instructions': instructors,
  'POST /api/v1/overview/instructions/:id/read': answerers,
  'POST /api/v1/overview/instructions/:id/answer': answerers,
}

export const overviewCommands: Record<string, Who> = {
  'overview.instruction.send': instructors,
  'overview.instruction.read': answerers,
  'overview.instruction.answer': answerers,
}
