import type { Module } from '#kernel/module.ts'
import { messages as fileEn } from '#kernel/file.messages.en.ts'
import { messages as fileVi } from '#kernel/file.messages.vi.ts'
import {
  addItem,
  confirmCertain,
  confirmItem,
  correctDocument,
  correctItem,
  dropItem,
  joinItem,
  restoreItem,
  settleWarning,
  splitItem,
} from './draft.commands.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { draftPages } from './draft.pages.tsx'
import { messages as readingEn } from './messages.en.ts'
import { messages as readingVi } from './messages.vi.ts'
import { importNewText, importPlan, publishPlan } from './plan.commands.ts'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { planPages } from './plan.pages.tsx'
import { messages as versionEn } from './version.messages.en.ts'
import { messages as versionVi } from './version.messages.vi.ts'
import { versionPages } from './version.pages.tsx'

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
    vi: { ...fileVi, ...planVi, ...readingVi, ...draftVi, ...versionVi },
    en: { ...fileEn, ...planEn, ...readingEn, ...draftEn, ...versionEn },
  },
  commands: [
    importPlan,
    importNewText,
    publishPlan,
    confirmItem,
    correctItem,
    dropItem,
    restoreItem,
    splitItem,
    joinItem,
    addItem,
    confirmCertain,
    settleWarning,
    correctDocument,
  ],
  // Those with a fixed last part before those that take an item there.
  pages: [...planPages, ...versionPages, ...draftPages],
  nav: [{ href: '/ke-hoach', label: 'plan.list.title', icon: 'chart', needs: 'plan.read' }],
}
