/** Who may do what of `uploads`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

/** Open to anybody, as drafts are before signing in: what is somebody else's is missing (the tests of the module). */
export const uploadsRoutes: Record<string, Who> = {
  'GET /tai-tep': 'public',
  'POST /tai-tep': 'public',
  'GET /tai-tep/:id': 'public',
  'GET /tai-tep/:id/goc': 'public',
  'GET /tai-tep/:id/xem': 'public',
  'GET /tai-tep/:id/nho': 'public',
  'GET /tai-tep/:id/tinh-trang': 'public',
  'POST /tai-tep/:id/xoay': 'public',
  'POST /tai-tep/:id/bo': 'public',
  'OPTIONS /tai-tep/tus': 'public',
  'POST /tai-tep/tus': 'public',
  'GET /tai-tep/tus/:id': 'public',
  'PATCH /tai-tep/tus/:id': 'public',
  'DELETE /tai-tep/tus/:id': 'public',
  'GET /api/v1/uploads': 'public',
  'POST /api/v1/uploads': 'public',
  'GET /api/v1/uploads/:id': 'public',
  'POST /api/v1/uploads/join': 'public',
  'POST /api/v1/uploads/:id/turn': 'public',
  'POST /api/v1/uploads/:id/drop': 'public',
}

export const uploadsCommands: Record<string, Who> = {
  'uploads.upload.begin': 'public',
  'uploads.upload.receive': 'public',
  'uploads.upload.turn': 'public',
  'uploads.upload.join': 'public',
  'uploads.upload.drop': 'public',
  'uploads.upload.read': 'signed_in',
}
