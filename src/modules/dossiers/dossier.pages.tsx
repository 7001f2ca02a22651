/** One dossier at the desk: what it holds, where it stands, and what may be done with it now. */
import { oneStopRulesOn, timeLeft } from '#modules/clock/public.ts'
import type { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import type { Json } from '#kernel/event.store.ts'
import { newId } from '#kernel/id.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { listFiles } from '#modules/filing/public.ts'
import { giveUsedUpload, readUploads } from '#modules/uploads/public.ts'
import type { Backs } from './act.views.tsx'
import { approveDossier, issueResult, proposeRefusal, returnResult, sendBack } from './decision.commands.ts'
import { DossierPage } from './dossier.views.tsx'
import { askPayment, decideWithdrawal, extendDossier, notePayment, noteRefund, stopDossier } from './ending.commands.ts'
import {
  assignDossier,
  finishStep,
  handOver,
  reachCompetent,
  recordAnswer,
  recordSilence,
  takeDossier,
} from './handling.commands.ts'
import { type ActName, acts } from './offer.ts'
import { refuseAtDesk } from './reception.commands.ts'
import { leftOf } from './row-left.ts'
import { openSeen, readShown } from './shown.store.ts'
import { takeSupplement } from './supplement.commands.ts'
import { dayOf } from '#kernel/time.ts'

const path = '/mot-cua/ho-so'
export const idOf = (c: WebContext): string => c.req.param('id') ?? ''
export const megabytesOf = (c: WebContext): number => Math.floor(c.var.intake.most / 1_000_000)

async function show(c: WebContext, back: Backs = null): Promise<Answer> {
  const { ctx } = c.var
  const docket = await openSeen(ctx, idOf(c))
  const shown = await readShown(ctx, docket)
  const { dossier, clock, calendar } = docket
  const now = { now: ctx.now, calendar }
  const left =
    dossier.receivedAt === null
      ? leftOf(dossier, { ...now, rules: oneStopRulesOn(dayOf(ctx.now)) })
      : timeLeft(clock, now)
  const page = (
    <DossierPage
      {...{ shown, left, back }}
      idempotencyKey={newId(ctx.now)}
      sent={{ items: [], megabytes: megabytesOf(c) }}
    />
  )
  return back ? { status: back.returned.status, page } : page
}

/** Names of fields that say more to people than to the command. */
const renamed: Readonly<Record<string, string>> = {
  reason_text: 'reason',
  to_whom: 'to',
  paid: 'note',
  way: 'how',
  brought: 'note',
}

const withNames = (returned: Returned, act: ActName): Returned => {
  const back = Object.entries(renamed).filter(([name]) => fieldsOf[act]?.includes(name))
  const path = (one: string) => back.find(([, real]) => real === one)?.[0] ?? one
  return { ...returned, problems: returned.problems.map((one) => ({ ...one, path: path(one.path) })) }
}

const fieldsOf: Partial<Record<ActName, readonly string[]>> = {
  send_back: ['reason_text'],
  return: ['to_whom'],
  note_payment: ['paid'],
  note_refund: ['paid'],
  take_supplement: ['way', 'brought'],
}

async function renamedFields(c: WebContext, act: ActName): Promise<Record<string, unknown>> {
  const form = await c.req.formData().catch(() => new FormData())
  return Object.fromEntries(
    (fieldsOf[act] ?? []).flatMap((name) => {
      const typed = form.get(name)
      return typeof typed === 'string' ? [[renamed[name] ?? name, typed]] : []
    }),
  )
}

type More = (c: WebContext) => object
const itself: More = (c) => ({ id: idOf(c) })

const doing =
  <In extends z.ZodType, Out extends Json>(act: ActName, cmd: Command<In, Out>, more: More = itself) =>
  async (c: WebContext): Promise<Answer> => {
    const extra = { ...(await renamedFields(c, act)), ...more(c) }
    const done = await submit(c, cmd, extra)
    return done.ok ? go(c, `${path}/${idOf(c)}`, 'dossiers.done') : show(c, { act, returned: withNames(done, act) })
  }

const at = (act: ActName): string => `${path}/:id/${acts[act].at}`

const acting = <In extends z.ZodType, Out extends Json>(act: ActName, cmd: Command<In, Out>, more?: More): Route =>
  post(at(act), acts[act].needs, doing(act, cmd, more))

/** The file comes with the form, or was sent before it. */
async function answerIssue(c: WebContext): Promise<Answer> {
  const { ids, problems, acted } = await readUploads(c, 'file')
  if (acted) return c.redirect(`${path}/${idOf(c)}`, 303)
  if (problems.length > 0) {
    const returned = { ok: false, typed: {}, problems, key: 'kernel.check_the_form', params: {}, status: 422 } as const
    return show(c, { act: 'issue', returned })
  }
  return doing('issue', issueResult, (one) => ({ id: idOf(one), file: ids.at(-1) ?? '' }))(c)
}

/** Of what was filed, of what came later, of a result: to whoever sees the dossier. */
async function giveFile(c: WebContext): Promise<Response> {
  const { application, dossier } = await openSeen(c.var.ctx, idOf(c))
  const upload = c.req.param('upload') ?? ''
  const filed = `filing.application/${application.id}`
  const own = `dossiers.dossier/${dossier.id}`
  const isFiled = await wasFiled(c, application.id, upload)
  return giveUsedUpload(c, upload, 'show', { usedBy: isFiled ? filed : own, purpose: own })
}

async function wasFiled(c: WebContext, id: string, upload: string): Promise<boolean> {
  return (await listFiles(c.var.ctx.db, id)).some(({ uploadId }) => uploadId === upload)
}

export const dossierPages: readonly Route[] = [
  get(`${path}/:id`, 'dossiers.read', (c) => show(c)),
  get(`${path}/:id/tep/:upload`, 'dossiers.read', giveFile),
  post(
    at('hand_over'),
    acts.hand_over.needs,
    doing('hand_over', handOver, (c) => ({ ids: [idOf(c)] })),
  ),
  post(at('issue'), acts.issue.needs, answerIssue),
  acting('refuse_at_desk', refuseAtDesk),
  acting('take_supplement', takeSupplement),
  acting('reach', reachCompetent),
  acting('take', takeDossier),
  acting('finish_step', finishStep),
  acting('record_answer', recordAnswer),
  acting('record_silence', recordSilence),
  acting('approve', approveDossier),
  acting('send_back', sendBack),
  acting('return', returnResult),
  acting('decide_withdrawal', decideWithdrawal),
  acting('note_payment', notePayment),
  acting('note_refund', noteRefund),
  acting('ask_payment', askPayment),
  acting('propose_refusal', proposeRefusal),
  acting('extend', extendDossier),
  acting('assign', assignDossier),
  acting('stop', stopDossier),
]
