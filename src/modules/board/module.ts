import type { Module } from '#kernel/module.ts'
import { planMeasures } from './measure.ts'
import { measureJobs, measureSchedules } from './measure.jobs.ts'
import { messages as boardEn } from './board.messages.en.ts'
import { messages as boardVi } from './board.messages.vi.ts'
import { messages as measureEn } from './measure.messages.en.ts'
import { messages as measureVi } from './measure.messages.vi.ts'
import { messages as mineEn } from './mine.messages.en.ts'
import { messages as mineVi } from './mine.messages.vi.ts'
import { messages as searchEn } from './search.messages.en.ts'
import { messages as searchVi } from './search.messages.vi.ts'
import { boardPages } from './board.pages.tsx'
import { measurePages } from './measure.pages.tsx'
import { minePages } from './mine.pages.tsx'
import { progressPages } from './progress.pages.tsx'
import { searchPages } from './search.pages.tsx'
import { boardApi } from './board.api.ts'

/** Where the plan stands: for the province, for one's own unit, for citizens; what is counted of the work on it. */
export const board: Module = {
  name: 'board',
  permissions: [],
  messages: {
    vi: { ...boardVi, ...measureVi, ...mineVi, ...searchVi },
    en: { ...boardEn, ...measureEn, ...mineEn, ...searchEn },
  },
  commands: [],
  pages: [...boardPages, ...measurePages, ...minePages, ...progressPages, ...searchPages],
  api: [...boardApi],
  jobs: [...measureJobs],
  schedules: [...measureSchedules],
  measures: planMeasures,
  nav: [
    { href: '/tien-do', label: 'plan.nav_public', icon: 'chart', needs: 'public' },
    { href: '/ke-hoach/viec-cua-toi', label: 'plan.mine', icon: 'inbox', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-can-bao', label: 'plan.figure.asked', icon: 'pen', needs: 'plan.work' },
    { href: '/ke-hoach/so-lieu-cho-xac-nhan', label: 'plan.figure.queue', icon: 'check', needs: 'plan.confirm' },
    { href: '/ke-hoach/don-doc', label: 'plan.reminder.nav', icon: 'bell', needs: 'plan.read' },
    { href: '/ke-hoach', label: 'plan.plans', icon: 'chart', needs: 'plan.read' },
  ],
}
