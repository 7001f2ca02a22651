import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Who citizens and businesses are, and in whose name they act. */
export const identity: Module = {
  name: 'identity',
  permissions: [],
  messages: { vi, en },
  commands: [],
  pages: [],
}
