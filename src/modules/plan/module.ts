import type { Module } from '#kernel/module.ts'
import { messages as certificateEn } from './certificate.messages.en.ts'
import { messages as certificateVi } from './certificate.messages.vi.ts'
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
import { messages as workEn } from './work.messages.en.ts'
import { messages as workVi } from './work.messages.vi.ts'
import { heldByPlans } from './held.store.ts'
import { evidencePages } from './evidence.pages.tsx'
import { figurePages } from './figure.pages.tsx'
import { targetPages } from './target.pages.tsx'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
import { figureCommands } from './figure.commands.ts'
import { milestoneCommands } from './milestone.commands.ts'
import { noteCommands } from './note.commands.ts'
import { targetCommands } from './target.commands.ts'
import { taskCommands } from './task.commands.ts'
import { figureApi } from './figure.api.ts'
import { targetApi } from './target.api.ts'
import { taskApi } from './task.api.ts'

/** The province's plan in force: its targets and tasks worked on, the figures of units, how each stands. */
export const plan: Module = {
  name: 'plan',
  permissions: ['plan.read', 'plan.assign', 'plan.work', 'plan.confirm'],
  messages: {
    vi: { ...certificateVi, ...figureVi, ...planVi, ...statusVi, ...targetVi, ...taskVi, ...workVi },
    en: { ...certificateEn, ...figureEn, ...planEn, ...statusEn, ...targetEn, ...taskEn, ...workEn },
  },
  commands: [...figureCommands, ...milestoneCommands, ...noteCommands, ...targetCommands, ...taskCommands],
  pages: [...evidencePages, ...figurePages, ...targetPages, ...taskListPages, ...taskPages],
  api: [...figureApi, ...targetApi, ...taskApi],
  holds: heldByPlans,
}
