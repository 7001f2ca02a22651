import type { Module } from '#kernel/module.ts'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { reminderCommands } from './reminder.commands.ts'
import { messages as reminderEn } from './reminder.messages.en.ts'
import { messages as reminderVi } from './reminder.messages.vi.ts'
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
  messages: { vi: { ...planVi, ...reminderVi, ...statusVi }, en: { ...planEn, ...reminderEn, ...statusEn } },
  commands: [...reminderCommands],
  pages: [],
  nav: [],
}
