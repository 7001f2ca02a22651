import type { Module } from '#kernel/module.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { messages as versionEn } from './version.messages.en.ts'
import { messages as versionVi } from './version.messages.vi.ts'
import { draftPages } from './draft.pages.tsx'
import { planPages } from './plan.pages.tsx'
import { versionPages } from './version.pages.tsx'
import { draftCommands } from './draft.commands.ts'
import { planCommands } from './plan.commands.ts'
import { draftApi } from './draft.api.ts'
import { planApi } from './plan.api.ts'

/** From an official text to a plan in force: read in, reviewed item by item, published version by version. */
export const drafting: Module = {
  name: 'drafting',
  permissions: ['plan.import', 'plan.publish'],
  messages: {
    vi: { ...draftVi, ...versionVi },
    en: { ...draftEn, ...versionEn },
  },
  commands: [...draftCommands, ...planCommands],
  pages: [...draftPages, ...planPages, ...versionPages],
  api: [...draftApi, ...planApi],
}
