import type { Module } from '#kernel/module.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'

/** Reads official texts. It holds nothing, shows nothing and asks nobody: pure rules, and the sentences of their doubts. */
export const texts: Module = { name: 'texts', permissions: [], messages: { vi, en }, commands: [], pages: [] }
