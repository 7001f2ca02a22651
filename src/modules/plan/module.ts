import type { Module } from '#kernel/module.ts'
import { messages as certificateEn } from './certificate.messages.en.ts'
import { messages as certificateVi } from './certificate.messages.vi.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { messages as figureEn } from './figure.messages.en.ts'
import { messages as figureVi } from './figure.messages.vi.ts'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { messages as statusEn } from './status.messages.en.ts'
import { messages as statusVi } from './status.messages.vi.ts'
import { messages as targetEn } from './target.messages.en.ts'
import { messages as targetVi } from './target.messages.vi.ts'
import { messages as taskEn } from './task.messages.en.ts'
import { messages as taskVi } from './task.messages.vi.ts'
import { messages as versionEn } from './version.messages.en.ts'
import { messages as versionVi } from './version.messages.vi.ts'
import { messages as workEn } from './work.messages.en.ts'
import { messages as workVi } from './work.messages.vi.ts'
import { draftPages } from './draft.pages.tsx'
import { evidencePages } from './evidence.pages.tsx'
import { figurePages } from './figure.pages.tsx'
import { planPages } from './plan.pages.tsx'
import { targetPages } from './target.pages.tsx'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
import { versionPages } from './version.pages.tsx'
import { draftCommands } from './draft.commands.ts'
import { figureCommands } from './figure.commands.ts'
import { milestoneCommands } from './milestone.commands.ts'
import { noteCommands } from './note.commands.ts'
import { planCommands } from './plan.commands.ts'
import { targetCommands } from './target.commands.ts'
import { taskCommands } from './task.commands.ts'
import { draftApi } from './draft.api.ts'
import { figureApi } from './figure.api.ts'
import { planApi } from './plan.api.ts'
import { targetApi } from './target.api.ts'
import { taskApi } from './task.api.ts'

/** The province's plan: its text read in, its targets and tasks worked on, the figures of units. */
export const plan: Module = {
  name: 'plan',
  permissions: ['plan.read', 'plan.import', 'plan.publish', 'plan.assign', 'plan.work', 'plan.confirm'],
  messages: {
    vi: {
      ...certificateVi,
      ...draftVi,
      ...figureVi,
      ...planVi,
      ...statusVi,
      ...targetVi,
      ...taskVi,
      ...versionVi,
      ...workVi,
    },
    en: {
      ...certificateEn,
      ...draftEn,
      ...figureEn,
      ...planEn,
      ...statusEn,
      ...targetEn,
      ...taskEn,
      ...versionEn,
      ...workEn,
    },
  },
  commands: [
    ...draftCommands,
    ...figureCommands,
    ...milestoneCommands,
    ...noteCommands,
    ...planCommands,
    ...targetCommands,
    ...taskCommands,
  ],
  pages: [
    ...draftPages,
    ...evidencePages,
    ...figurePages,
    ...planPages,
    ...targetPages,
    ...taskListPages,
    ...taskPages,
    ...versionPages,
  ],
  api: [...draftApi, ...figureApi, ...planApi, ...targetApi, ...taskApi],
}
