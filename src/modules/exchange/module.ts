import type { Module } from '#kernel/module.ts'
import { deskPages } from './desk.pages.tsx'
import { differenceCommands } from './difference.commands.ts'
import { exchangeApi } from './exchange.api.ts'
import { messageCommands } from './message.commands.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { deskPath } from './paths.ts'

/** What other systems are told of dossiers, once each and in order, and what to do when they will not have it. Its jobs are given by `exchangeJobs`. */
export const exchange: Module = {
  name: 'exchange',
  permissions: ['exchange.repair'],
  messages: { vi, en },
  commands: [...messageCommands, ...differenceCommands],
  pages: deskPages,
  api: exchangeApi,
  nav: [{ href: deskPath, label: 'exchange.nav', icon: 'link', needs: 'exchange.repair' }],
}
