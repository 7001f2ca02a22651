/** Before the signer and after: approved, sent back, refused in writing, given out as a result, handed to its owner. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { inWords } from '#fields/words.ts'
import { inLocale, t } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { asAnswers } from '#modules/filing/public.ts'
import { claimUploads } from '#modules/uploads/public.ts'
import { change, type Changed, refuseIf } from './act.store.ts'
import type { Docket } from './docket.store.ts'
import { codeRuleOn, resultCode } from './dossier-code.ts'
import { askedBack, firstObjection, Grounds, objectionToHandle, objectionToMove, objectionToWork } from './dossier.ts'
import { citing, isReason } from './grounds.ts'
import { colleague, readyToIssue, To } from './handling.commands.ts'
import { about, hold, holdMine, Note, One, Reason } from './hold.commands.ts'
import { returnStep, sentBackTo, stepsToOpen, undoneBy } from './process.ts'
import { countResults, insertResult } from './result.store.ts'

/** The grounds of a refusal are put before the signer; nothing is refused by whoever appraised it alone. */
export const proposeRefusal = command({
  name: 'dossiers.decision.propose_refusal',
  needs: 'dossiers.handle',
  input: z.object({ ...One, ...Grounds.shape, to: To }),
  rule: citing('refuse'),
  run: async (ctx, { reason, text, basis, to, ...one }): Promise<Changed> => {
    const docket = await holdMine(ctx, one)
    const { dossier, steps } = docket
    if (!isReason('refuse', reason)) refuseField('reason', 'input.not_offered')
    refuseIf(firstObjection(objectionToWork(dossier), askedBack(dossier)))
    const signer = await colleague(ctx, docket, to, 'dossiers.sign')
    return change(ctx, docket, {
      action: 'propose_refusal',
      to: 'awaiting_signature',
      set: { holderId: signer?.accountId ?? null, refusal: { reason, text, basis } },
      closes: [{ rows: steps.filter(({ closedAt }) => closedAt === null), outcome: 'sent_back' }],
      toAccount: signer?.accountId ?? null,
      toName: signer?.name ?? null,
      note: text,
      detail: { reason, basis },
    })
  },
  about,
  detail: (_, { reason }) => ({ reason }),
})

async function holdToSign(ctx: Ctx, one: { id: string; revision?: number | undefined }): Promise<Docket> {
  const docket = await hold(ctx, one, 'competent')
  const { dossier } = docket
  if (dossier.state !== 'awaiting_signature')
    refuseIf(objectionToMove(dossier, 'awaiting_signature') ?? 'dossiers.decision.not_before_signer')
  if (dossier.holderId !== null) refuseIf(objectionToHandle(dossier, ctx.actor))
  refuseIf(askedBack(dossier))
  return docket
}

const openOf = ({ steps }: Docket) => steps.filter(({ closedAt }) => closedAt === null)

/** What was proposed holds: the work goes on to its result, or the refusal goes out as one. */
export const approveDossier = command({
  name: 'dossiers.decision.approve',
  needs: 'dossiers.sign',
  input: z.object({ ...One, note: Note }),
  rule: citing('process'),
  run: async (ctx, { note, ...one }): Promise<Changed> => {
    const docket = await holdToSign(ctx, one)
    if (docket.dossier.refusal) return issueRefusal(ctx, docket, note)
    const rows = openOf(docket).filter(({ kind }) => kind === 'approve')
    const codes = new Set(rows.map(({ code }) => code))
    const taken = docket.taken.map((one) => (codes.has(one.code) ? { ...one, isOpen: false } : one))
    const opens = stepsToOpen(docket.process, taken)
    const isNext = opens.some(({ kind }) => kind === 'approve')
    return change(ctx, docket, {
      action: 'approve',
      to: isNext ? 'awaiting_signature' : 'processing',
      set: { holderId: isNext ? null : lastHandler(docket) },
      closes: [{ rows, outcome: 'done' }],
      opens,
      note,
    })
  },
  about,
})

/** Back to whoever worked on it last. */
const lastHandler = ({ steps }: Docket): string | null =>
  steps.findLast(({ kind, holderId }) => kind === 'process' && holderId !== null)?.holderId ?? null

/** By the rule of the day on which the result is issued (NĐ 45/2020 art. 14.3). */
const codeOfResult = (ctx: Ctx, { dossier }: Docket, n: number): string =>
  resultCode(dossier.code ?? '', n, codeRuleOn(dayOf(ctx.now)))

async function issueRefusal(ctx: Ctx, docket: Docket, note: string | null): Promise<Changed> {
  const { dossier, steps, process, taken } = docket
  const { refusal, code } = dossier
  if (!refusal || !code) return refuse('conflict', 'dossiers.decision.not_before_signer')
  const end = process.find((step) => process.some(({ onRefusal }) => onRefusal === step.code) && step.kind === 'return')
  const n = (await countResults(ctx.db, dossier.id)) + 1
  const result = codeOfResult(ctx, docket, n)
  await insertResult(ctx, dossier.id, {
    n,
    code: result,
    kind: 'refusal',
    resultType: null,
    title: inLocale('vi', () => t('dossiers.decision.refusal_title')),
    entry: refusal.text,
    electronic: true,
    file: null,
  })
  const step = end ?? returnStep(process, taken)
  return change(ctx, docket, {
    action: 'refuse',
    to: 'finished',
    set: { finishedAt: ctx.now, holderId: null, delivery: 'ready' },
    clock: [{ kind: 'refused' }],
    closes: [{ rows: steps.filter(({ closedAt }) => closedAt === null), outcome: 'done' }],
    opens: step ? [step] : [],
    note,
    detail: { reason: refusal.reason, basis: refusal.basis, result },
    params: { text: refusal.text, result },
  })
}

