/** My dossiers, one of them, taking it back. */
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { getApplication, withdrawApplication } from './application.commands.ts'
import { objectionToWithdraw } from './application.ts'
import { listApplications, listFiles } from './application.store.ts'
import { ApplicationPage, type DraftLine, MyDossiersPage, WithdrawPage } from './application.views.tsx'
import { askerFrom } from './browser.pages.ts'
import { eraseDraft } from './draft.commands.ts'
import { listDrafts } from './draft.store.ts'
import { eventsOf } from './event.store.ts'
import { findProgress, progressOf } from './progress.store.ts'
import { getService, titleOf } from './service.store.ts'

const idOf = (c: WebContext) => c.req.param('id') ?? ''

async function myDossiers(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const { citizen } = ctx.actor
  const asker = askerFrom(c)
  const own = ctx.actor.accountId ? [] : await listDrafts(ctx.db, asker)
  const drafts: DraftLine[] = []
  for (const draft of own)
    drafts.push({
      ...draft,
      title: await titleOf(ctx.db, draft.procedureCode, draft.serviceVersion),
      isOthers: draft.personId !== null && draft.partyId !== citizen?.partyId,
    })
  const applications = citizen ? await listApplications(ctx.db, { partyId: citizen.partyId }) : []
  const progress = await progressOf(
    ctx.db,
    applications.map(({ id }) => id),
  )
  return (
    <MyDossiersPage
      {...{ applications, drafts, progress }}
      isSignedIn={citizen !== null}
      newKey={() => newId(ctx.now)}
    />
  )
}

async function oneDossier(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const application = await getApplication(ctx, idOf(c))
  const service = await getService(ctx.db, application.procedureCode, application.serviceVersion)
  return (
    <ApplicationPage
      application={application}
      chosen={service.cases.find(({ code }) => code === application.caseCode)}
      files={await listFiles(ctx.db, application.id)}
      events={await eventsOf(ctx.db, application.id)}
      progress={await findProgress(ctx.db, application.id)}
      mayWithdraw={ctx.actor.citizen !== null && objectionToWithdraw(application) === null}
    />
  )
}

async function withdrawPage(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const application = await getApplication(ctx, idOf(c))
  const objection = objectionToWithdraw(application)
  if (objection && !back) refuse('conflict', objection)
  const page = <WithdrawPage application={application} idempotencyKey={newId(ctx.now)} back={back} />
  return back ? { status: back.status, page } : page
}

async function answerWithdraw(c: WebContext): Promise<Answer> {
  const done = await submit(c, withdrawApplication, { id: idOf(c) })
  return done.ok ? go(c, `/ho-so/${done.result.id}`, 'filing.withdraw.done') : withdrawPage(c, done)
}

async function answerErase(c: WebContext): Promise<Answer> {
  const { tokenHash } = askerFrom(c)
  await perform(c.var.ctx, eraseDraft, { id: idOf(c), tokenHash })
  return go(c, '/ho-so', 'filing.mine.erased')
}

export const applicationPages: readonly Route[] = [
  get('/ho-so', 'public', myDossiers),
  get('/ho-so/:id', 'citizen', oneDossier),
  get('/ho-so/:id/rut', 'citizen', (c) => withdrawPage(c)),
  post('/ho-so/:id/rut', 'citizen', answerWithdraw),
  post('/to-khai/:id/xoa-nhap', 'public', answerErase),
]
