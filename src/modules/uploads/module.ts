import type { Module } from '#kernel/module.ts'
import { heldByUploads } from './held.store.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { previewPages } from './preview.pages.ts'
import { uploadSchedules } from './sweep.jobs.ts'
import { tusPages } from './tus.pages.ts'
import { uploadApi } from './upload.api.ts'
import { uploadCommands } from './upload.commands.ts'
import { uploadPages } from './upload.pages.tsx'

/** Files that come in piece by piece, made fit to be read, and shown to both sides. Its jobs are given by `uploadJobs`. */
export const uploads: Module = {
  name: 'uploads',
  permissions: [],
  messages: { vi, en },
  commands: uploadCommands,
  pages: [...tusPages, ...previewPages, ...uploadPages],
  api: uploadApi,
  schedules: uploadSchedules,
  holds: heldByUploads,
}
