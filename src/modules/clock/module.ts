import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The legal clock of a dossier: rules alone, nothing stored. */
export const clock: Module = {
  name: 'clock',
  permissions: [],
  messages: { vi, en },
  commands: [],
  pages: [],
}
