/** What ends a dossier otherwise, holds it up or gives it more time: payment, extension, stop, withdrawal. */
import { objectionToExtend } from '#modules/clock/public.ts'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { DayInput } from '#kernel/day-input.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { endOfWorkOn } from '#kernel/calendar.ts'
import { dayOf } from '#kernel/time.ts'
import { dayText, momentText } from '#ui/figures.ts'
import { change, type Change, type Changed, refuseIf } from './act.store.ts'
import type { Docket } from './docket.store.ts'
import {
  askedBack,
  financeWhenEnded,
  firstObjection,
  objectionToAskWithdrawal,
  objectionToHandle,
  objectionToMove,
  type Resume,
  type Withdrawal,
} from './dossier.ts'
import { citing, isReason } from './grounds.ts'
import { about, hold, holdMine, holdOwn, Note, One, Reason, Text } from './hold.commands.ts'
import { objectionToDueOn } from './supplement.ts'

const openOf = ({ steps }: Docket) => steps.filter(({ closedAt }) => closedAt === null)

export const askPayment = command({
  name: 'dossiers.payment.ask',
  needs: 'dossiers.ask',
  input: z.object({ ...One, dueOn: DayInput, note: Note }),
  rule: citing('payment'),
  run: async (ctx, { dueOn, note, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one)
    const { dossier } = docket
    refuseIf(firstObjection(objectionToMove(dossier, 'awaiting_payment'), askedBack(dossier)))
    if (dossier.state === 'processing') refuseIf(objectionToHandle(dossier, ctx.actor))
    if (dossier.finance !== 'due') refuse('conflict', 'dossiers.payment.nothing_due')
    if (objectionToDueOn(dueOn, dayOf(ctx.now))) refuseField('dueOn', 'dossiers.supplement.due_is_past')
    return change(ctx, docket, {
      action: 'ask_payment',
      to: 'awaiting_payment',
      set: { resume: dossier.state as Resume, awaitedUntil: dueOn },
      clock: [{ kind: 'payment_asked' }],
      note,
      params: { until: dayText(dueOn), text: note ?? '' },
    })
  },
  about,
})

/** It has been paid: where the time stood still, it runs again. */
export const notePayment = command({
  name: 'dossiers.payment.note',
  needs: 'dossiers.receive',
  input: z.object({ ...One, note: Reason.min(3) }),
  rule: citing('payment'),
  run: async (ctx, { note, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'receiving')
    const { state, finance, resume } = docket.dossier
    if (finance !== 'due') refuse('conflict', 'dossiers.payment.nothing_due')
    const waited = state === 'awaiting_payment'
    return change(ctx, docket, {
      action: 'note_payment',
      to: waited ? (resume ?? 'processing') : state,
      set: { finance: 'paid', ...(waited && { resume: null, awaitedUntil: null }) },
      clock: waited ? [{ kind: 'paid' }] : [],
      note,
    })
  },
  about,
})

export const noteRefund = command({
  name: 'dossiers.payment.note_refund',
  needs: 'dossiers.receive',
  input: z.object({ ...One, note: Reason.min(3) }),
  rule: citing('withdraw'),
  run: async (ctx, { note, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'receiving')
    if (docket.dossier.finance !== 'refund_due') refuse('conflict', 'dossiers.payment.nothing_to_refund')
    const { state } = docket.dossier
    return change(ctx, docket, { action: 'note_refund', to: state, set: { finance: 'refunded' }, note })
  },
  about,
})

/** Once, with an apology that says why, at least a day before it would be late (NĐ 61/2018 art. 19). */
export const extendDossier = command({
  name: 'dossiers.dossier.extend',
  needs: 'dossiers.supervise',
  input: z.object({ ...One, dueOn: DayInput, apology: Text }),
  rule: citing('extend'),
  run: async (ctx, { dueOn, apology, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'competent')
    const { clock, rules, calendar, dossier } = docket
    refuseIf(objectionToMove(dossier, dossier.state === 'received' ? 'received' : 'processing'))
    const newDue = endOfWorkOn(dueOn, calendar)
    if (!newDue) return refuseField('dueOn', 'dossiers.extension.day_off')
    const objection = objectionToExtend({ clock, rules, newDue, now: ctx.now })
    if (objection) return refuse('conflict', objection)
    return change(ctx, docket, {
      action: 'extend',
      to: dossier.state,
      clock: [{ kind: 'extended', newDue }],
      note: apology,
      detail: { from: clock.dueAt?.toISOString() ?? null, to: newDue.toISOString() },
      params: { text: apology, due: momentText(newDue) },
    })
  },
  about,
  detail: (_, { dueOn }) => ({ dueOn }),
})

