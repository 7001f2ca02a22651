import type { Module } from '#kernel/module.ts'
import { recordInput } from './input.commands.ts'
import { indexApi } from './index.api.ts'
import { indexPages } from './index.pages.tsx'
import { scoreMeasures } from './measure.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { scoreJobs, scoreSchedules } from './scores.jobs.ts'

/** How well citizens and businesses are served: the index of QĐ 766 and the nine indicators, counted from dossiers. */
export const scores: Module = {
  name: 'scores',
  permissions: ['scores.read', 'scores.officers', 'scores.manage'],
  messages: { vi, en },
  commands: [recordInput],
  pages: indexPages,
  api: indexApi,
  jobs: scoreJobs,
  schedules: scoreSchedules,
  measures: scoreMeasures,
  nav: [
    { href: '/chat-luong-phuc-vu', label: 'scores.nav_public', icon: 'heart', needs: 'public' },
    { href: '/diem-766', label: 'scores.nav_index', icon: 'chart', needs: 'scores.read' },
  ],
}
