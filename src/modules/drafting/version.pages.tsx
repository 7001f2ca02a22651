/** Publishing, and the versions that were published. */
import { may } from '#kernel/access.ts'
import { giveFile } from '#kernel/file-answer.ts'
import { newId } from '#kernel/id.ts'
import { submit, type Returned } from '#kernel/submit.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { correctDocument } from './draft.commands.ts'
import { objectionsToPublish } from './draft.ts'
import { getDraft } from './draft.store.ts'
import { publishPlan, unitsBelow } from './plan.commands.ts'
import { getPlan, listVersions } from '#modules/plan/public.ts'
import { publicationOf } from './publication.ts'
import { PublishPage } from './publish.views.tsx'
import { contentOf, diffOf, isEmptyDiff } from './version.ts'
import { findLastVersion, findVersion, getVersion } from './version.store.ts'
import { VersionPage, VersionsPage } from './version.views.tsx'

const codeOf = (c: WebContext) => c.req.param('code') ?? ''

/** What would be published, what stands against it, and what differs from the version in force. */
async function summary(c: WebContext, back?: Returned, head?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const plan = await getDraft(ctx.db, codeOf(c))
  const content = contentOf(plan.draft, plan.sourceText)
  const last = await findLastVersion(ctx.db, plan.id)
  const diff = last ? diffOf(last.content, content) : null
  const refused = back ?? head
  const page = (
    <PublishPage
      plan={plan}
      no={(last?.no ?? 0) + 1}
      objections={objectionsToPublish(plan.draft)}
      unchanged={diff !== null && isEmptyDiff(diff)}
      diff={diff}
      live={publicationOf(content, await unitsBelow(ctx, plan.unitId))}
      mayPublish={may(ctx.actor, 'plan.publish')}
      formKey={newId(ctx.now)}
      back={back}
      head={head}
    />
  )
  return refused ? { status: refused.status, page } : page
}

const sendPublish = async (c: WebContext): Promise<Answer> => {
  const code = codeOf(c)
  const sent = await submit(c, publishPlan, { code })
  return sent.ok ? go(c, `/ke-hoach/${code}/phien-ban/${sent.result.no}`, 'plan.publish.done') : summary(c, sent)
}

const sendDocument = async (c: WebContext): Promise<Answer> => {
  const code = codeOf(c)
  const sent = await submit(c, correctDocument, { code })
  return sent.ok ? go(c, `/ke-hoach/${code}/duyet/cong-bo`, 'plan.publish.document_done') : summary(c, undefined, sent)
}

const versionsPage = async (c: WebContext): Promise<Answer> => {
  const { ctx } = c.var
  const plan = await getPlan(ctx.db, codeOf(c))
  return (
    <VersionsPage
      plan={plan}
      versions={await listVersions(ctx.db, plan.id)}
      mayImport={may(ctx.actor, 'plan.import')}
    />
  )
}

const versionPage = async (c: WebContext): Promise<Answer> => {
  const { db } = c.var.ctx
  const plan = await getPlan(db, codeOf(c))
  const version = await getVersion(db, plan.id, Math.trunc(Number(c.req.param('no'))) || 0)
  const before = version.no > 1 ? await findVersion(db, plan.id, version.no - 1) : undefined
  const diff = before ? diffOf(before.content, version.content) : null
  return <VersionPage plan={plan} version={version} diff={diff} />
}

const versionFile = async (c: WebContext): Promise<Answer> => {
  const { db } = c.var.ctx
  const plan = await getPlan(db, codeOf(c))
  const { fileHash, fileName } = await getVersion(db, plan.id, Math.trunc(Number(c.req.param('no'))) || 0)
  return giveFile(c, fileHash, fileName ?? plan.code)
}

export const versionPages: readonly Route[] = [
  get('/ke-hoach/:code/duyet/cong-bo', 'plan.import', (c) => summary(c)),
  post('/ke-hoach/:code/duyet/cong-bo', 'plan.publish', sendPublish),
  post('/ke-hoach/:code/duyet/van-ban', 'plan.import', sendDocument),
  get('/ke-hoach/:code/phien-ban', 'plan.read', versionsPage),
  get('/ke-hoach/:code/phien-ban/:no', 'plan.read', versionPage),
  get('/ke-hoach/:code/phien-ban/:no/tep', 'plan.read', versionFile),
]
