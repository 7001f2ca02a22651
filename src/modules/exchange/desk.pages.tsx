/** The error desk: messages that are stuck, and what the two sides say differently. */
import { isId } from '#kernel/id.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { perform } from '#kernel/command.ts'
import { refuse } from '#kernel/problem.ts'
import { submit } from '#kernel/submit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import type { Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import { listAttempts } from './attempt.store.ts'
import { ExchangeDesk } from './desk.views.tsx'
import { reachOf, settleDifferenceByHand } from './difference.commands.ts'
import { DifferenceListPage, DifferencePage } from './difference.views.tsx'
import { mendMessage, readMessage, resendMessages, setMessageAside } from './message.commands.ts'
import { findMessage, listMessages, listMessagesAbout } from './message.store.ts'
import { messageStates, placeIn } from './message.ts'
import { MessagePage } from './message.views.tsx'
import { deskPath, differencePath, messagePath, mostOnPage } from './paths.ts'
import { countDifferences, findDifference, listDifferences } from './reconciliation.store.ts'
import { standingsOf } from './standing.store.ts'

const needs = 'exchange.repair'
const idOf = (c: WebContext, name: string): string => {
  const id = c.req.param(name) ?? ''
  return isId(id) ? id : refuse('missing', 'kernel.missing')
}

async function deskPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const { scope, isTop } = await reachOf(ctx)
  const standings = await standingsOf(ctx, scope)
  // What waits for somebody is seen first.
  const state =
    messageStates.find((one) => one === c.req.query('trang-thai')) ??
    messageStates.find((one) => standings.some(({ counts }) => (counts.get(one) ?? 0) > 0)) ??
    'rejected'
  const after = placeIn(c.req.query('sau'))
  const rows = await listMessages(ctx.db, { state, within: scope, limit: mostOnPage, ...(after && { after }) })
  const differences = await countDifferences(ctx.db, scope, isTop)
  return <ExchangeDesk standings={standings} differences={differences} state={state} rows={rows} back={back} />
}

const show = (c: WebContext): Promise<Answer> => deskPage(c)

async function answerResendMany(c: WebContext): Promise<Answer> {
  const sent = await submit(c, resendMessages)
  return sent.ok ? go(c, deskPath, 'exchange.resend.done') : { status: sent.status, page: await deskPage(c, sent) }
}

type Back = { form: 'mend' | 'set_aside' | 'resend'; returned: Returned }

async function messagePage(c: WebContext, back?: Back) {
  const { ctx } = c.var
  const id = idOf(c, 'message')
  const within = await scopeOf(ctx)
  const message = (await findMessage(ctx.db, id, within)) ?? refuse('missing', 'exchange.message.missing')
  await perform(ctx, readMessage, { id })
  const attempts = await listAttempts(ctx.db, id)
  const others = await listMessagesAbout(ctx.db, message.about, within)
  return <MessagePage message={message} attempts={attempts} others={others} back={back} />
}

const showMessage = (c: WebContext): Promise<Answer> => messagePage(c)

async function answerResend(c: WebContext): Promise<Answer> {
  const sent = await submit(c, resendMessages, { ids: idOf(c, 'message') })
  if (sent.ok) return go(c, messagePath(idOf(c, 'message')), 'exchange.resend.done')
  return { status: sent.status, page: await messagePage(c, { form: 'resend', returned: sent }) }
}

async function answerMend(c: WebContext): Promise<Answer> {
  const sent = await submit(c, mendMessage, { id: idOf(c, 'message') })
  if (sent.ok) return go(c, messagePath(sent.result.id), 'exchange.mend.done')
  return { status: sent.status, page: await messagePage(c, { form: 'mend', returned: sent }) }
}

async function answerSetAside(c: WebContext): Promise<Answer> {
  const sent = await submit(c, setMessageAside, { id: idOf(c, 'message') })
  if (sent.ok) return go(c, messagePath(sent.result.id), 'exchange.set_aside.done')
  return { status: sent.status, page: await messagePage(c, { form: 'set_aside', returned: sent }) }
}

async function showDifferences(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const after = c.req.query('sau') ?? ''
  const asked = { ...(await reachOf(ctx)), limit: mostOnPage, ...(isId(after) && { after }) }
  return <DifferenceListPage rows={await listDifferences(ctx.db, asked)} />
}

async function differencePage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const { scope, isTop } = await reachOf(ctx)
  const found = await findDifference(ctx.db, idOf(c, 'difference'), scope, isTop)
  return <DifferencePage difference={found ?? refuse('missing', 'exchange.difference.missing')} back={back} />
}

const showDifference = (c: WebContext): Promise<Answer> => differencePage(c)

async function answerDifference(c: WebContext): Promise<Answer> {
  const sent = await submit(c, settleDifferenceByHand, { id: idOf(c, 'difference') })
  if (sent.ok) return go(c, differencePath, 'exchange.difference.settled')
  return { status: sent.status, page: await differencePage(c, sent) }
}

export const deskPages = [
  get(deskPath, needs, show),
  post(deskPath, needs, answerResendMany),
  get(differencePath, needs, showDifferences),
  get(`${differencePath}/:difference`, needs, showDifference),
  post(`${differencePath}/:difference`, needs, answerDifference),
  get(`${deskPath}/:message`, needs, showMessage),
  post(`${deskPath}/:message/gui-lai`, needs, answerResend),
  post(`${deskPath}/:message/sua`, needs, answerMend),
  post(`${deskPath}/:message/de-rieng`, needs, answerSetAside),
]
