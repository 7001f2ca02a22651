import type { Module } from '#kernel/module.ts'
import { approveDossier, issueResult, proposeRefusal, returnResult, sendBack } from './decision.commands.ts'
import { messages as codeEn } from './dossier-code.messages.en.ts'
import { messages as codeVi } from './dossier-code.messages.vi.ts'
import { messages as deskEn } from './desk.messages.en.ts'
import { messages as deskVi } from './desk.messages.vi.ts'
import { dossiersApi } from './dossier.api.ts'
import { messages as dossierEn } from './dossier.messages.en.ts'
import { messages as dossierVi } from './dossier.messages.vi.ts'
import { dossierPages } from './dossier.pages.tsx'
import {
  askPayment,
  askWithdrawal,
  decideWithdrawal,
  extendDossier,
  notePayment,
  noteRefund,
  stopDossier,
} from './ending.commands.ts'
import {
  assignDossier,
  finishStep,
  handOver,
  reachCompetent,
  recordAnswer,
  recordSilence,
  takeDossier,
} from './handling.commands.ts'
import { messages as ownerEn } from './owner.messages.en.ts'
import { messages as ownerVi } from './owner.messages.vi.ts'
import { heldByHandling } from './held.store.ts'
import { messages as formEn } from './form.messages.en.ts'
import { messages as formVi } from './form.messages.vi.ts'
import { ownerPages } from './owner.pages.tsx'
import { queuePages } from './queue.pages.tsx'
import { receptionPages } from './reception.pages.tsx'
import { receiveDossier, refuseAtDesk } from './reception.commands.ts'
import { askSupplement, askSupplementAgain, completeDossier, takeSupplement } from './supplement.commands.ts'
import { registerPages } from './register.pages.tsx'
import { messages as slipEn } from './slip.messages.en.ts'
import { messages as slipVi } from './slip.messages.vi.ts'
import { dossierSlipPages } from './slip.pages.tsx'
import { messages as supplementEn } from './supplement.messages.en.ts'
import { messages as supplementVi } from './supplement.messages.vi.ts'

/** A dossier from reception to return. */
export const dossiers: Module = {
  name: 'dossiers',
  permissions: [
    'dossiers.read',
    'dossiers.receive',
    'dossiers.ask',
    'dossiers.handle',
    'dossiers.sign',
    'dossiers.supervise',
  ],
  messages: {
    vi: {
      ...codeVi,
      ...dossierVi,
      ...ownerVi,
      ...deskVi,
      ...formVi,
      ...supplementVi,
      ...slipVi,
    },
    en: {
      ...codeEn,
      ...dossierEn,
      ...ownerEn,
      ...deskEn,
      ...formEn,
      ...supplementEn,
      ...slipEn,
    },
  },
  commands: [
    receiveDossier,
    refuseAtDesk,
    askSupplement,
    askSupplementAgain,
    completeDossier,
    takeSupplement,
    handOver,
    reachCompetent,
    takeDossier,
    assignDossier,
    finishStep,
    recordAnswer,
    recordSilence,
    proposeRefusal,
    approveDossier,
    sendBack,
    issueResult,
    returnResult,
    askPayment,
    notePayment,
    noteRefund,
    extendDossier,
    stopDossier,
    askWithdrawal,
    decideWithdrawal,
  ],
  pages: [...queuePages, ...dossierPages, ...receptionPages, ...ownerPages, ...dossierSlipPages, ...registerPages],
  nav: [
    { href: '/mot-cua', label: 'dossiers.queue.nav', icon: 'inbox', needs: 'dossiers.read' },
    { href: '/mot-cua/so-theo-doi', label: 'dossiers.register.nav', icon: 'inbox', needs: 'dossiers.read' },
  ],
  api: dossiersApi,
  holds: heldByHandling,
}
