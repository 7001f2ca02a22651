import type { Module } from '#kernel/module.ts'
import { messages as boardEn } from './board.messages.en.ts'
import { messages as boardVi } from './board.messages.vi.ts'
import { boardPages } from './board.pages.tsx'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { progressPages } from './progress.pages.tsx'
import { messages as statusEn } from './status.messages.en.ts'
import { messages as statusVi } from './status.messages.vi.ts'

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
  messages: { vi: { ...planVi, ...statusVi, ...boardVi }, en: { ...planEn, ...statusEn, ...boardEn } },
  commands: [],
  pages: [...progressPages, ...boardPages],
  nav: [],
}