export const stopDossier = command({
  name: 'dossiers.dossier.stop',
  needs: 'dossiers.handle',
  input: z.object({ ...One, reason: z.string().min(1).max(60), text: Text, basis: z.string().trim().min(3).max(400) }),
  rule: citing('stop'),
  run: async (ctx, { reason, text, basis, ...one }): Promise<Changed> => {
    const docket = await holdMine(ctx, one)
    const { dossier } = docket
    if (!isReason('stop', reason)) refuseField('reason', 'input.not_offered')
    refuseIf(objectionToMove(dossier, 'stopped'))
    return change(ctx, docket, {
      ...endedAs(docket),
      action: 'stop',
      to: 'stopped',
      set: { ...endedAs(docket).set, refusal: { reason, text, basis } },
      clock: [{ kind: 'stopped' }],
      note: text,
      detail: { reason, basis, finance: financeWhenEnded(dossier.finance) },
      params: { text },
    })
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})

/** Nothing is worked on any more, nothing is waited for, and money that was paid goes back. */
const endedAs = (docket: Docket) => ({
  set: { resume: null, awaitedUntil: null, holderId: null, finance: financeWhenEnded(docket.dossier.finance) },
  closes: [{ rows: openOf(docket), outcome: 'ended' as const }],
})

function withdrawn(docket: Docket, withdrawal: Withdrawal, note: string | null): Change {
  const { set, closes } = endedAs(docket)
  return {
    action: 'withdraw',
    to: 'withdrawn',
    set: { ...set, withdrawal },
    clock: [{ kind: 'withdrawn' }],
    closes,
    note,
    detail: { finance: set.finance },
  }
}

/** Asked by its owner. Before reception it is theirs at once; afterwards the agency decides, because work was done. */
export const askWithdrawal = command({
  name: 'dossiers.withdrawal.ask',
  needs: 'citizen',
  input: z.object({ id: One.id, because: Note }),
  rule: citing('withdraw'),
  run: async (ctx, { id, because }): Promise<Changed> => {
    const docket = await holdOwn(ctx, id)
    const { dossier } = docket
    refuseIf(objectionToAskWithdrawal(dossier))
    const asked = { because, askedAt: ctx.now.toISOString(), text: null }
    if (dossier.receivedAt === null)
      return change(ctx, docket, withdrawn(docket, { ...asked, decision: 'granted' }, because))
    return change(ctx, docket, {
      action: 'ask_withdrawal',
      to: dossier.state,
      set: { withdrawal: { ...asked, decision: 'asked' } },
      note: because,
      params: { text: because ?? '' },
    })
  },
  about,
})

export const decideWithdrawal = command({
  name: 'dossiers.withdrawal.decide',
  needs: 'dossiers.handle',
  input: z.object({ ...One, grant: z.enum(['yes', 'no']), text: Note }),
  rule: citing('withdraw'),
  run: async (ctx, { grant, text, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'competent')
    const { dossier } = docket
    const { withdrawal } = dossier
    if (withdrawal?.decision !== 'asked') return refuse('conflict', 'dossiers.withdrawal.not_asked')
    if (grant === 'yes')
      return change(ctx, docket, withdrawn(docket, { ...withdrawal, decision: 'granted', text }, text))
    if (!text) return refuseField('text', 'input.needed')
    return change(ctx, docket, {
      action: 'decline_withdrawal',
      to: dossier.state,
      set: { withdrawal: { ...withdrawal, decision: 'declined', text } },
      note: text,
      params: { text },
    })
  },
  about,
  detail: (_, { grant }) => ({ grant }),
})
