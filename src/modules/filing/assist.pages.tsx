/** Helping somebody at the desk: whom one may help, what one is filling in for them, what was filed. */
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { readForm, type Returned, returned } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { isConsentInForce, listConsentsTo, recordAccess } from '#modules/identity/public.ts'
import { getApplication } from './application.commands.ts'
import { getReceiptText, listApplications, listFiles } from './application.store.ts'
import { ApplicationPage } from './application.views.tsx'
import { startAssisted } from './assist.commands.ts'
import { AssistPage, AssistStartPage } from './assist.views.tsx'
import { listDrafts } from './draft.store.ts'
import { eventsOf } from './event.store.ts'
import { findProgress } from './progress.store.ts'
import { Receipt } from './receipt.ts'
import { ReceiptPage } from './receipt.views.tsx'
import { receiversOf } from './receiver.ts'
import { unitsToday } from './receiver.store.ts'
import { getOpenService, getService, titleOf } from './service.store.ts'

const path = '/mot-cua/lam-giup'
const needs = 'filing.assist'

const consentsOf = async ({ var: { ctx } }: WebContext) =>
  (await listConsentsTo(ctx.db, ctx.actor.accountId ?? '')).filter(
    (one) => one.purpose === 'file' && isConsentInForce(one, dayOf(ctx.now)),
  )

async function show(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const accountId = ctx.actor.accountId ?? ''
  const drafts = await listDrafts(ctx.db, { actor: ctx.actor, tokenHash: null })
  const titles = new Map<string, Awaited<ReturnType<typeof titleOf>>>()
  for (const { id, procedureCode, serviceVersion } of drafts)
    titles.set(id, await titleOf(ctx.db, procedureCode, serviceVersion))
  return (
    <AssistPage
      consents={await consentsOf(c)}
      drafts={drafts}
      titles={titles}
      filed={await listApplications(ctx.db, { accountId })}
    />
  )
}

async function startPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const consent = (await consentsOf(c)).find(({ partyId }) => partyId === c.req.query('nguoi'))
  if (!consent) return refuse('conflict', 'filing.assist.no_consent')
  const { service } = await getOpenService(ctx, c.req.query('thu-tuc')?.trim() ?? '')
  const page = (
    <AssistStartPage
      consent={consent}
      service={service}
      receivers={receiversOf(service, await unitsToday(ctx))}
      ownUnit={ctx.actor.unitId}
      idempotencyKey={newId(ctx.now)}
      back={back}
    />
  )
  return back ? { status: back.status, page } : page
}

async function answerStart(c: WebContext): Promise<Answer> {
  const { typed, raw } = await readForm(c)
  const { _key: key, ...fields } = raw
  try {
    const ctx = { ...c.var.ctx, key: typeof key === 'string' && key ? key : undefined }
    const more = { party: c.req.query('nguoi'), procedure: c.req.query('thu-tuc')?.trim() }
    const { id } = await perform(ctx, startAssisted, { ...fields, ...more })
    return c.redirect(`/to-khai/${id}`, 303)
  } catch (fault) {
    return startPage(c, returned(typed, fault))
  }
}

/** Of a dossier that this member of staff filed; that they looked is written down for its owner. */
async function enter(c: WebContext) {
  const { ctx } = c.var
  const application = await getApplication(ctx, c.req.param('id') ?? '')
  const { partyId, consentId, id } = application
  await recordAccess(ctx, { partyId, purpose: 'assist', what: 'dossier', about: `filing.application/${id}`, consentId })
  return application
}

async function oneDossier(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const application = await enter(c)
  const service = await getService(ctx.db, application.procedureCode, application.serviceVersion)
  return (
    <ApplicationPage
      application={application}
      chosen={service.cases.find(({ code }) => code === application.caseCode)}
      files={await listFiles(ctx.db, application.id)}
      events={await eventsOf(ctx.db, application.id)}
      progress={await findProgress(ctx.db, application.id)}
      mayWithdraw={false}
      at={path}
    />
  )
}

async function receipt(c: WebContext): Promise<Answer> {
  const { id } = await enter(c)
  const text = await getReceiptText(c.var.ctx.db, id)
  return <ReceiptPage id={id} receipt={Receipt.parse(JSON.parse(text))} at={path} />
}

export const assistPages: readonly Route[] = [
  get(path, needs, show),
  get(`${path}/bat-dau`, needs, (c) => startPage(c)),
  post(`${path}/bat-dau`, needs, answerStart),
  get(`${path}/:id`, needs, oneDossier),
  get(`${path}/:id/bien-nhan`, needs, receipt),
]
