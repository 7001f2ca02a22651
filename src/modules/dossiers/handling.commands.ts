/** Handing over, taking, giving to somebody, and the steps of the inner process. */
import { z } from 'zod'
import { reaches } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Problem, refuse, refuseField } from '#kernel/problem.ts'
import { inWords } from '#fields/words.ts'
import { inLocale } from '#kernel/text.ts'
import { change, type Changed, refuseIf, tellChanged } from './act.store.ts'
import { findColleague, type Colleague } from './colleague.store.ts'
import type { Docket } from './docket.store.ts'
import { isElsewhere } from './docket.store.ts'
import {
  askedBack,
  firstObjection,
  objectionToHandOver,
  objectionToMove,
  objectionToTake,
  objectionToWork,
} from './dossier.ts'
import { citing } from './grounds.ts'
import { about, hold, holdMine, Note, One, Reason } from './hold.commands.ts'
import { isReadyToIssue, stepsToOpen, type Taken } from './process.ts'
import type { StepOutcome, StepRow } from './step.store.ts'

const To = z.union([z.uuid(), z.literal('')]).default('')

/** Somebody of the unit whose post lets them. */
async function colleague(ctx: Ctx, docket: Docket, to: string, permission: string): Promise<Colleague | null> {
  if (to === '') return null
  const found = await findColleague(ctx, docket.dossier.competentId, to, permission)
  return found ?? refuseField('to', 'dossiers.handling.not_a_colleague')
}

async function handOverOne(ctx: Ctx, id: string, to: string): Promise<Changed> {
  const docket = await hold(ctx, { id }, 'receiving')
  refuseIf(objectionToHandOver(docket.dossier))
  const holder = await colleague(ctx, docket, to, 'dossiers.handle')
  const isAway = isElsewhere(docket.dossier)
  return change(ctx, docket, {
    action: 'hand_over',
    to: 'processing',
    set: { holderId: holder?.accountId ?? null },
    opens: isAway ? [] : stepsToOpen(docket.process, docket.taken),
    stepHolder: holder?.accountId ?? null,
    toAccount: holder?.accountId ?? null,
    toName: holder?.name ?? null,
    detail: { by: docket.dossier.handOverBy?.toISOString() ?? null },
    oneOfMany: true,
  })
}

const Ids = z.preprocess(
  (sent) => (typeof sent === 'string' ? [sent] : (sent ?? [])),
  z.array(z.string().max(60)).min(1).max(200),
)

/** All of them, or none: each is a line of form 06 of its dossier. Held in the order of their ids, so that nobody waits for another. */
export const handOver = command({
  name: 'dossiers.dossier.hand_over',
  needs: 'dossiers.receive',
  input: z.object({ ids: Ids, to: To }),
  rule: citing('hand_over'),
  run: async (ctx, { ids, to }) => {
    const done: Changed[] = []
    for (const id of [...new Set(ids)].toSorted()) done.push(await handOverOne(ctx, id, to))
    await tellChanged(
      ctx,
      done.map(({ id }) => id),
    )
    return { ids: done.map(({ id }) => id) }
  },
  about: ({ ids }) => (ids.length === 1 && ids[0] ? about({ id: ids[0] }) : 'dossiers.hand_over'),
})

/** Received elsewhere: it has come to the unit that decides, and there its time begins (NĐ 309/2026 art. 8.3). */
export const reachCompetent = command({
  name: 'dossiers.dossier.reach',
  needs: 'dossiers.handle',
  input: z.object({ ...One }),
  rule: citing('receive'),
  run: async (ctx, one): Promise<Changed> => {
    const docket = await hold(ctx, one, 'competent')
    const { dossier, history } = docket
    if (!isElsewhere(dossier) || history.some(({ kind }) => kind === 'reached_competent'))
      refuse('conflict', 'dossiers.handling.reached_already')
    refuseIf(objectionToWork(dossier))
    return change(ctx, docket, {
      action: 'reach',
      to: 'processing',
      clock: [{ kind: 'reached_competent' }],
      opens: stepsToOpen(docket.process, docket.taken),
      stepHolder: dossier.holderId,
    })
  },
  about,
})

export const takeDossier = command({
  name: 'dossiers.dossier.take',
  needs: 'dossiers.read',
  input: z.object({ ...One }),
  rule: citing('process'),
  run: async (ctx, one): Promise<Changed> => {
    const docket = await hold(ctx, one, 'competent')
    const { dossier } = docket
    const needed = dossier.state === 'awaiting_signature' ? 'dossiers.sign' : 'dossiers.handle'
    if (!ctx.actor.permissions.has(needed)) refuse('forbidden', 'kernel.not_permitted')
    refuseIf(objectionToTake(dossier))
    return change(ctx, docket, {
      action: 'take',
      to: dossier.state,
      set: { holderId: ctx.actor.accountId },
      toAccount: ctx.actor.accountId,
      toName: ctx.actor.name,
    })
  },
  about,
})

