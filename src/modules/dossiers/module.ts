import type { Module } from '#kernel/module.ts'
import { messages as clockEn } from './clock.messages.en.ts'
import { messages as clockVi } from './clock.messages.vi.ts'
import {
  approveDossier,
  issueResult,
  proposeRefusal,
  returnResult,
  sendBack,
} from './decision.commands.ts'
import { dossiersApi } from './dossier.api.ts'
import { messages as dossierEn } from './dossier.messages.en.ts'
import { messages as dossierVi } from './dossier.messages.vi.ts'
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
import { receiveDossier, refuseAtDesk } from './reception.commands.ts'
import { askSupplement, askSupplementAgain, completeDossier, takeSupplement } from './supplement.commands.ts'
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
    vi: { ...clockVi, ...dossierVi, ...ownerVi, ...supplementVi },
    en: { ...clockEn, ...dossierEn, ...ownerEn, ...supplementEn },
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
  pages: [],
  api: dossiersApi,
}
