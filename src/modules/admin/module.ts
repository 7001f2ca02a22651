/** Who may come in and what they may do: accounts, posts, roles, units and the log of events. */
import { accountCommands, ownAccountCommands } from '#kernel/account.commands.ts'
import { calendarCommands } from '#kernel/calendar.commands.ts'
import { invitationCommands } from '#kernel/invitation.commands.ts'
import { jobCommands } from '#kernel/job.commands.ts'
import type { Module } from '#kernel/module.ts'
import { noticeCommands } from '#kernel/notice.commands.ts'
import { postCommands } from '#kernel/post.commands.ts'
import { roleCommands } from '#kernel/role.commands.ts'
import { signInCommands } from '#kernel/sign-in.commands.ts'
import { reorganiseUnits } from '#kernel/unit.commands.ts'
import { accountApi } from './account.api.ts'
import { calendarApi } from './calendar.api.ts'
import { logApi } from './log.api.ts'
import { measureApi } from './measure.api.ts'
import { myAccountApi } from './my-account.api.ts'
import { roleApi } from './role.api.ts'
import { unitApi } from './unit.api.ts'
import { accountPages } from './account.pages.tsx'
import { messages as calendarEn } from './calendar.messages.en.ts'
import { messages as calendarVi } from './calendar.messages.vi.ts'
import { calendarPages } from './calendar.pages.tsx'
import { hoursPages } from './hours.pages.tsx'
import { invitationPages } from './invitation.pages.tsx'
import { messages as jobEn } from './job.messages.en.ts'
import { messages as jobVi } from './job.messages.vi.ts'
import { jobPages } from './job.pages.tsx'
import { messages as keeperEn } from './keeper.messages.en.ts'
import { messages as keeperVi } from './keeper.messages.vi.ts'
import { keeperPages } from './keeper.pages.tsx'
import { logPages } from './log.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { myAccountPages } from './my-account.pages.tsx'
import { messages as noticeEn } from './notice.messages.en.ts'
import { messages as noticeVi } from './notice.messages.vi.ts'
import { noticePages } from './notice.pages.tsx'
import { messages as reorganisationEn } from './reorganisation.messages.en.ts'
import { messages as reorganisationVi } from './reorganisation.messages.vi.ts'
import { reorganisationPages } from './reorganisation.pages.tsx'
import { rolePages } from './role.pages.tsx'
import { signInPages } from './sign-in.pages.tsx'
import { unitPages } from './unit.pages.tsx'

const permissions = ['admin.accounts', 'admin.units', 'admin.calendar', 'admin.jobs', 'admin.log']

/** Roles give permissions of every module: `others` are the modules that the house has beside this one. */
export const admin = (others: readonly Module[]): Module => ({
  name: 'admin',
  permissions,
  messages: {
    vi: { ...vi, ...calendarVi, ...jobVi, ...keeperVi, ...noticeVi, ...reorganisationVi },
    en: { ...en, ...calendarEn, ...jobEn, ...keeperEn, ...noticeEn, ...reorganisationEn },
  },
  commands: [
    ...signInCommands,
    ...ownAccountCommands,
    ...accountCommands,
    ...invitationCommands,
    ...postCommands,
    ...roleCommands,
    ...noticeCommands,
    ...jobCommands,
    ...calendarCommands,
    reorganiseUnits,
  ],
  pages: [
    ...signInPages,
    ...invitationPages,
    ...myAccountPages,
    ...accountPages,
    ...rolePages([{ permissions }, ...others]),
    ...keeperPages,
    ...noticePages,
    ...jobPages,
    ...calendarPages,
    ...hoursPages,
    ...reorganisationPages,
    ...unitPages,
    ...logPages,
  ],
  api: [
    ...unitApi,
    ...accountApi,
    ...roleApi,
    ...calendarApi,
    ...logApi,
    ...measureApi(others.flatMap(({ measures }) => measures ?? [])),
    ...myAccountApi,
  ],
  nav: [
    { href: '/quan-tri', label: 'admin.keeper.title', icon: 'home', needs: 'admin.jobs' },
    { href: '/quan-tri/tai-khoan', label: 'admin.account.list', icon: 'people', needs: 'admin.accounts' },
    { href: '/quan-tri/vi-tri', label: 'admin.post.all', icon: 'user', needs: 'admin.accounts' },
    { href: '/quan-tri/vai-tro', label: 'admin.role.list', icon: 'shield', needs: 'admin.accounts' },
    { href: '/quan-tri/don-vi', label: 'admin.unit.list', icon: 'place', needs: 'admin.units' },
    { href: '/quan-tri/don-vi/sap-xep', label: 'admin.reorganisation.title', icon: 'run', needs: 'admin.units' },
    { href: '/quan-tri/lich', label: 'admin.calendar.title', icon: 'calendar', needs: 'admin.calendar' },
    { href: '/quan-tri/cong-viec', label: 'admin.job.list', icon: 'gear', needs: 'admin.jobs' },
    { href: '/quan-tri/thu', label: 'admin.mail.list', icon: 'inbox', needs: 'admin.jobs' },
    { href: '/quan-tri/nhat-ky', label: 'admin.log.title', icon: 'book', needs: 'admin.log' },
  ],
})
