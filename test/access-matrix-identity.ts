/** Who may do what of `identity`: the lines of the matrix for its routes, endpoints and commands. */
import type { Who } from './access-matrix.ts'

export const identityRoutes: Record<string, Who> = {
  'GET /dang-nhap-vneid': 'public',
  'GET /dang-nhap-vneid/di': 'public',
  'GET /dang-nhap-vneid/tro-lai': 'public',
  'GET /dang-nhap-vneid/muc-do': 'citizen',
  'POST /dang-xuat-cong-dan': 'public',
}

export const identityCommands: Record<string, Who> = {
  'identity.session.sign_in': 'public',
  'identity.session.sign_out': 'citizen',
  'identity.session.end': 'citizen',
}
