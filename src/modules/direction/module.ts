import type { Module } from '#kernel/module.ts'
import { reminderJobs, reminderSchedules } from './reminder.jobs.ts'
import { messages as meetingEn } from './meeting.messages.en.ts'
import { messages as meetingVi } from './meeting.messages.vi.ts'
import { messages as reminderEn } from './reminder.messages.en.ts'
import { messages as reminderVi } from './reminder.messages.vi.ts'
import { messages as reportingDayEn } from './reporting-day.messages.en.ts'
import { messages as reportingDayVi } from './reporting-day.messages.vi.ts'
import { messages as unitPlanEn } from './unit-plan.messages.en.ts'
import { messages as unitPlanVi } from './unit-plan.messages.vi.ts'
import { meetingPages } from './meeting.pages.tsx'
import { reminderPages } from './reminder.pages.tsx'
import { reportingDayPages } from './reporting-day.pages.tsx'
import { unitPlanPages } from './unit-plan.pages.tsx'
import { meetingCommands } from './meeting.commands.ts'
import { reminderCommands } from './reminder.commands.ts'
import { unitPlanCommands } from './unit-plan.commands.ts'
import { directionApi } from './direction.api.ts'

/** Following up the plan: reminders that climb, meetings and their conclusions, plans of units, reporting days. */
export const direction: Module = {
  name: 'direction',
  permissions: ['plan.remind', 'plan.meet', 'plan.derive'],
  messages: {
    vi: { ...meetingVi, ...reminderVi, ...reportingDayVi, ...unitPlanVi },
    en: { ...meetingEn, ...reminderEn, ...reportingDayEn, ...unitPlanEn },
  },
  commands: [...meetingCommands, ...reminderCommands, ...unitPlanCommands],
  pages: [...meetingPages, ...reminderPages, ...reportingDayPages, ...unitPlanPages],
  api: [...directionApi],
  jobs: [...reminderJobs],
  schedules: [...reminderSchedules],
}
