/** Who may do what through the API: its lines of the matrix, beside those of the modules. */
import type { Who } from './access-matrix.ts'

const administrator = ['administrator'] as const
const whoReadsTheLog = ['administrator', 'auditor'] as const

export const apiRoutes: Record<string, Who> = {
  'GET /api/v1/units': 'signed_in',
  'GET /api/v1/units/by-code/:system/:code': 'signed_in',
  'GET /api/v1/units/:unit': 'signed_in',
  'GET /api/v1/units/:unit/history': 'signed_in',
  'POST /api/v1/units/reorganise': administrator,
  'GET /api/v1/admin/accounts': administrator,
  'GET /api/v1/admin/accounts/:login': administrator,
  'POST /api/v1/admin/accounts': administrator,
  'POST /api/v1/admin/accounts/:login/link': administrator,
  'POST /api/v1/admin/accounts/:login/close': administrator,
  'POST /api/v1/admin/accounts/:login/reopen': administrator,
  'POST /api/v1/admin/accounts/:login/posts': administrator,
  'GET /api/v1/admin/posts': administrator,
  'POST /api/v1/admin/posts/:postId/close': administrator,
  'GET /api/v1/admin/roles': administrator,
  'POST /api/v1/admin/roles': administrator,
  'POST /api/v1/admin/roles/:code': administrator,
  'GET /api/v1/admin/calendar': administrator,
  'POST /api/v1/admin/calendar/days': administrator,
  'POST /api/v1/admin/calendar/days/remove': administrator,
  'POST /api/v1/admin/calendar/hours': administrator,
  'POST /api/v1/admin/calendar/hours/end': administrator,
  'GET /api/v1/admin/events': whoReadsTheLog,
  'GET /api/v1/notices': 'signed_in',
  'POST /api/v1/notices/:id/read': 'signed_in',
  'POST /api/v1/notices/read-all': 'signed_in',
  'GET /api/v1/admin/jobs': administrator,
  'POST /api/v1/admin/jobs/retry': administrator,
  'GET /api/v1/admin/mails': administrator,
  'POST /api/v1/admin/mails/retry': administrator,
  'GET /api/v1/measures': 'signed_in',
  'GET /api/v1/measures/:code/units/:unit': 'signed_in',
  'GET /api/v1/measures/:code/units/:unit/facts': 'signed_in',
  'GET /api/v1/me': 'signed_in',
  'POST /api/v1/me/language': 'signed_in',
}
