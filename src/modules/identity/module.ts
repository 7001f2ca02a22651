import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { messages as representationEn } from './representation.messages.en.ts'
import { messages as representationVi } from './representation.messages.vi.ts'
import { signInCommands } from './sign-in.commands.ts'
import { messages as signInEn } from './sign-in.messages.en.ts'
import { messages as signInVi } from './sign-in.messages.vi.ts'
import { signInPages } from './sign-in.pages.tsx'

/** Who citizens and businesses are, and in whose name they act. */
export const identity: Module = {
  name: 'identity',
  permissions: [],
  messages: { vi: { ...vi, ...signInVi, ...representationVi }, en: { ...en, ...signInEn, ...representationEn } },
  commands: [...signInCommands],
  pages: [...signInPages],
}
