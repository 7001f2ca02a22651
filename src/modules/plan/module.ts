import type { Module } from '#kernel/module.ts'
import { planMeasures } from './measure.ts'
import { measureJobs, measureSchedules } from './measure.jobs.ts'
import { reminderJobs, reminderSchedules } from './reminder.jobs.ts'
import { messages as boardEn } from './board.messages.en.ts'
import { messages as boardVi } from './board.messages.vi.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { messages as figureEn } from './figure.messages.en.ts'
import { messages as figureVi } from './figure.messages.vi.ts'
import { messages as measureEn } from './measure.messages.en.ts'
import { messages as measureVi } from './measure.messages.vi.ts'
import { messages as meetingEn } from './meeting.messages.en.ts'
import { messages as meetingVi } from './meeting.messages.vi.ts'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { messages as reminderEn } from './reminder.messages.en.ts'
import { messages as reminderVi } from './reminder.messages.vi.ts'
import { messages as reportingDayEn } from './reporting-day.messages.en.ts'
import { messages as reportingDayVi } from './reporting-day.messages.vi.ts'
import { messages as searchEn } from './search.messages.en.ts'
import { messages as searchVi } from './search.messages.vi.ts'
import { messages as statusEn } from './status.messages.en.ts'
import { messages as statusVi } from './status.messages.vi.ts'
import { messages as targetEn } from './target.messages.en.ts'
import { messages as targetVi } from './target.messages.vi.ts'
import { messages as taskEn } from './task.messages.en.ts'
import { messages as taskVi } from './task.messages.vi.ts'
import { messages as unitPlanEn } from './unit-plan.messages.en.ts'
import { messages as unitPlanVi } from './unit-plan.messages.vi.ts'
import { messages as versionEn } from './version.messages.en.ts'
import { messages as versionVi } from './version.messages.vi.ts'
import { messages as workEn } from './work.messages.en.ts'
import { messages as workVi } from './work.messages.vi.ts'
import { boardPages } from './board.pages.tsx'
import { draftPages } from './draft.pages.tsx'
import { evidencePages } from './evidence.pages.tsx'
import { figurePages } from './figure.pages.tsx'
import { measurePages } from './measure.pages.tsx'
import { meetingPages } from './meeting.pages.tsx'
import { planPages } from './plan.pages.tsx'
import { progressPages } from './progress.pages.tsx'
import { reminderPages } from './reminder.pages.tsx'
import { reportingDayPages } from './reporting-day.pages.tsx'
import { searchPages } from './search.pages.tsx'
import { targetPages } from './target.pages.tsx'
import { taskListPages } from './task-list.pages.tsx'
import { taskPages } from './task.pages.tsx'
import { unitPlanPages } from './unit-plan.pages.tsx'
import { versionPages } from './version.pages.tsx'
import { draftCommands } from './draft.commands.ts'
import { figureCommands } from './figure.commands.ts'
import { meetingCommands } from './meeting.commands.ts'
import { milestoneCommands } from './milestone.commands.ts'
import { noteCommands } from './note.commands.ts'
import { planCommands } from './plan.commands.ts'
import { reminderCommands } from './reminder.commands.ts'
import { targetCommands } from './target.commands.ts'
import { taskCommands } from './task.commands.ts'
import { unitPlanCommands } from './unit-plan.commands.ts'
import { boardApi } from './board.api.ts'
import { directionApi } from './direction.api.ts'
import { draftApi } from './draft.api.ts'
import { figureApi } from './figure.api.ts'
import { planApi } from './plan.api.ts'
import { targetApi } from './target.api.ts'
import { taskApi } from './task.api.ts'

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
      ...measureVi,
      ...meetingVi,
      ...planVi,
      ...reminderVi,
      ...reportingDayVi,
      ...searchVi,
      ...statusVi,
      ...targetVi,
      ...taskVi,
      ...unitPlanVi,
      ...versionVi,
      ...workVi,
    },
    en: {
      ...boardEn,
      ...draftEn,
      ...figureEn,
      ...measureEn,
      ...meetingEn,
      ...planEn,
      ...reminderEn,
      ...reportingDayEn,
      ...searchEn,
      ...statusEn,
      ...targetEn,
      ...taskEn,
      ...unitPlanEn,
      ...versionEn,
      ...workEn,
    },
  },
  commands: [
    ...draftCommands,
    ...figureCommands,
    ...meetingCommands,
    ...milestoneCommands,
    ...noteCommands,
    ...planCommands,
    ...reminderCommands,
    ...targetCommands,
    ...taskCommands,
    ...unitPlanCommands,
  ],
  pages: [
    ...draftPages,
    ...evidencePages,
    ...figurePages,
    ...measurePages,
    ...meetingPages,
    ...planPages,
    ...progressPages,
    ...reminderPages,
    ...reportingDayPages,
    ...searchPages,
    ...targetPages,
    ...taskListPages,
    ...taskPages,
    ...unitPlanPages,
    ...versionPages,
    ...boardPages,
  ],
  api: [...boardApi, ...directionApi, ...draftApi, ...figureApi, ...planApi, ...targetApi, ...taskApi],
  jobs: [...measureJobs, ...reminderJobs],
  schedules: [...measureSchedules, ...reminderSchedules],
  measures: planMeasures,
  nav: [
    { href: '/tien-do', label: 'plan.nav_public', icon: 'chart', needs: 'public' },
    { href: '/ke-hoach/viec-cua-toi', label: 'plan.mine', icon: 'inbox', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-can-bao', label: 'plan.figure.asked', icon: 'pen', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-cho-xac-nhan', label: 'plan.figure.queue', icon: 'check', needs: 'plan.confirm' },
    { href: '/ke-hoach/don-doc', label: 'plan.reminder.nav', icon: 'bell', needs: 'plan.read' },
    { href: '/ke-hoach', label: 'plan.plans', icon: 'chart', needs: 'plan.read' },
    { href: '/tien-do', label: 'plan.progress.nav', icon: 'chart', needs: 'public' },
  ],
}
