import type { Module } from '#kernel/module.ts'
import { catalogueApi } from './catalogue.api.ts'
import { importCommands } from './import.commands.ts'
import { importJobs } from './import.jobs.ts'
import { messages as importEn } from './import.messages.en.ts'
import { messages as importVi } from './import.messages.vi.ts'
import { importPages } from './import.pages.tsx'
import { managePages } from './manage.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { overlayCommands } from './overlay.commands.ts'
import { messages as overlayEn } from './overlay.messages.en.ts'
import { messages as overlayVi } from './overlay.messages.vi.ts'
import { messages as procedureEn } from './procedure.messages.en.ts'
import { messages as procedureVi } from './procedure.messages.vi.ts'

/** Which procedures there are, as the national catalogue publishes them and the province offers them. */
export const catalogue: Module = {
  name: 'catalogue',
  permissions: ['catalogue.manage'],
  messages: {
    vi: { ...vi, ...importVi, ...overlayVi, ...procedureVi },
    en: { ...en, ...importEn, ...overlayEn, ...procedureEn },
  },
  commands: [...importCommands, ...overlayCommands],
  pages: [...managePages, ...importPages],
  api: catalogueApi,
  jobs: importJobs,
  nav: [{ href: '/danh-muc', label: 'catalogue.nav_manage', icon: 'file', needs: 'catalogue.manage' }],
}
