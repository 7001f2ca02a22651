/** Helping somebody at the desk: their consent first, and their declarations with the papers in hand. */
import { z } from 'zod'
import { refuse } from '#kernel/problem.ts'
import { readForm, submit, type Returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { giveUsedUpload } from '#modules/uploads/public.ts'
import { recordAccess } from './access.store.ts'
import { AssistPage, CodePage, DeclarationsPage } from './assist.views.tsx'
import { askConsent, giveConsentByCode } from './consent-code.commands.ts'
import { findConsentCode } from './consent-code.store.ts'
import { endConsent, recordConsent } from './consent.commands.ts'
import { wordsOn } from './consent.ts'
import { listConsentsTo } from './consent.store.ts'
import { isOpen } from './one-time-code.ts'
import { decideRepresentation } from './representation.commands.ts'
import { papersOf } from './representation-paper.store.ts'
import { aboutRepresentation } from './representation.ts'
import { findRepresentation, listDeclaredBy } from './representation.store.ts'

const path = '/ho-tro-nguoi-dan'

async function assistPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const rows = await listConsentsTo(ctx.db, ctx.actor.accountId ?? '')
  return <AssistPage rows={rows} words={wordsOn(today)} today={today} back={back} />
}

const show = (c: WebContext): Promise<Answer> => assistPage(c)

async function answerConsent(c: WebContext): Promise<Answer> {
  const { typed } = await readForm(c)
  if (typed['way'] === 'code') return answerAsk(c)
  const sent = await submit(c, recordConsent)
  return sent.ok ? go(c, path, 'identity.consent.recorded') : { status: sent.status, page: await assistPage(c, sent) }
}

async function answerAsk(c: WebContext): Promise<Answer> {
  const sent = await submit(c, askConsent)
  if (!sent.ok) return { status: sent.status, page: await assistPage(c, sent) }
  return go(c, `${path}/ma/${sent.result.askId}`)
}

async function codePage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const id = c.req.param('ask') ?? ''
  const asked = z.uuid().safeParse(id).success && (await findConsentCode(ctx.db, id, ctx.actor.accountId ?? ''))
  if (!asked) return refuse('missing', 'kernel.missing')
  const page = <CodePage asked={asked} isOpen={isOpen(asked, ctx.now)} back={back} />
  return back ? { status: back.status, page } : page
}

const wrongCode = {
  typed: {},
  key: 'kernel.check_the_form',
  problems: [{ path: 'code', key: 'identity.consent.wrong_code' }],
  params: {},
  ok: false,
  status: 422,
} as const satisfies Returned

async function answerCode(c: WebContext): Promise<Answer> {
  const sent = await submit(c, giveConsentByCode, { id: c.req.param('ask') })
  if (!sent.ok) return codePage(c, sent)
  return sent.result.consentId ? go(c, path, 'identity.consent.recorded') : codePage(c, wrongCode)
}

async function answerEnd(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endConsent, { id: c.req.param('consent') })
  return go(c, path, sent.ok ? 'identity.consent.ended' : undefined)
}

/** By the number on the card of whoever stands at the desk, and nothing to leaf through; posted, so that it stays out of addresses. */
const Asked = z.object({
  number: z
    .string()
    .trim()
    .regex(/^\d{12}$/),
})

async function answerSearch(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const sent = await readForm(c)
  const typed = typeof sent.typed['number'] === 'string' ? sent.typed['number'] : ''
  const asked = Asked.safeParse({ number: typed })
  if (!asked.success)
    return { status: 422, page: <DeclarationsPage rows={[]} papers={new Map()} number={typed} wrong /> }
  return declarationsPage(c, asked.data.number, ctx.requestId)
}

async function declarationsPage(c: WebContext, number: string, about: string): Promise<Answer> {
  const rows = await listDeclaredBy(c.var.ctx.db, number)
  for (const partyId of new Set(rows.flatMap((row) => [row.actorId, row.partyId])))
    await recordAccess(c.var.ctx, { partyId, purpose: 'confirm', what: 'representation', about })
  return <DeclarationsPage rows={rows} papers={await papersOf(c.var.ctx.db, rows)} number={number} />
}

/** A paper of a declaration that waits for an officer: each reading is written down. */
async function givePaper(c: WebContext): Promise<Response> {
  const { ctx } = c.var
  const id = c.req.param('representation') ?? ''
  const row = z.uuid().safeParse(id).success ? await findRepresentation(ctx.db, id) : undefined
  if (row?.state !== 'declared') return refuse('missing', 'kernel.missing')
  const usedBy = aboutRepresentation(row.id)
  await recordAccess(ctx, { partyId: row.actorId, purpose: 'confirm', what: 'representation', about: usedBy })
  return giveUsedUpload(c, c.req.param('upload') ?? '', 'show', { usedBy, purpose: usedBy })
}

async function answerDecision(c: WebContext): Promise<Answer> {
  const sent = await submit(c, decideRepresentation, { id: c.req.param('representation') })
  return go(c, path, sent.ok ? 'identity.assist.decided' : undefined)
}

const needs = 'identity.assist'
export const assistPages = [
  get(path, needs, show),
  post(`${path}/dong-y`, needs, answerConsent),
  get(`${path}/ma/:ask`, needs, (c) => codePage(c)),
  post(`${path}/ma/:ask`, needs, answerCode),
  post(`${path}/dong-y/:consent/thoi`, needs, answerEnd),
  post(`${path}/khai-bao`, needs, answerSearch),
  get(`${path}/khai-bao/:representation/giay-to/:upload`, needs, givePaper),
  post(`${path}/khai-bao/:representation`, needs, answerDecision),
]
