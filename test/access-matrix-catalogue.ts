/** Who may do what of `catalogue`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

const controller = ['procedure_controller'] as const

export const catalogueRoutes: Record<string, Who> = {
  'GET /danh-muc/nhap': controller,
  'POST /danh-muc/nhap': controller,
  'GET /danh-muc/nhap/:id': controller,
  'GET /danh-muc/nhap/:id/:code': controller,
  'POST /danh-muc/nhap/:id/ap-dung': controller,
  'POST /danh-muc/nhap/:id/bo': controller,
  'GET /danh-muc/:code': controller,
  'GET /danh-muc/:code/phien-ban/:no': controller,
  'GET /danh-muc/:code/dia-phuong/:kind': controller,
  'POST /danh-muc/:code/dia-phuong/:kind': controller,
  'POST /danh-muc/:code/dia-phuong/ket-thuc': controller,

  'GET /api/v1/catalogue/procedures/:code': 'public',
  'POST /api/v1/catalogue/procedures/:code/overlays': controller,
  'POST /api/v1/catalogue/procedures/:code/overlays/:id/end': controller,
  'POST /api/v1/catalogue/imports': controller,
  'GET /api/v1/catalogue/imports/:id': controller,
  'POST /api/v1/catalogue/imports/:id/apply': controller,
  'POST /api/v1/catalogue/imports/:id/drop': controller,
}

export const catalogueCommands: Record<string, Who> = {
  'catalogue.import.begin': controller,
  'catalogue.import.apply': controller,
  'catalogue.import.drop': controller,
  'catalogue.overlay.add': controller,
  'catalogue.overlay.end': controller,
}
