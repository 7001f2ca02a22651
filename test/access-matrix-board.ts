/** Who may do what with the board of a plan and what is counted of it: the lines of the matrix for its routes and commands. */
import type { Who } from './access-matrix.ts'
import { readers } from './access-matrix-plan.ts'

export const boardRoutes: Record<string, Who> = {
  'GET /tien-do': 'public',
  'GET /tien-do/:code': 'public',
  'GET /tien-do/:code/lich.ics': 'public',
  'GET /ke-hoach/so-do/:measure/:unit': readers,
  'GET /ke-hoach/so-do/:measure/:unit/:below': readers,
  'GET /tim': readers,
  'GET /ke-hoach/viec-cua-toi': readers,
  'GET /ke-hoach/:code': readers,
  'GET /ke-hoach/:code/cach-tinh': readers,
  'GET /ke-hoach/:code/tai-ve/:view/:kind': readers,
  'GET /api/v1/plan/plans/:code/board': readers,
}
