import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** The statutory forms of the one-stop rules as papers. Whoever knows who may see one mounts its pages by `slipPages`. */
export const slips: Module = {
  name: 'slips',
  permissions: [],
  messages: { vi, en },
  commands: [],
  pages: [],
}
