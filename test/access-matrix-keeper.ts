/** Who may do what of the keeper's work: the lines of the matrix for its routes and commands. */
import type { Who } from './access-matrix.ts'

const administrator = ['administrator'] as const

export const keeperRoutes: Record<string, Who> = {
  'GET /thong-bao': 'signed_in',
  'POST /thong-bao/da-doc': 'signed_in',
  'POST /thong-bao/:notice/mo': 'signed_in',
  'GET /quan-tri': administrator,
  'GET /quan-tri/cong-viec': administrator,
  'POST /quan-tri/cong-viec': administrator,
  'GET /quan-tri/cong-viec/:job': administrator,
  'POST /quan-tri/cong-viec/:job': administrator,
  'GET /quan-tri/thu': administrator,
  'POST /quan-tri/thu': administrator,
  'GET /quan-tri/lich': administrator,
  'GET /quan-tri/lich/ngay': administrator,
  'POST /quan-tri/lich/ngay': administrator,
  'POST /quan-tri/lich/ngay/xem-truoc': administrator,
  'POST /quan-tri/lich/ngay/bo': administrator,
  'POST /quan-tri/lich/ngay/bo/xem-truoc': administrator,
  'GET /quan-tri/lich/gio': administrator,
  'POST /quan-tri/lich/gio': administrator,
  'POST /quan-tri/lich/gio/xem-truoc': administrator,
  'POST /quan-tri/lich/gio/bo': administrator,
  'POST /quan-tri/lich/gio/bo/xem-truoc': administrator,
  'GET /quan-tri/don-vi/sap-xep': administrator,
  'POST /quan-tri/don-vi/sap-xep': administrator,
  'POST /quan-tri/don-vi/sap-xep/tep': administrator,
  'POST /quan-tri/don-vi/sap-xep/xem-truoc': administrator,
}

export const keeperCommands: Record<string, Who> = {
  'kernel.notice.read': 'signed_in',
  'kernel.notice.read_all': 'signed_in',
  'kernel.job.retry': administrator,
  'kernel.mail.retry': administrator,
  'kernel.calendar.set_day': administrator,
  'kernel.calendar.remove_day': administrator,
  'kernel.calendar.set_hours': administrator,
  'kernel.calendar.end_hours': administrator,
  'kernel.unit.reorganise': administrator,
}
