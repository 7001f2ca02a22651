import type { Module } from '#kernel/module.ts'
import { boardPages } from './board.pages.tsx'
import { forecastJob, forecastSchedule } from './forecast.jobs.ts'
import { instructionCommands } from './instruction.commands.ts'
import { instructionJobs, instructionSchedule } from './instruction.jobs.ts'
import { messages as instructionEn } from './instruction.messages.en.ts'
import { messages as instructionVi } from './instruction.messages.vi.ts'
import { instructionPages } from './instruction.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { overviewApi } from './overview.api.ts'

/** Directing the one-stop desk: who has how much, what will be late, and what leaders want done about it. */
export const overview: Module = {
  name: 'overview',
  permissions: ['overview.read', 'overview.instructions', 'overview.instruct', 'overview.answer'],
  messages: { vi: { ...vi, ...instructionVi }, en: { ...en, ...instructionEn } },
  commands: instructionCommands,
  pages: [...boardPages, ...instructionPages],
  api: overviewApi,
  jobs: [forecastJob, ...instructionJobs],
  schedules: [forecastSchedule, instructionSchedule],
  nav: [
    { href: '/dieu-hanh/mot-cua', label: 'overview.nav_board', icon: 'chart', needs: 'overview.read' },
    { href: '/dieu-hanh/chi-dao', label: 'overview.nav_instructions', icon: 'inbox', needs: 'overview.instructions' },
  ],
}
