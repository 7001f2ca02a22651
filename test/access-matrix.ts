/**
 * Who may do what: every route and every command, by hand. The generated test walks the house and fails when something is
 * not written here, is written here and gone, or lets in others than these. A module that gains a page or a command gains
 * a line here in the same change.
 */

import { keeperCommands, keeperRoutes } from './access-matrix-keeper.ts'
import { apiRoutes } from './access-matrix-api.ts'
import { catalogueCommands, catalogueRoutes } from './access-matrix-catalogue.ts'
import { dossiersCommands, dossiersRoutes } from './access-matrix-dossiers.ts'
import { exchangeCommands, exchangeRoutes } from './access-matrix-exchange.ts'
import { filingCommands, filingRoutes } from './access-matrix-filing.ts'
import { findingRoutes } from './access-matrix-finding.ts'
import { identityCommands, identityRoutes } from './access-matrix-identity.ts'
import { overviewCommands, overviewRoutes } from './access-matrix-overview.ts'
import { ratingCommands, ratingRoutes } from './access-matrix-rating.ts'
import { scoresCommands, scoresRoutes } from './access-matrix-scores.ts'
import { servicesCommands, servicesRoutes } from './access-matrix-services.ts'
import { uploadsCommands, uploadsRoutes } from './access-matrix-uploads.ts'
import { boardRoutes } from './access-matrix-board.ts'
import { directionCommands, directionRoutes } from './access-matrix-direction.ts'
import { draftingCommands, draftingRoutes } from './access-matrix-drafting.ts'
import { planCommands, planRoutes } from './access-matrix-plan.ts'

/**
 * `public`: anybody. `signed_in`: any member of staff. `citizen`: whoever has signed in with an electronic identity.
 * `nobody`: no person at all. Else the roles, and nobody but them.
 */
export type Who = 'public' | 'signed_in' | 'citizen' | 'nobody' | readonly RoleCode[]
export type RoleCode =
  | 'administrator'
  | 'leader'
  | 'plan_lead'
  | 'unit_head'
  | 'unit_officer'
  | 'auditor'
  | 'procedure_controller'
  | 'desk_officer'
  | 'specialist'
  | 'signer'

const administrator = ['administrator'] as const
const whoReadsTheLog = ['administrator', 'auditor'] as const

export const routes: Readonly<Record<string, Who>> = {
  ...keeperRoutes,
  ...planRoutes,
  ...draftingRoutes,
  ...directionRoutes,
  ...boardRoutes,
  ...catalogueRoutes,
  ...dossiersRoutes,
  ...exchangeRoutes,
  ...filingRoutes,
  ...findingRoutes,
  ...identityRoutes,
  ...overviewRoutes,
  ...ratingRoutes,
  ...scoresRoutes,
  ...servicesRoutes,
  ...uploadsRoutes,
  ...apiRoutes,
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /assets/app-*.css': 'public',
  'GET /assets/app-*.js': 'public',
  'GET /assets/upload-*.js': 'public',
  'GET /api/v1/openapi.json': 'public',

  'GET /dang-nhap': 'public',
  'POST /dang-nhap': 'public',
  'POST /dang-nhap/minh-hoa': 'public',
  'GET /dang-nhap/ma': 'public',
  'POST /dang-nhap/ma': 'public',
  'POST /dang-xuat': 'public',
  'GET /vi-tri': 'signed_in',
  'POST /vi-tri': 'signed_in',
  'GET /thiet-lap/:token': 'public',
  'POST /thiet-lap/:token': 'public',

  'GET /tai-khoan': 'signed_in',
  'POST /tai-khoan/phien': 'signed_in',
  'POST /tai-khoan/ngon-ngu': 'signed_in',
  'GET /tai-khoan/mat-khau': 'signed_in',
  'POST /tai-khoan/mat-khau': 'signed_in',
  'GET /tai-khoan/hai-buoc': 'signed_in',
  'POST /tai-khoan/hai-buoc': 'signed_in',
  'POST /tai-khoan/hai-buoc/tat': 'signed_in',

  'GET /quan-tri/tai-khoan': administrator,
  'GET /quan-tri/tai-khoan/moi': administrator,
  'POST /quan-tri/tai-khoan/moi': administrator,
  'GET /quan-tri/tai-khoan/:login': administrator,
  'POST /quan-tri/tai-khoan/:login/vi-tri': administrator,
  'POST /quan-tri/tai-khoan/:login/lien-ket': administrator,
  'POST /quan-tri/tai-khoan/:login/dong': administrator,
  'POST /quan-tri/tai-khoan/:login/mo-lai': administrator,
  'GET /quan-tri/vi-tri': administrator,
  'GET /quan-tri/vi-tri/:post/dong': administrator,
  'POST /quan-tri/vi-tri/:post/dong': administrator,
  'GET /quan-tri/vai-tro': administrator,
  'GET /quan-tri/vai-tro/moi': administrator,
  'POST /quan-tri/vai-tro/moi': administrator,
  'GET /quan-tri/vai-tro/:role': administrator,
  'POST /quan-tri/vai-tro/:role': administrator,
  'GET /quan-tri/don-vi': administrator,
  'GET /quan-tri/don-vi/:unit': administrator,
  'GET /quan-tri/don-vi/:unit/:below': administrator,
  'GET /quan-tri/nhat-ky': whoReadsTheLog,
}

export const commands: Readonly<Record<string, Who>> = {
  ...keeperCommands,
  ...catalogueCommands,
  ...dossiersCommands,
  ...exchangeCommands,
  ...filingCommands,
  ...identityCommands,
  ...overviewCommands,
  ...ratingCommands,
  ...scoresCommands,
  ...servicesCommands,
  ...uploadsCommands,
  ...planCommands,
  ...draftingCommands,
  ...directionCommands,
  'kernel.session.sign_in': 'public',
  'kernel.session.confirm': 'public',
  'kernel.session.try_out': 'public',
  'kernel.session.sign_out': 'signed_in',
  'kernel.session.end': 'signed_in',
  'kernel.session.choose_post': 'signed_in',
  'kernel.account.change_password': 'signed_in',
  'kernel.account.enable_second_factor': 'signed_in',
  'kernel.account.disable_second_factor': 'signed_in',
  'kernel.account.choose_language': 'signed_in',
  'kernel.account.create': administrator,
  'kernel.account.reset_password': administrator,
  'kernel.account.close': administrator,
  'kernel.account.reopen': administrator,
  'kernel.invitation.accept': 'public',
  'kernel.post.open': administrator,
  'kernel.post.close': administrator,
  'kernel.role.create': administrator,
  'kernel.role.change': administrator,
}
