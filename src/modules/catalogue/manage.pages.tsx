/** One procedure for those who keep the catalogue. */
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { differencesOf } from './difference.ts'
import { DifferencePage } from './difference.views.tsx'
import { ManagePage } from './manage.views.tsx'
import { addOverlay, endOverlay } from './overlay.commands.ts'
import { type OverlayKind, overlayKinds } from './overlay.ts'
import { listOverlays } from './overlay.store.ts'
import { OverlayPage } from './overlay.views.tsx'
import { getProcedure, getVersion, listVersions } from './procedure.store.ts'

const needs = 'catalogue.manage'
const codeOf = (c: WebContext) => c.req.param('code') ?? ''
const formKey = (c: WebContext) => newId(c.var.ctx.now)

async function one(c: WebContext): Promise<Answer> {
  const { db } = c.var.ctx
  const { procedure, version, validFrom } = await getProcedure(db, codeOf(c))
  return (
    <ManagePage
      procedure={procedure}
      version={{ no: version, since: validFrom }}
      versions={await listVersions(db, procedure.code)}
      overlays={await listOverlays(db, procedure.code)}
      formKey={formKey(c)}
    />
  )
}

async function version(c: WebContext): Promise<Answer> {
  const no = Number(c.req.param('no'))
  if (!Number.isInteger(no) || no < 2 || no > 1_000_000) return refuse('missing', 'catalogue.missing')
  const [after, before] = [
    await getVersion(c.var.ctx.db, codeOf(c), no),
    await getVersion(c.var.ctx.db, codeOf(c), no - 1),
  ]
  return (
    <DifferencePage
      procedure={after.procedure}
      differences={differencesOf(before.procedure, after.procedure)}
      back={{ href: `/danh-muc/${after.procedureCode}`, label: after.procedureCode }}
    />
  )
}

const kindOf = (c: WebContext): OverlayKind =>
  overlayKinds.find((kind) => kind === c.req.param('kind')) ?? refuse('missing', 'kernel.missing')

async function overlayPage(c: WebContext, back?: Parameters<typeof OverlayPage>[0]['back']) {
  const { procedure } = await getProcedure(c.var.ctx.db, codeOf(c))
  const today = dayOf(c.var.ctx.now)
  return <OverlayPage procedure={procedure} kind={kindOf(c)} formKey={formKey(c)} today={today} back={back} />
}

async function add(c: WebContext): Promise<Answer> {
  kindOf(c)
  const done = await submit(c, addOverlay, { code: codeOf(c) })
  if (!done.ok) return { status: done.status, page: await overlayPage(c, done) }
  return go(c, `/danh-muc/${done.result.code}`, 'catalogue.overlay.saved')
}

async function end(c: WebContext): Promise<Answer> {
  const done = await submit(c, endOverlay, { code: codeOf(c) })
  if (!done.ok) return refuse('conflict', done.key, done.params)
  return go(c, `/danh-muc/${done.result.code}`, 'catalogue.overlay.ended')
}

export const managePages = [
  get('/danh-muc/:code', needs, one),
  get('/danh-muc/:code/phien-ban/:no', needs, version),
  get('/danh-muc/:code/dia-phuong/:kind', needs, (c) => overlayPage(c)),
  post('/danh-muc/:code/dia-phuong/:kind', needs, add),
  post('/danh-muc/:code/dia-phuong/ket-thuc', needs, end),
]