/** Given to somebody, or back to the pool of the unit; also while its holder is away. */
export const assignDossier = command({
  name: 'dossiers.dossier.assign',
  needs: 'dossiers.supervise',
  input: z.object({ ...One, to: To, note: Note }),
  rule: citing('process'),
  run: async (ctx, { to, note, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'competent')
    const { state } = docket.dossier
    refuseIf(objectionToMove(docket.dossier, 'withdrawn'))
    if (!(await reaches(ctx, docket.dossier.competentId))) refuse('forbidden', 'kernel.outside_your_unit')
    const permission = state === 'awaiting_signature' ? 'dossiers.sign' : 'dossiers.handle'
    const holder = await colleague(ctx, docket, to, permission)
    return change(ctx, docket, {
      action: 'assign',
      to: state,
      set: { holderId: holder?.accountId ?? null },
      toAccount: holder?.accountId ?? null,
      toName: holder?.name ?? null,
      note,
      params: { to: holder?.name ?? '' },
    })
  },
  about,
})

const openStep = ({ steps }: Docket, code: string): StepRow =>
  steps.find((one) => one.code === code && one.closedAt === null) ??
  refuse('conflict', 'dossiers.handling.step_not_open')

const without = ({ taken }: Docket, row: StepRow): Taken[] =>
  taken.map((one) => (one.code === row.code && one.isOpen ? { ...one, isOpen: false } : one))

const titleOfStep = ({ process }: Docket, code: string): string => {
  const step = process.find((one) => one.code === code)
  return step ? inLocale('vi', () => inWords(step.title)) : code
}

type Closing = { row: StepRow; outcome: StepOutcome; action: 'finish_step' | 'record_answer' | 'record_silence' }

/** A step is done; what its end opens is opened, and before the signer it goes with the last one. */
function closeStep(
  ctx: Ctx,
  docket: Docket,
  { row, outcome, action }: Closing,
  more: { note: string | null; to: Colleague | null },
) {
  const opens = stepsToOpen(docket.process, without(docket, row))
  const isForSigner = opens.some(({ kind }) => kind === 'approve')
  const { dossier } = docket
  const signer = more.to?.accountId ?? null
  return change(ctx, docket, {
    action: isForSigner ? 'put_before_signer' : action,
    to: isForSigner ? 'awaiting_signature' : dossier.state,
    ...(isForSigner && { set: { holderId: signer } }),
    closes: [{ rows: [row], outcome }],
    opens,
    stepHolder: isForSigner ? signer : dossier.holderId,
    step: row.code,
    toAccount: isForSigner ? signer : null,
    toName: isForSigner ? (more.to?.name ?? null) : null,
    note: more.note,
    detail: { outcome, opened: opens.map(({ code }) => code), agency: row.agency },
    params: { step: titleOfStep(docket, row.code), agency: row.agency ?? '', text: '' },
  })
}

export const finishStep = command({
  name: 'dossiers.step.finish',
  needs: 'dossiers.handle',
  input: z.object({ ...One, step: z.string().max(60), note: Note, to: To }),
  rule: citing('process'),
  run: async (ctx, { step, note, to, ...one }): Promise<Changed> => {
    const docket = await holdMine(ctx, one)
    refuseIf(firstObjection(objectionToWork(docket.dossier), askedBack(docket.dossier)))
    const row = openStep(docket, step)
    if (row.agency !== null) refuse('conflict', 'dossiers.handling.agency_answers')
    if (row.kind === 'approve') refuse('conflict', 'dossiers.handling.signer_decides')
    const signer = await colleague(ctx, docket, to, 'dossiers.sign')
    return closeStep(ctx, docket, { row, outcome: 'done', action: 'finish_step' }, { note, to: signer })
  },
  about,
  detail: (_, { step }) => ({ step }),
})

async function agencyStep(ctx: Ctx, one: { id: string; step: string; revision?: number | undefined }) {
  const docket = await holdMine(ctx, one)
  refuseIf(firstObjection(objectionToWork(docket.dossier), askedBack(docket.dossier)))
  const row = openStep(docket, one.step)
  return row.agency === null ? refuse('conflict', 'dossiers.handling.no_agency') : { docket, row }
}

/** What an agency that was asked has said; its own deadline runs beside that of the dossier (NĐ 61/2018 art. 19). */
export const recordAnswer = command({
  name: 'dossiers.step.record_answer',
  needs: 'dossiers.handle',
  input: z.object({ ...One, step: z.string().max(60), answer: Reason, to: To }),
  rule: citing('consult'),
  run: async (ctx, { answer, to, ...one }): Promise<Changed> => {
    const { docket, row } = await agencyStep(ctx, one)
    const signer = await colleague(ctx, docket, to, 'dossiers.sign')
    return closeStep(ctx, docket, { row, outcome: 'answered', action: 'record_answer' }, { note: answer, to: signer })
  },
  about,
  detail: (_, { step }) => ({ step }),
})

/** It has said nothing in its time: that is written down, and work goes on. */
export const recordSilence = command({
  name: 'dossiers.step.record_silence',
  needs: 'dossiers.handle',
  input: z.object({ ...One, step: z.string().max(60), note: Note, to: To }),
  rule: citing('consult'),
  run: async (ctx, { note, to, ...one }): Promise<Changed> => {
    const { docket, row } = await agencyStep(ctx, one)
    if (ctx.now <= row.dueAt) throw new Problem('conflict', 'dossiers.handling.agency_has_time')
    const signer = await colleague(ctx, docket, to, 'dossiers.sign')
    return closeStep(ctx, docket, { row, outcome: 'silent', action: 'record_silence' }, { note, to: signer })
  },
  about,
  detail: (_, { step }) => ({ step }),
})

export { colleague, To }
export const readyToIssue = ({ process, taken }: Docket): boolean => isReadyToIssue(process, taken)
