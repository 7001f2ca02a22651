import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Files that come in piece by piece, made fit to be read, and shown to both sides. */
export const uploads: Module = {
  name: 'uploads',
  permissions: [],
  messages: { vi, en },
  commands: [],
  pages: [],
}
