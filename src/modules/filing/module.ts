import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Filling in, filing and following. */
export const filing: Module = {
  name: 'filing',
  permissions: ['filing.assist', 'filing.partner'],
  messages: { vi, en },
  commands: [],
  pages: [],
}
