/** For whom a citizen acts: chosen, declared, answered, delegated, ended. */
import { isId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { readForm, submit, type Returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { findUploads, giveUsedUpload, ownerFor, ownersFor, readUploads } from '#modules/uploads/public.ts'
import { citizenOf } from './acting.ts'
import { onwardOf } from './attempt.ts'
import { findParty } from './party.store.ts'
import {
  actFor,
  answerRepresentation,
  declareRepresentation,
  delegate,
  endRepresentation,
} from './representation.commands.ts'
import { papersOf } from './representation-paper.store.ts'
import { aboutRepresentation, concerns, objectionToDelegate } from './representation.ts'
import { findRepresentation, listActedFor, listActors, listBetween } from './representation.store.ts'
import { ActingPage, type ActingBacks } from './representation.views.tsx'

const path = '/tai-khoan-cong-dan/thay-mat'

async function actingPage(c: WebContext, backs: ActingBacks = {}) {
  const { ctx } = c.var
  const { db, now } = ctx
  const { personId, partyId } = citizenOf(ctx)
  const person = (await findParty(db, personId)) ?? refuse('missing', 'kernel.missing')
  const party = (await findParty(db, partyId)) ?? refuse('missing', 'kernel.missing')
  const known = await listBetween(db, personId, partyId)
  const actor = { personId, partyId, partyKind: party.kind }
  ownerFor(c)
  const actedFor = await listActedFor(db, personId)
  const actors = await listActors(db, partyId)
  return (
    <ActingPage
      person={person}
      party={party}
      actedFor={actedFor}
      actors={actors}
      papers={await papersOf(db, [...actedFor, ...actors])}
      megabytes={Math.floor(c.var.intake.most / 1_000_000)}
      mayDelegate={objectionToDelegate(actor, known, dayOf(now)) === null}
      today={dayOf(now)}
      next={onwardOf(c.req.query('tiep'))}
      backs={backs}
    />
  )
}

const show = (c: WebContext): Promise<Answer> => actingPage(c)

async function answerChoice(c: WebContext): Promise<Answer> {
  const sent = await submit(c, actFor, { sessionHash: c.var.sessionHash })
  const next = onwardOf(sent.ok ? sent.typed['tiep'] : undefined)
  const then = next === '/' ? '/tai-khoan-cong-dan' : next
  return go(c, sent.ok ? then : path, sent.ok ? 'identity.acting.chosen' : undefined)
}

const again = async (c: WebContext, back: Returned): Promise<Answer> => ({
  status: back.status,
  page: await actingPage(c, { list: back }),
})

/** A form with papers: a button beside a file only wants the form once more. */
async function withPapers(c: WebContext, which: 'declare' | 'delegate', send: (papers: string[]) => Sending) {
  const { ids, problems, acted } = await readUploads(c, 'papers')
  const papers = [...ids]
  const { typed } = await readForm(c)
  const kept = { typed: { ...typed, papers }, papers: await findUploads(c.var.ctx.db, papers, ownersFor(c)) }
  const shown = async (back?: Returned): Promise<Answer> => ({
    status: back?.status ?? 200,
    page: await actingPage(c, { [which]: { ...kept, back: back && { ...back, typed: kept.typed } } }),
  })
  if (acted && problems.length === 0) return shown()
  if (problems.length)
    return shown({ ok: false, ...kept, problems, key: 'kernel.check_the_form', params: {}, status: 422 })
  const sent = await send(papers)
  return sent.ok
    ? go(c, path, which === 'declare' ? 'identity.acting.declared' : 'identity.acting.delegated')
    : shown(sent)
}
type Sending = Promise<{ ok: true } | Returned>

const answerDeclaration = (c: WebContext) =>
  withPapers(c, 'declare', (papers) => submit(c, declareRepresentation, { papers }))

const answerDelegation = (c: WebContext) => withPapers(c, 'delegate', (papers) => submit(c, delegate, { papers }))

/** A paper of a declaration, for either side of it. */
async function givePaper(c: WebContext): Promise<Response> {
  const { personId, partyId } = citizenOf(c.var.ctx)
  const id = c.req.param('representation') ?? ''
  const row = isId(id) ? await findRepresentation(c.var.ctx.db, id) : undefined
  if (!row || !concerns(row, [personId, partyId])) return refuse('missing', 'kernel.missing')
  const usedBy = aboutRepresentation(row.id)
  return giveUsedUpload(c, c.req.param('upload') ?? '', 'show', { usedBy, purpose: usedBy })
}

async function answerAnswer(c: WebContext): Promise<Answer> {
  const sent = await submit(c, answerRepresentation, { id: c.req.param('representation') })
  return sent.ok ? go(c, path, 'identity.acting.answered') : again(c, sent)
}

async function answerEnd(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endRepresentation, { id: c.req.param('representation') })
  return sent.ok ? go(c, path, 'identity.acting.ended') : again(c, sent)
}

export const representationPages = [
  get(path, 'citizen', show),
  post(path, 'citizen', answerChoice),
  post(`${path}/khai`, 'citizen', answerDeclaration),
  post(`${path}/uy-quyen`, 'citizen', answerDelegation),
  get(`${path}/:representation/giay-to/:upload`, 'citizen', givePaper),
  post(`${path}/:representation/tra-loi`, 'citizen', answerAnswer),
  post(`${path}/:representation/cham-dut`, 'citizen', answerEnd),
]
