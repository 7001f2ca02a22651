import type { Module } from '#kernel/module.ts'
import { meetingCommands } from './meeting.commands.ts'
import { messages as meetingEn } from './meeting.messages.en.ts'
import { messages as meetingVi } from './meeting.messages.vi.ts'
import { meetingPages } from './meeting.pages.tsx'
import { messages as planEn } from './plan.messages.en.ts'
import { messages as planVi } from './plan.messages.vi.ts'
import { reminderCommands } from './reminder.commands.ts'
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
    vi: { ...planVi, ...meetingVi, ...reminderVi, ...reportingDayVi, ...statusVi, ...unitPlanVi },
    en: { ...planEn, ...meetingEn, ...reminderEn, ...reportingDayEn, ...statusEn, ...unitPlanEn },
  },
  commands: [...reminderCommands, ...meetingCommands, ...unitPlanCommands],
  // Before pages of `/ke-hoach/:code`, which would take its address for a plan's.
  pages: [...reminderPages, ...meetingPages, ...unitPlanPages, ...reportingDayPages],
  nav: [{ href: '/ke-hoach/don-doc', label: 'plan.reminder.nav', icon: 'bell', needs: 'plan.read' }],
}
