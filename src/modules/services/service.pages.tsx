/** Services: the list, and each with its draft, its versions and its files. */
import { jsonSchemaOf } from '#fields/json-schema.ts'
import { placeBook } from '#fields/place-book.ts'
import { may } from '#kernel/access.ts'
import { listAreas } from '#kernel/area.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { readForm, type Returned, submit } from '#kernel/submit.ts'
import { findIn } from '#kernel/search.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type Answer, type Route, type WebContext } from '#kernel/web.ts'
import { findProcedure, isHandedOver, listProcedureHeads } from '#modules/catalogue/public.ts'
import { go } from '#ui/go.ts'
import { BlankPage } from './blank.views.tsx'
import { differencesBetween } from './difference.ts'
import { DifferencePage } from './difference.views.tsx'
import { beginDraft, dropDraft, replaceDraft } from './draft.commands.ts'
import { findService, getService, listServices } from './draft.store.ts'
import { changedSince } from './meanwhile.store.ts'
import { list, servicePath } from './part-path.ts'
import { formOfCase, previewOf } from './preview.ts'
import { PreviewPage } from './preview.views.tsx'
import { faultsOf } from './proof.ts'
import { ServiceListPage, states, type Listed } from './service-list.views.tsx'
import { ImportPage, ServicePage } from './service.views.tsx'
import { offerGeneral, publishService, withdrawService } from './version.commands.ts'
import { findServiceInForce, listVersions } from './version.store.ts'
import { worldOf } from './world.store.ts'

const needs = 'services.design'
const publishing = 'services.publish'
const codeOf = (c: WebContext) => c.req.param('code') ?? ''
const seenIn = (back: Returned) => Number(back.typed['seen'] ?? 0)
const mayPublish = (c: WebContext) => may(c.var.ctx.actor, publishing)

/** Everything of the catalogue, and what was begun here without it, with where each stands. */
async function listed(c: WebContext): Promise<Listed[]> {
  const { ctx } = c.var
  const world = await worldOf(ctx)
  const begun = new Map((await listServices(ctx.db)).map((row) => [row.procedureCode, row]))
  const heads = await listProcedureHeads(ctx.db)
  const known = new Set(heads.map(({ code }) => code))
  const others = [...begun.values()]
    .filter(({ procedureCode }) => !known.has(procedureCode))
    .map(({ procedureCode, title, changedAt }) => ({ code: procedureCode, name: title, changedAt, handedOver: false }))
  return [...heads, ...others].map(({ code, name, changedAt, handedOver }) => {
    const row = begun.get(code)
    return {
      procedureCode: code,
      title: row?.title ?? name,
      changedAt: row?.changedAt ?? changedAt,
      version: row?.version ?? null,
      validFrom: row?.validFrom ?? null,
      state: row?.kind ?? (handedOver ? 'handed_over' : 'none'),
      faults: row?.draft ? faultsOf(row.draft, world).length : null,
    }
  })
}

async function showList(c: WebContext, back?: Returned): Promise<Answer> {
  const asked = c.req.query('tinh-trang')
  const search = c.req.query('tim')?.trim() ?? ''
  const rows = await listed(c)
  const props = {
    rows: search ? findIn(search, rows, ({ procedureCode, title }) => `${procedureCode} ${title}`) : rows,
    search,
    from: Math.max(0, Math.trunc(Number(c.req.query('tu') ?? 0)) || 0),
    chosen: states.find((state) => state === asked) ?? null,
    mayPublish: mayPublish(c),
    formKey: newId(c.var.ctx.now),
  }
  if (!back) return <ServiceListPage {...props} />
  return { status: back.status, page: <ServiceListPage {...props} back={back} /> }
}

async function showBlank(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  const found = (await findProcedure(ctx.db, codeOf(c))) ?? refuse('missing', 'services.missing')
  const handedOver = await isHandedOver(ctx.db, found.code)
  const props = { procedure: found.code, title: found.name, handedOver, mayPublish: mayPublish(c) }
  return <BlankPage {...props} formKey={newId(ctx.now)} />
}

async function show(c: WebContext, back?: Returned): Promise<Answer> {
  const { ctx } = c.var
  const row = await findService(ctx.db, codeOf(c))
  if (!row) return showBlank(c)
  const page = (
    <ServicePage
      row={row}
      inForce={(await findServiceInForce(ctx.db, row.procedureCode))?.service}
      versions={await listVersions(ctx.db, row.procedureCode)}
      faults={row.draft ? faultsOf(row.draft, await worldOf(ctx)) : []}
      mayPublish={mayPublish(c)}
      formKey={newId(ctx.now)}
      back={back}
      meanwhile={back && row.draft ? await changedSince(ctx.db, row.procedureCode, seenIn(back)) : []}
    />
  )
  return back ? { status: back.status, page } : page
}

