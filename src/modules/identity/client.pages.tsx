/** Partner systems for whoever keeps the platform: registered, given a new secret, ended. A secret is shown once. */
import { mustReach, scopeOf } from '#kernel/access.store.ts'
import { refuse } from '#kernel/problem.ts'
import { hashOf } from '#kernel/session.store.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { endClient, registerClient, renewClient } from './client.commands.ts'
import { findClient, listClients } from './client.store.ts'
import { ClientListPage, ClientPage, NewClientPage, SecretPage } from './client.views.tsx'
import { tokenPath } from './token.pages.ts'

const path = '/quan-tri/doi-tac'
const pathOf = (id: string) => `${path}/${encodeURIComponent(id)}`

async function unitsOf(c: WebContext) {
  const { ctx } = c.var
  const within = new Set(await scopeOf(ctx))
  return (await listUnits(ctx.db, dayOf(ctx.now))).filter(({ id }) => within.has(id))
}

async function showList(c: WebContext): Promise<Answer> {
  const within = new Set(await scopeOf(c.var.ctx))
  const rows = (await listClients(c.var.ctx.db)).filter(({ unitId }) => within.has(unitId))
  return <ClientListPage rows={rows} units={await unitsOf(c)} today={dayOf(c.var.ctx.now)} />
}

const newPage = async (c: WebContext, back?: Returned) => <NewClientPage units={await unitsOf(c)} back={back} />

const showNew = (c: WebContext): Promise<Answer> => newPage(c)

const secretPage = (c: WebContext, id: string, secret: string) => (
  <SecretPage id={id} secret={secret} tokenUrl={`${c.var.site.publicUrl}${tokenPath}`} />
)

/** 256 bits of chance: a hash without salt is enough, nobody tries them out. */
async function answerNew(c: WebContext): Promise<Answer> {
  const secret = newToken()
  const sent = await submit(c, registerClient, { secretHash: hashOf(secret) })
  return sent.ok ? secretPage(c, sent.result.clientId, secret) : { status: sent.status, page: await newPage(c, sent) }
}

const idOf = (c: WebContext) => c.req.param('client') ?? ''

async function clientPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const client = (await findClient(ctx.db, idOf(c))) ?? refuse('missing', 'kernel.missing')
  await mustReach(ctx, client.unitId)
  return <ClientPage client={client} units={await unitsOf(c)} today={dayOf(ctx.now)} back={back} />
}

const show = (c: WebContext): Promise<Answer> => clientPage(c)

async function answerRenew(c: WebContext): Promise<Answer> {
  const secret = newToken()
  const sent = await submit(c, renewClient, { id: idOf(c), secretHash: hashOf(secret) })
  return sent.ok ? secretPage(c, idOf(c), secret) : { status: sent.status, page: await clientPage(c, sent) }
}

async function answerEnd(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endClient, { id: idOf(c) })
  if (sent.ok) return go(c, pathOf(idOf(c)), 'identity.client.ended')
  return { status: sent.status, page: await clientPage(c, sent) }
}

const needs = 'identity.clients'
export const clientPages = [
  get(path, needs, showList),
  get(`${path}/moi`, needs, showNew),
  post(`${path}/moi`, needs, answerNew),
  get(`${path}/:client`, needs, show),
  post(`${path}/:client/khoa-moi`, needs, answerRenew),
  post(`${path}/:client/cham-dut`, needs, answerEnd),
]
