import type { Module } from '#kernel/module.ts'
import { meetingCommands } from './meeting.commands.ts'
import { messages as meetingEn } from './meeting.messages.en.ts'
import { messages as meetingVi } from './meeting.messages.vi.ts'
import { meetingPages } from './meeting.pages.tsx'
import { messages as boardEn } from './board.messages.en.ts'
import { messages as boardVi } from './board.messages.vi.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { messages as figureEn } from './figure.messages.en.ts'
import { messages as figureVi } from './figure.messages.vi.ts'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { messages as reminderEn } from './reminder.messages.en.ts'
import { messages as reminderVi } from './reminder.messages.vi.ts'
import { reminderPages } from './reminder.pages.tsx'
import { messages as reportingDayEn } from './reporting-day.messages.en.ts'
import { messages as reportingDayVi } from './reporting-day.messages.vi.ts'
import { reportingDayPages } from './reporting-day.pages.tsx'
import { messages as statusEn } from './status.messages.en.ts'
import { messages as statusVi } from './status.messages.vi.ts'
import { unitPlanCommands } from './unit-plan.commands.ts'
import { messages as unitPlanEn } from './unit-plan.messages.en.ts'
import { messages as unitPlanVi } from './unit-plan.messages.vi.ts'
import { unitPlanPages } from './unit-plan.pages.tsx'
import { messages as targetEn } from './target.messages.en.ts'
import { messages as targetVi } from './target.messages.vi.ts'
import { messages as taskEn } from './task.messages.en.ts'
import { messages as taskVi } from './task.messages.vi.ts'
import { messages as versionEn } from './version.messages.en.ts'
import { messages as versionVi } from './version.messages.vi.ts'
import { messages as workEn } from './work.messages.en.ts'
import { messages as workVi } from './work.messages.vi.ts'
import { messages as importEn } from './messages.en.ts'
import { messages as importVi } from './messages.vi.ts'
import { boardPages } from './board.pages.tsx'
import { figurePages } from './figure.pages.tsx'
import { progressPages } from './progress.pages.tsx'
import { targetPages } from './target.pages.tsx'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
import {
  correctItem,
  confirmItem,
  dropItem,
  restoreItem,
  splitItem,
  joinItem,
  addItem,
  confirmCertain,
  settleWarning,
} from './draft.commands.ts'
import { reportFigure, correctFigure, confirmFigure, returnFigure } from './figure.commands.ts'
import { addMilestone, reachMilestone, addFunding, spendFunding } from './milestone.commands.ts'
import { addNote, closeRisk } from './note.commands.ts'
import { importPlan, importNewText, publishPlan } from './plan.commands.ts'
import { reminderCommands } from './reminder.commands.ts'
import { assignTarget, bindValue } from './target.commands.ts'
import { assignTask, finishTask, stopTask, reopenTask } from './task.commands.ts'

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
    vi: {
      ...boardVi,
      ...draftVi,
      ...figureVi,
      ...meetingVi,
      ...planVi,
      ...reminderVi,
      ...reportingDayVi,
      ...statusVi,
      ...unitPlanVi,
      ...targetVi,
      ...taskVi,
      ...versionVi,
      ...workVi,
      ...importVi,
    },
    en: {
      ...boardEn,
      ...draftEn,
      ...figureEn,
      ...meetingEn,
      ...planEn,
      ...reminderEn,
      ...reportingDayEn,
      ...statusEn,
      ...unitPlanEn,
      ...targetEn,
      ...taskEn,
      ...versionEn,
      ...workEn,
      ...importEn,
    },
  },
  commands: [
    correctItem,
    confirmItem,
    dropItem,
    restoreItem,
    splitItem,
    joinItem,
    addItem,
    confirmCertain,
    settleWarning,
    reportFigure,
    correctFigure,
    confirmFigure,
    returnFigure,
    addMilestone,
    reachMilestone,
    addFunding,
    spendFunding,
    addNote,
    closeRisk,
    importPlan,
    importNewText,
    publishPlan,
    ...reminderCommands,
    ...meetingCommands,
    ...unitPlanCommands,
    assignTarget,
    bindValue,
    assignTask,
    finishTask,
    stopTask,
    reopenTask,
  ],
  // Reminders first: pages of `/ke-hoach/:code` would take their address for a plan's.
  pages: [
    ...reminderPages,
    ...meetingPages,
    ...unitPlanPages,
    ...reportingDayPages,
    ...figurePages,
    ...progressPages,
    ...targetPages,
    ...taskListPages,
    ...taskPages,
    ...boardPages,
  ],
  nav: [
    { href: '/tien-do', label: 'plan.nav.progress', icon: 'chart', needs: 'plan.read' },
    { href: '/ke-hoach', label: 'plan.nav.plans', icon: 'file', needs: 'plan.read' },
    { href: '/ke-hoach/viec-cua-toi', label: 'plan.nav.mine', icon: 'inbox', needs: 'plan.work' },
    { href: '/ke-hoach/don-doc', label: 'plan.reminder.nav', icon: 'bell', needs: 'plan.read' },
  ],
}
