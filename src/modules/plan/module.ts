import type { Module } from '#kernel/module.ts'
import { evidencePages } from './evidence.pages.tsx'
import { figureCommands } from './figure.commands.ts'
import { figurePages } from './figure.pages.tsx'
import { milestoneCommands } from './milestone.commands.ts'
import { noteCommands } from './note.commands.ts'
import { targetCommands } from './target.commands.ts'
import { targetPages } from './target.pages.tsx'
import { taskCommands } from './task.commands.ts'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
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
import { messages as workEn } from './work.messages.en.ts'
import { messages as workVi } from './work.messages.vi.ts'

/** The province's plan: its text read in, its targets and tasks worked on, its board. */
export const plan: Module = {
  name: 'plan',
  permissions: [
    'plan.read',
    'plan.import',
    'plan.publish',
    'plan.assign',
    'plan.work',
    'plan.confirm',
    'plan.remind',
    'plan.meet',
    'plan.derive',
  ],
  messages: {
    vi: { ...draftVi, ...figureVi, ...planVi, ...statusVi, ...targetVi, ...taskVi, ...workVi },
    en: { ...draftEn, ...figureEn, ...planEn, ...statusEn, ...targetEn, ...taskEn, ...workEn },
  },
  commands: [...targetCommands, ...figureCommands, ...noteCommands, ...taskCommands, ...milestoneCommands],
  // Addresses with a word of their own come before those with a plan's code.
  pages: [...taskListPages, ...figurePages, ...evidencePages, ...targetPages, ...taskPages],
  nav: [
    { href: '/ke-hoach/viec-cua-toi', label: 'plan.mine', icon: 'inbox', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-can-bao', label: 'plan.figure.asked', icon: 'pen', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-cho-xac-nhan', label: 'plan.figure.queue', icon: 'check', needs: 'plan.confirm' },
  ],
}
