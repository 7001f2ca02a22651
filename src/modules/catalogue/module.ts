import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Which procedures there are, as the national catalogue publishes them and the province offers them. */
export const catalogue: Module = {
  name: 'catalogue',
  permissions: ['catalogue.manage'],
  messages: { vi, en },
  commands: [],
  pages: [],
}
