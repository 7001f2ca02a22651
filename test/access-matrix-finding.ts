/** Who may do what of `finding`: the lines of the matrix for its routes and endpoints. */
import type { Who } from './access-matrix.ts'

export const findingRoutes: Record<string, Who> = {
  'GET /': 'public',
  'GET /dich-vu-cong': 'public',
  'GET /doi-song/:slug': 'public',
  'GET /thu-tuc/:code': 'public',
  'GET /sitemap.xml': 'public',
  'GET /robots.txt': 'public',

  'GET /danh-muc': ['procedure_controller'],
  'GET /api/v1/catalogue/procedures': 'public',
}
