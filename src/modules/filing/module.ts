import type { Module } from '#kernel/module.ts'
import { withdrawApplication, withdrawAsPartner } from './application.commands.ts'
import { messages as applicationEn } from './application.messages.en.ts'
import { messages as applicationVi } from './application.messages.vi.ts'
import { applicationPages } from './application.pages.tsx'
import { fileAssisted, startAssisted } from './assist.commands.ts'
import { messages as assistEn } from './assist.messages.en.ts'
import { messages as assistVi } from './assist.messages.vi.ts'
import { assistPages } from './assist.pages.tsx'
import { adoptDraft, eraseDraft, redirectDraft, startDraft } from './draft.commands.ts'
import { messages as draftEn } from './draft.messages.en.ts'
import { messages as draftVi } from './draft.messages.vi.ts'
import { sweepDrafts, sweepSchedule } from './draft.jobs.ts'
import { fileDraft } from './file.commands.ts'
import { filePages } from './file.pages.ts'
import { answerDraft, carryDraftOver, saveDraft } from './fill.commands.ts'
import { messages as fillEn } from './fill.messages.en.ts'
import { messages as fillVi } from './fill.messages.vi.ts'
import { fillPages } from './fill.pages.tsx'
import { heldByDossiers } from './held.store.ts'
import { messages as en } from './messages.en.ts'
import { messages as vi } from './messages.vi.ts'
import { fileAsPartner } from './partner.commands.ts'
import { filingApi } from './filing.api.ts'
import { messages as receiptEn } from './receipt.messages.en.ts'
import { messages as receiptVi } from './receipt.messages.vi.ts'
import { receiptPages } from './receipt.pages.tsx'
import { reviewPages } from './review.pages.tsx'
import { endSigningKey } from './signing-key.commands.ts'
import { messages as signingKeyEn } from './signing-key.messages.en.ts'
import { messages as signingKeyVi } from './signing-key.messages.vi.ts'
import { signingKeyPages } from './signing-key.pages.tsx'
import { messages as startEn } from './start.messages.en.ts'
import { messages as startVi } from './start.messages.vi.ts'
import { startPages } from './start.pages.tsx'
import { messages as trackingEn } from './tracking.messages.en.ts'
import { messages as trackingVi } from './tracking.messages.vi.ts'
import { trackingPages } from './tracking.pages.tsx'

/** Filling in, filing and following. */
export const filing: Module = {
  name: 'filing',
  permissions: ['filing.assist', 'filing.partner', 'filing.keys'],
  messages: {
    vi: {
      ...vi,
      ...draftVi,
      ...assistVi,
      ...startVi,
      ...fillVi,
      ...applicationVi,
      ...receiptVi,
      ...trackingVi,
      ...signingKeyVi,
    },
    en: {
      ...en,
      ...draftEn,
      ...assistEn,
      ...startEn,
      ...fillEn,
      ...applicationEn,
      ...receiptEn,
      ...trackingEn,
      ...signingKeyEn,
    },
  },
  commands: [
    startDraft,
    adoptDraft,
    redirectDraft,
    eraseDraft,
    saveDraft,
    answerDraft,
    carryDraftOver,
    fileDraft,
    startAssisted,
    fileAssisted,
    fileAsPartner,
    withdrawApplication,
    withdrawAsPartner,
    endSigningKey,
  ],
  pages: [
    ...startPages,
    ...fillPages,
    ...reviewPages,
    ...filePages,
    ...applicationPages,
    ...receiptPages,
    ...trackingPages,
    ...assistPages,
    ...signingKeyPages,
  ],
  api: filingApi,
  jobs: [sweepDrafts],
  schedules: [sweepSchedule],
  nav: [
    { href: '/ho-so', label: 'filing.mine.title', icon: 'inbox', needs: 'public' },
    { href: '/mot-cua/lam-giup', label: 'filing.assist.title', icon: 'hand', needs: 'filing.assist' },
    { href: '/quan-tri/khoa-bien-nhan', label: 'filing.key.title', icon: 'shield', needs: 'filing.keys' },
  ],
  holds: heldByDossiers,
}
