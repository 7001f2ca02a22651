/** Before a dossier: what it takes, which case it is, where it goes (§10.2, §10.7). */
import { may } from '#kernel/access.ts'
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { readForm, type Returned, returned } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { askerFrom, knownBrowser } from './browser.pages.ts'
import { redirectDraft, startDraft } from './draft.commands.ts'
import { findDraft, letInto } from './draft.store.ts'
import { receiversOf } from './receiver.ts'
import { unitsToday } from './receiver.store.ts'
import { findOpenService, getOpenService } from './service.store.ts'
import { NotOfferedPage, RedirectPage, StartPage } from './start.views.tsx'

const codeOf = (c: WebContext) => c.req.param('code') ?? ''
const startPath = (c: WebContext) => `/nop-ho-so/${encodeURIComponent(codeOf(c))}`

async function startPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const open = await findOpenService(ctx, codeOf(c))
  if (!open) return { status: 404, page: <NotOfferedPage code={codeOf(c)} /> }
  const isOnline = open.service.channels.includes('online')
  const units = isOnline ? await unitsToday(ctx) : []
  const page = (
    <StartPage
      service={open.service}
      receivers={receiversOf(open.service, units)}
      action={startPath(c)}
      isOnline={isOnline}
      mayStart={ctx.actor.accountId === null}
      mayHelp={may(ctx.actor, 'filing.assist')}
      isSignedIn={ctx.actor.citizen !== null}
      chosenCase={c.req.query('truong-hop') ?? null}
      idempotencyKey={newId(ctx.now)}
      back={back}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerStart(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const { _key: key, ...fields } = raw
  const { citizen, accountId } = c.var.ctx.actor
  const tokenHash = citizen || accountId ? null : knownBrowser(c)
  try {
    const ctx = { ...c.var.ctx, key: typeof key === 'string' && key ? key : undefined }
    const { id } = await perform(ctx, startDraft, { ...fields, channel: 'online', procedure: codeOf(c), tokenHash })
    return c.redirect(`/to-khai/${id}`, 303)
  } catch (fault) {
    return startPage(c, returned(typed, fault))
  }
}

async function redirectPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const draft = letInto(await findDraft(ctx.db, c.req.param('id') ?? ''), askerFrom(c))
  const { service } = await getOpenService(ctx, draft.procedureCode)
  const receivers = receiversOf(service, await unitsToday(ctx))
  const page = <RedirectPage {...{ draft, service, receivers, back }} />
  return back ? { status: back.status, page } : page
}

async function answerRedirect(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const id = c.req.param('id') ?? ''
  try {
    await perform(c.var.ctx, redirectDraft, { ...raw, id, tokenHash: askerFrom(c).tokenHash })
    return go(c, `/to-khai/${id}`, 'filing.start.redirected')
  } catch (fault) {
    return redirectPage(c, returned(typed, fault))
  }
}

export const startPages: readonly Route[] = [
  get('/nop-ho-so/:code', 'public', (c) => startPage(c)),
  post('/nop-ho-so/:code', 'public', answerStart),
  get('/to-khai/:id/noi-nhan', 'public', (c) => redirectPage(c)),
  post('/to-khai/:id/noi-nhan', 'public', answerRedirect),
]