async function begin(c: WebContext): Promise<Answer> {
  const code = c.req.param('code')
  const sent = await submit(c, beginDraft, code === undefined ? {} : { procedure: code })
  if (sent.ok) return go(c, servicePath(sent.result.procedure), 'services.done.begin')
  return code === undefined ? showList(c, sent) : show(c, sent)
}

async function beginGeneral(c: WebContext): Promise<Answer> {
  const sent = await submit(c, offerGeneral)
  return sent.ok ? go(c, servicePath(sent.result.procedure), 'services.done.general') : showList(c, sent)
}

/** A button of the overview: what stands against it is said on the same page. */
const onService =
  (cmd: typeof publishService | typeof withdrawService | typeof dropDraft, done: 'publish' | 'withdraw' | 'drop') =>
  async (c: WebContext): Promise<Answer> => {
    const procedure = codeOf(c)
    const sent = await submit(c, cmd as typeof withdrawService, { procedure })
    return sent.ok ? go(c, servicePath(procedure), `services.done.${done}`) : show(c, sent)
  }

/** The draft, or what is in force while there is none. */
async function shownService(c: WebContext) {
  const row = await getService(c.var.ctx.db, codeOf(c))
  const service = row.draft ?? (await findServiceInForce(c.var.ctx.db, row.procedureCode))?.service
  return { row, service: service ?? refuse('missing', 'services.missing') }
}

const asFile = (name: string, content: unknown, type: string) =>
  new Response(`${JSON.stringify(content, null, 2)}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'content-disposition': `attachment; filename="${name}"` },
  })

async function schema(c: WebContext): Promise<Answer> {
  const { service } = await shownService(c)
  const name = `${service.procedure.replaceAll(/[^\w.-]/g, '_')}.schema.json`
  return asFile(name, jsonSchemaOf(service.form, service.title.vi), 'application/schema+json')
}

async function exported(c: WebContext): Promise<Answer> {
  const { service } = await shownService(c)
  return asFile(`${service.procedure.replaceAll(/[^\w.-]/g, '_')}.json`, service, 'application/json')
}

async function importForm(c: WebContext, back?: Returned): Promise<Answer> {
  const procedure = codeOf(c)
  const row = await findService(c.var.ctx.db, procedure)
  const page = (
    <ImportPage
      procedure={procedure}
      seen={row?.draft ? row.draftVersion : null}
      formKey={newId(c.var.ctx.now)}
      document=""
      back={back}
    />
  )
  return back ? { status: back.status, page } : page
}

async function imported(c: WebContext): Promise<Answer> {
  const procedure = codeOf(c)
  const sent = await submit(c, replaceDraft, { procedure })
  return sent.ok ? go(c, servicePath(procedure), 'services.done.replace') : importForm(c, sent)
}

async function differences(c: WebContext): Promise<Answer> {
  const { row, service } = await shownService(c)
  const inForce = await findServiceInForce(c.var.ctx.db, row.procedureCode)
  const of = inForce ? differencesBetween(inForce.service, service) : null
  return <DifferencePage procedure={row.procedureCode} title={row.title} of={of} />
}

/** As citizens are asked today: the communes there are and were, the units there are. */
async function booksOn(db: Db, today: Day) {
  const units = (await listUnits(db, today)).map(({ slug, name }) => ({ value: slug, label: name }))
  return { today, places: placeBook(await listAreas(db)), units }
}

async function preview(c: WebContext): Promise<Answer> {
  const { service } = await shownService(c)
  const on = dayOf(c.var.ctx.now)
  const asked = c.req.query('truong-hop')
  const chosen =
    service.cases.find(({ code }) => code === asked) ?? service.cases[0] ?? refuse('missing', 'services.missing')
  const books = { ...(await booksOn(c.var.ctx.db, on)), uploads: new Map() }
  const typed = c.req.method === 'POST' ? (await readForm(c)).typed : null
  const page = previewOf(formOfCase(service, chosen), books, typed)
  return <PreviewPage service={service} chosen={chosen} page={page} on={on} />
}

export const servicePages: readonly Route[] = [
  get(list, needs, (c) => showList(c)),
  post(list, needs, begin),
  post(`${list}/mau-chung`, publishing, beginGeneral),
  get(`${list}/:code/json-schema`, needs, schema),
  get(`${list}/:code/xuat`, needs, exported),
  get(`${list}/:code/nhap`, needs, (c) => importForm(c)),
  post(`${list}/:code/nhap`, needs, imported),
  get(`${list}/:code/khac-biet`, needs, differences),
  get(`${list}/:code/xem-truoc`, needs, preview),
  post(`${list}/:code/xem-truoc`, needs, preview),
  post(`${list}/:code/bat-dau`, needs, begin),
  post(`${list}/:code/bo-nhap`, needs, onService(dropDraft, 'drop')),
  post(`${list}/:code/cong-bo`, publishing, onService(publishService, 'publish')),
  post(`${list}/:code/ngung`, publishing, onService(withdrawService, 'withdraw')),
  get(`${list}/:code`, needs, (c) => show(c)),
]
