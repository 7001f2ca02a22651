import type { Module } from '#kernel/module.ts'
import { answerFollowUp, takeFollowUp } from './follow-up.commands.ts'
import { followUpPages } from './follow-up.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { ratingApi } from './rating.api.ts'
import { giveAnonymously, giveRating } from './rating.commands.ts'
import { ratingJobs, ratingSchedules } from './rating.jobs.ts'
import { ratingPages } from './rating.pages.tsx'

/** How people say they were served, and what is done about it when they were served badly. */
export const rating: Module = {
  name: 'rating',
  permissions: ['rating.read', 'rating.answer'],
  messages: { vi, en },
  commands: [giveRating, giveAnonymously, takeFollowUp, answerFollowUp],
  pages: [...ratingPages, ...followUpPages],
  api: ratingApi,
  jobs: ratingJobs,
  schedules: ratingSchedules,
  nav: [{ href: '/phan-hoi-danh-gia', label: 'rating.nav', icon: 'heart', needs: 'rating.read' }],
}
