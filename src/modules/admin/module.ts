/** Who may come in and what they may do: accounts, posts, roles, units and the log of events. */
import { accountCommands, ownAccountCommands } from '#kernel/account.commands.ts'
import { invitationCommands } from '#kernel/invitation.commands.ts'
import type { Module } from '#kernel/module.ts'
import { postCommands } from '#kernel/post.commands.ts'
import { roleCommands } from '#kernel/role.commands.ts'
import { signInCommands } from '#kernel/sign-in.commands.ts'
import { accountPages } from './account.pages.tsx'
import { invitationPages } from './invitation.pages.tsx'
import { logPages } from './log.pages.tsx'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { myAccountPages } from './my-account.pages.tsx'
import { rolePages } from './role.pages.tsx'
import { signInPages } from './sign-in.pages.tsx'
import { unitPages } from './unit.pages.tsx'

const permissions = ['admin.accounts', 'admin.units', 'admin.log']

/** Roles give permissions of every module: `others` are the modules that the house has beside this one. */
export const admin = (others: readonly Module[]): Module => ({
  name: 'admin',
  permissions,
  messages: { vi, en },
  commands: [
    ...signInCommands,
    ...ownAccountCommands,
    ...accountCommands,
    ...invitationCommands,
    ...postCommands,
    ...roleCommands,
  ],
  pages: [
    ...signInPages,
    ...invitationPages,
    ...myAccountPages,
    ...accountPages,
    ...rolePages([{ permissions }, ...others]),
    ...unitPages,
    ...logPages,
  ],
  nav: [
    { href: '/quan-tri/tai-khoan', label: 'admin.account.list', icon: 'people', needs: 'admin.accounts' },
    { href: '/quan-tri/vi-tri', label: 'admin.post.all', icon: 'user', needs: 'admin.accounts' },
    { href: '/quan-tri/vai-tro', label: 'admin.role.list', icon: 'shield', needs: 'admin.accounts' },
    { href: '/quan-tri/don-vi', label: 'admin.unit.list', icon: 'place', needs: 'admin.units' },
    { href: '/quan-tri/nhat-ky', label: 'admin.log.title', icon: 'book', needs: 'admin.log' },
  ],
})
