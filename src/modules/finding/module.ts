import type { Module } from '#kernel/module.ts'
import { keepingPages } from './keeping.pages.tsx'
import { messages as procedureEn } from './procedure.messages.en.ts'
import { messages as procedureVi } from './procedure.messages.vi.ts'
import { procedurePages } from './procedure.pages.tsx'
import { searchApi } from './search.api.ts'
import { messages as searchEn } from './search.messages.en.ts'
import { messages as searchVi } from './search.messages.vi.ts'
import { searchPages } from './search.pages.tsx'

/** How people find a procedure, and what its page tells them. */
export const finding: Module = {
  name: 'finding',
  permissions: [],
  messages: { vi: { ...procedureVi, ...searchVi }, en: { ...procedureEn, ...searchEn } },
  commands: [],
  pages: [...searchPages, ...procedurePages, ...keepingPages],
  api: searchApi,
  nav: [{ href: '/dich-vu-cong', label: 'catalogue.nav_public', icon: 'file', needs: 'public' }],
}
