import type { Module } from '#kernel/module.ts'
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
import { messages as importEn } from './messages.en.ts'
import { messages as importVi } from './messages.vi.ts'
import { boardPages } from './board.pages.tsx'
import { figurePages } from './figure.pages.tsx'
import { progressPages } from './progress.pages.tsx'
import { targetPages } from './target.pages.tsx'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
import { correctItem, confirmItem, dropItem, restoreItem, splitItem, joinItem, addItem, confirmCertain, settleWarning } from './draft.commands.ts'
import { reportFigure, correctFigure, confirmFigure, returnFigure } from './figure.commands.ts'
import { addMilestone, reachMilestone, addFunding, spendFunding } from './milestone.commands.ts'
import { addNote, closeRisk } from './note.commands.ts'
import { importPlan, importNewText, publishPlan } from './plan.commands.ts'
import { sendReminder, readReminder, acknowledgeReminder, answerReminder, returnReminder, closeReminder } from './reminder.commands.ts'
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
    vi: { ...boardVi, ...draftVi, ...figureVi, ...planVi, ...reminderVi, ...statusVi, ...targetVi, ...taskVi, ...versionVi, ...workVi, ...importVi },
    en: { ...boardEn, ...draftEn, ...figureEn, ...planEn, ...reminderEn, ...statusEn, ...targetEn, ...taskEn, ...versionEn, ...workEn, ...importEn },
  },
  commands: [correctItem, confirmItem, dropItem, restoreItem, splitItem, joinItem, addItem, confirmCertain, settleWarning, reportFigure, correctFigure, confirmFigure, returnFigure, addMilestone, reachMilestone, addFunding, spendFunding, addNote, closeRisk, importPlan, importNewText, publishPlan, sendReminder, readReminder, acknowledgeReminder, answerReminder, returnReminder, closeReminder, assignTarget, bindValue, assignTask, finishTask, stopTask, reopenTask],
  pages: [...figurePages, ...progressPages, ...targetPages, ...taskListPages, ...taskPages, ...boardPages],
  nav: [
    { href: '/tien-do', label: 'plan.nav.progress', icon: 'chart', needs: 'plan.read' },
    { href: '/ke-hoach', label: 'plan.nav.plans', icon: 'file', needs: 'plan.read' },
    { href: '/ke-hoach/viec-cua-toi', label: 'plan.nav.mine', icon: 'inbox', needs: 'plan.work' },
  ],
}
