import type { Module } from '#kernel/module.ts'
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
    vi: { ...figureVi, ...planVi, ...statusVi, ...targetVi, ...taskVi, ...workVi },
    en: { ...figureEn, ...planEn, ...statusEn, ...targetEn, ...taskEn, ...workEn },
  },
  commands: [],
  pages: [],
  nav: [],
}
