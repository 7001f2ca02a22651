/** What a post may do with a dossier now: the page offers what the commands would let through, by the same rules. */
import { objectionToAskSupplement, type Clock, type OneStopRules } from '#modules/clock/public.ts'
import { type Actor, may } from '#kernel/access.ts'
import type { Key } from '#kernel/text.ts'
import {
  askedBack,
  type Dossier,
  firstObjection,
  objectionToHandle,
  objectionToHandOver,
  objectionToMove,
  objectionToTake,
} from './dossier.ts'

/** With the permission each needs; the address of each is a word of the page. */
export const acts = {
  receive: { needs: 'dossiers.receive', at: 'tiep-nhan' },
  ask_supplement: { needs: 'dossiers.ask', at: 'bo-sung' },
  ask_supplement_again: { needs: 'dossiers.supervise', at: 'bo-sung-lan-nua' },
  refuse_at_desk: { needs: 'dossiers.receive', at: 'tu-choi' },
  take_supplement: { needs: 'dossiers.receive', at: 'nhan-bo-sung' },
  hand_over: { needs: 'dossiers.receive', at: 'chuyen' },
  reach: { needs: 'dossiers.handle', at: 'da-den' },
  take: { needs: 'dossiers.read', at: 'nhan-viec' },
  finish_step: { needs: 'dossiers.handle', at: 'xong-buoc' },
  record_answer: { needs: 'dossiers.handle', at: 'tra-loi' },
  record_silence: { needs: 'dossiers.handle', at: 'khong-tra-loi' },
  approve: { needs: 'dossiers.sign', at: 'duyet' },
  send_back: { needs: 'dossiers.sign', at: 'tra-lai' },
  issue: { needs: 'dossiers.handle', at: 'ket-qua' },
  return: { needs: 'dossiers.receive', at: 'tra-ket-qua' },
  decide_withdrawal: { needs: 'dossiers.handle', at: 'xin-rut' },
  note_payment: { needs: 'dossiers.receive', at: 'da-nop-phi' },
  note_refund: { needs: 'dossiers.receive', at: 'da-hoan-phi' },
  ask_payment: { needs: 'dossiers.ask', at: 'xin-phi' },
  propose_refusal: { needs: 'dossiers.handle', at: 'de-nghi-tu-choi' },
  extend: { needs: 'dossiers.supervise', at: 'hen-lai' },
  assign: { needs: 'dossiers.supervise', at: 'giao-viec' },
  stop: { needs: 'dossiers.handle', at: 'dung' },
} as const
export type ActName = keyof typeof acts
const actNames = Object.keys(acts) as ActName[]

export type OpenStep = {
  readonly code: string
  readonly kind: string
  readonly agency: string | null
  readonly dueAt: Date
}

export type Standing = {
  readonly dossier: Dossier
  readonly clock: Clock
  readonly rules: OneStopRules
  readonly openSteps: readonly OpenStep[]
  readonly readyToIssue: boolean
  readonly reachedCompetent: boolean
  readonly now: Date
}

const no: Key = 'dossiers.dossier.not_now'
const unless = (isTrue: boolean): Key | null => (isTrue ? null : no)

type Rule = (standing: Standing, actor: Actor) => Key | null

const onMine: Rule = ({ dossier }, actor) =>
  firstObjection(unless(dossier.state === 'processing'), objectionToHandle(dossier, actor), askedBack(dossier))

const toSupplement =
  (bySupervisor: boolean): Rule =>
  ({ dossier, clock, rules }, actor) =>
    firstObjection(
      objectionToMove(dossier, 'awaiting_supplement'),
      askedBack(dossier),
      objectionToAskSupplement({ clock, rules, bySupervisor }),
      dossier.state === 'processing' ? objectionToHandle(dossier, actor) : null,
      bySupervisor ? unless(clock.supplements >= rules.supplement.most) : null,
    )

const rules: Readonly<Record<ActName, Rule>> = {
  receive: ({ dossier }) => objectionToMove(dossier, 'received') ?? unless(dossier.state === 'arrived'),
  refuse_at_desk: ({ dossier }) => objectionToMove(dossier, 'refused_at_desk') ?? unless(dossier.code === null),
  ask_supplement: toSupplement(false),
  ask_supplement_again: toSupplement(true),
  take_supplement: ({ dossier }) => unless(dossier.state === 'awaiting_supplement'),
  hand_over: ({ dossier }) => objectionToHandOver(dossier),
  reach: ({ dossier, reachedCompetent }) =>
    unless(dossier.unitId !== dossier.competentId && !reachedCompetent && dossier.state === 'processing'),
  take: ({ dossier }, actor) =>
    objectionToTake(dossier) ??
    unless(may(actor, dossier.state === 'awaiting_signature' ? 'dossiers.sign' : 'dossiers.handle')),
  finish_step: (standing, actor) =>
    onMine(standing, actor) ??
    unless(standing.openSteps.some(({ agency, kind }) => agency === null && kind !== 'approve' && kind !== 'return')),
  record_answer: (standing, actor) =>
    onMine(standing, actor) ?? unless(standing.openSteps.some(({ agency }) => agency !== null)),
  record_silence: (standing, actor) =>
    onMine(standing, actor) ??
    unless(standing.openSteps.some(({ agency, dueAt }) => agency !== null && standing.now > dueAt)),
  approve: ({ dossier }, actor) => toSign(dossier, actor),
  send_back: ({ dossier }, actor) => toSign(dossier, actor),
  issue: (standing, actor) => onMine(standing, actor) ?? unless(standing.readyToIssue),
  return: ({ dossier }) => objectionToMove(dossier, 'returned'),
  decide_withdrawal: ({ dossier }) => unless(dossier.withdrawal?.decision === 'asked'),
  note_payment: ({ dossier }) => unless(dossier.finance === 'due' && dossier.code !== null),
  note_refund: ({ dossier }) => unless(dossier.finance === 'refund_due'),
  ask_payment: ({ dossier }, actor) =>
    firstObjection(
      objectionToMove(dossier, 'awaiting_payment'),
      askedBack(dossier),
      unless(dossier.finance === 'due'),
      dossier.state === 'processing' ? objectionToHandle(dossier, actor) : null,
    ),
  propose_refusal: onMine,
  extend: ({ clock, rules: law, dossier }) =>
    unless(
      clock.state === 'running' &&
        clock.dueAt !== null &&
        clock.extensions < law.extension.most &&
        !clock.isLate &&
        dossier.code !== null,
    ),
  assign: ({ dossier }) => unless(dossier.state === 'processing' || dossier.state === 'awaiting_signature'),
  stop: ({ dossier }, actor) => firstObjection(objectionToMove(dossier, 'stopped'), objectionToHandle(dossier, actor)),
}

function toSign(dossier: Dossier, actor: Actor): Key | null {
  if (dossier.state !== 'awaiting_signature') return no
  return firstObjection(dossier.holderId === null ? null : objectionToHandle(dossier, actor), askedBack(dossier))
}

export const offered = (standing: Standing, actor: Actor): ActName[] =>
  actNames.filter((name) => may(actor, acts[name].needs) && rules[name](standing, actor) === null)