/** With its reason, to where the process says; what came after counts no more and is done again. */
export const sendBack = command({
  name: 'dossiers.decision.send_back',
  needs: 'dossiers.sign',
  input: z.object({ ...One, reason: Reason.min(5) }),
  rule: citing('process'),
  run: async (ctx, { reason, ...one }): Promise<Changed> => {
    const docket = await holdToSign(ctx, one)
    const { process, steps } = docket
    const open = openOf(docket)
    const from = process.find(({ code }) => open.some((row) => row.code === code))
    const to = sentBackTo(process, from)
    const undone = to ? undoneBy(process, to.code) : new Set<string>()
    const again = steps.filter(({ code, closedAt }) => closedAt !== null && undone.has(code))
    const holderId = lastHandler(docket)
    return change(ctx, docket, {
      action: 'send_back',
      to: 'processing',
      set: { holderId, refusal: null },
      closes: [
        { rows: open, outcome: 'sent_back' },
        { rows: again, outcome: 'superseded' },
      ],
      opens: to ? [to] : [],
      stepHolder: holderId,
      note: reason,
      detail: { to: to?.code ?? null, undone: [...undone] },
    })
  },
  about,
})

const Issue = z.object({
  ...One,
  kind: z.enum(['document', 'register']),
  /** Of the service (`KQ.G15.000031`); its first when there is but one. */
  resultType: z.string().max(60).default(''),
  title: z.string().trim().max(300).default(''),
  /** What was entered, and where: of a register; the number of a document on paper. */
  entry: z.string().trim().max(2000).default(''),
  file: z.union([z.uuid(), z.literal('')]).default(''),
})

async function fileOf(ctx: Ctx, id: string, { dossier }: Docket) {
  if (id === '') return null
  const owners = [{ kind: 'account' as const, id: ctx.actor.accountId ?? '' }]
  const found = asAnswers(await claimUploads(ctx, [id], owners, about(dossier))).get(id)
  return found ?? refuseField('file', 'uploads.upload.missing')
}

/** The result has its code and goes into the hands of the desk (NĐ 45/2020 art. 14.3). */
export const issueResult = command({
  name: 'dossiers.decision.issue',
  needs: 'dossiers.handle',
  input: Issue,
  rule: citing('issue'),
  run: async (ctx, { kind, resultType, title, entry, file: uploadId, ...one }): Promise<Changed> => {
    const docket = await holdMine(ctx, one)
    const { dossier, service, process, taken } = docket
    refuseIf(firstObjection(objectionToWork(dossier), askedBack(dossier)))
    if (!readyToIssue(docket)) refuse('conflict', 'dossiers.decision.steps_left')
    const file = await fileOf(ctx, uploadId, docket)
    if (kind === 'register' && entry === '') refuseField('entry', 'input.needed')
    if (kind === 'document' && !file && entry === '') refuseField('file', 'dossiers.decision.file_or_number')
    const type = service.results.find(({ code }) => code === resultType) ?? service.results[0]
    const n = (await countResults(ctx.db, dossier.id)) + 1
    const code = codeOfResult(ctx, docket, n)
    await insertResult(ctx, dossier.id, {
      n,
      code,
      kind,
      resultType: type?.code ?? null,
      title: title || (type ? inLocale('vi', () => inWords(type.name)) : dossier.title),
      entry: entry || null,
      electronic: file !== null || kind === 'register',
      file,
    })
    const end = returnStep(process, taken)
    return change(ctx, docket, {
      action: 'issue',
      to: 'finished',
      set: { finishedAt: ctx.now, holderId: null, delivery: 'ready' },
      clock: [{ kind: 'finished' }],
      opens: end ? [end] : [],
      detail: { result: code, kind, electronic: file !== null },
      params: { result: code },
    })
  },
  about,
  detail: (_, { kind }) => ({ kind }),
})

export const returnResult = command({
  name: 'dossiers.decision.return',
  needs: 'dossiers.receive',
  input: z.object({
    ...One,
    how: z.enum(['electronic', 'counter', 'post']),
    to: z.string().trim().max(200).default(''),
    note: Note,
  }),
  rule: citing('return'),
  run: async (ctx, { how, to, note, ...one }): Promise<Changed> => {
    const docket = await hold(ctx, one, 'receiving')
    refuseIf(objectionToMove(docket.dossier, 'returned'))
    if (how === 'counter' && to === '') refuseField('to', 'input.needed')
    return change(ctx, docket, {
      action: 'return',
      to: 'returned',
      set: { returnedAt: ctx.now, returnedHow: how, delivery: how === 'post' ? 'sent' : 'delivered' },
      closes: [{ rows: openOf(docket), outcome: 'done' }],
      note,
      detail: { how, to },
    })
  },
  about,
  detail: (_, { how }) => ({ how }),
})
