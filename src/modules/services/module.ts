import type { Module } from '#kernel/module.ts'
import { draftCommands } from './draft.commands.ts'
import { itemPages } from './item.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as itemEn } from './item.messages.en.ts'
import { messages as itemVi } from './item.messages.vi.ts'
import { list } from './part-path.ts'
import { messages as proofEn } from './proof.messages.en.ts'
import { messages as proofVi } from './proof.messages.vi.ts'
import { serviceApi } from './service.api.ts'
import { servicePages } from './service.pages.tsx'
import { versionCommands } from './version.commands.ts'

/** How a procedure is carried out: its cases, papers, form, fees and inner process, proven before it is published. */
export const services: Module = {
  name: 'services',
  permissions: ['services.design', 'services.publish'],
  messages: { vi: { ...vi, ...itemVi, ...proofVi }, en: { ...en, ...itemEn, ...proofEn } },
  commands: [...draftCommands, ...versionCommands],
  pages: [...servicePages, ...itemPages],
  api: serviceApi,
  nav: [{ href: list, label: 'services.nav', icon: 'gear', needs: 'services.design' }],
}
