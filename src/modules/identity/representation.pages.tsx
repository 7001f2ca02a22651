/** For whom a citizen acts: chosen, declared, answered, delegated, ended. */
import { refuse } from '#kernel/problem.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
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
import { objectionToDelegate } from './representation.ts'
import { listActedFor, listActors, listBetween } from './representation.store.ts'
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
  return (
    <ActingPage
      person={person}
      party={party}
      actedFor={await listActedFor(db, personId)}
      actors={await listActors(db, partyId)}
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

const again = async (c: WebContext, back: Returned, which: keyof ActingBacks): Promise<Answer> => ({
  status: back.status,
  page: await actingPage(c, { [which]: back }),
})

async function answerDeclaration(c: WebContext): Promise<Answer> {
  const sent = await submit(c, declareRepresentation)
  return sent.ok ? go(c, path, 'identity.acting.declared') : again(c, sent, 'declare')
}

async function answerDelegation(c: WebContext): Promise<Answer> {
  const sent = await submit(c, delegate)
  return sent.ok ? go(c, path, 'identity.acting.delegated') : again(c, sent, 'delegate')
}

async function answerAnswer(c: WebContext): Promise<Answer> {
  const sent = await submit(c, answerRepresentation, { id: c.req.param('representation') })
  return sent.ok ? go(c, path, 'identity.acting.answered') : again(c, sent, 'list')
}

async function answerEnd(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endRepresentation, { id: c.req.param('representation') })
  return sent.ok ? go(c, path, 'identity.acting.ended') : again(c, sent, 'list')
}

export const representationPages = [
  get(path, 'citizen', show),
  post(path, 'citizen', answerChoice),
  post(`${path}/khai`, 'citizen', answerDeclaration),
  post(`${path}/uy-quyen`, 'citizen', answerDelegation),
  post(`${path}/:representation/tra-loi`, 'citizen', answerAnswer),
  post(`${path}/:representation/cham-dut`, 'citizen', answerEnd),
]
