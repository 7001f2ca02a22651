/** Who may do what of `rating`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const readers = ['leader', 'unit_head', 'auditor', 'procedure_controller', 'signer'] as const
const answerers = ['unit_head', 'procedure_controller', 'signer'] as const

export const ratingRoutes: Record<string, Who> = {
  'GET /danh-gia': 'public',
  'POST /danh-gia': 'public',
  'GET /ho-so/:id/danh-gia': 'citizen',
  'POST /ho-so/:id/danh-gia': 'citizen',
  'GET /phan-hoi-danh-gia': readers,
  'GET /phan-hoi-danh-gia/:id': readers,
  'POST /phan-hoi-danh-gia/:id/nhan': answerers,
  'POST /phan-hoi-danh-gia/:id/tra-loi': answerers,

  'GET /api/v1/rating/sheet': 'public',
  'POST /api/v1/rating/dossiers/:id': 'citizen',
  'POST /api/v1/rating/by-code': 'public',
  'GET /api/v1/rating/follow-ups': readers,
  'POST /api/v1/rating/follow-ups/:id/take': answerers,
  'POST /api/v1/rating/follow-ups/:id/answer': answerers,
}

export const ratingCommands: Record<string, Who> = {
  'rating.rating.give': 'citizen',
  'rating.rating.give_anonymously': 'public',
  'rating.follow_up.take': answerers,
  'rating.follow_up.answer': answerers,
}
