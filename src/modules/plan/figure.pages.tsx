/** Reporting figures, and judging those that were reported. */
import { scopeOf } from '#kernel/access.store.ts'
import { perform } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { Problem } from '#kernel/problem.ts'
import { readForm, type Returned, submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { get, post, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { listAsks } from './asked.store.ts'
import { unitNames } from './cooperation.store.ts'
import { confirmFigure, correctFigure, reportFigure, reportingOf, returnFigure } from './figure.commands.ts'
import { submitWithEvidence } from './evidence.pages.tsx'
import { askedFor, objectionToCorrect, objectionToReport, objectionToReturn } from './figure.ts'
import { type Figure, getFigure, listFigures, listWaitingFigures } from './figure.store.ts'
import { AskedPage, FigureFormPage, QueuePage, ReturnPage } from './figure.views.tsx'
import { reportersOfValue } from './reporter.store.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { statusRuleOn } from './status.ts'
import { getTargetById, getValue } from './target.store.ts'
import { targetPath } from './target.views.tsx'
import { reportPath } from './target-value.views.tsx'

const formKey = (c: WebContext) => newId(c.var.ctx.now)
const asked = '/ke-hoach/so-lieu-can-bao'
const queue = '/ke-hoach/so-lieu-cho-xac-nhan'
/** A screen of work; what is confirmed makes room for the rest. */
const atOnce = 200

async function askedPage(c: WebContext) {
  const { ctx } = c.var
  const asks = (await listAsks(ctx.db, await scopeOf(ctx), dayOf(ctx.now))).slice(0, atOnce)
  const names = await unitNames(
    ctx.db,
    asks.map(({ unitId }) => unitId),
  )
  return <AskedPage asks={asks} names={names} mayWrite={ctx.actor.permissions.has('plan.work')} />
}

const needsEvidence = (c: WebContext) => statusRuleOn(dayOf(c.var.ctx.now)).figure.evidence === 'required'

async function reportPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const value = await getValue(ctx.db, c.req.param('value') ?? '')
  const unitId = Number(c.req.param('unit'))
  const target = await getTargetById(ctx.db, value.targetId)
  const today = dayOf(ctx.now)
  const reporters = await reportersOfValue(ctx.db, value, target, today)
  heed(objectionToReport(await reportingOf(ctx, target), { basis: value.basis, reporters }, unitId, []))
  const figures = await listFigures(ctx.db, [value.id], [unitId])
  const last = figures.find(({ state }) => state !== 'replaced')
  const names = await unitNames(ctx.db, [unitId])
  return (
    <FigureFormPage
      value={value}
      title={target.title}
      unit={names.get(unitId)?.name ?? ''}
      action={reportPath(value.id, unitId)}
      leave={asked}
      last={last}
      asOf={askedFor(today, value.everyMonths)}
      formKey={formKey(c)}
      evidenceRequired={needsEvidence(c)}
      back={back}
    />
  )
}

async function correctPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const old = await getFigure(ctx.db, c.req.param('figure') ?? '')
  const target = await getTargetById(ctx.db, old.targetId)
  const value = await getValue(ctx.db, old.valueId)
  const figures = await listFigures(ctx.db, [old.valueId], [old.unitId])
  const waiting = figures.some(({ replaces, state }) => replaces === old.id && state !== 'replaced')
  heed(objectionToCorrect(await reportingOf(ctx, target), old, waiting))
  const names = await unitNames(ctx.db, [old.unitId])
  return (
    <FigureFormPage
      value={value}
      title={target.title}
      unit={names.get(old.unitId)?.name ?? ''}
      action={`/ke-hoach/so-lieu/${old.id}/sua`}
      leave={targetPath(target)}
      last={old}
      old={old}
      asOf={old.asOf}
      formKey={formKey(c)}
      evidenceRequired={needsEvidence(c)}
      back={back}
    />
  )
}

async function queuePage(c: WebContext) {
  const { ctx } = c.var
  const figures = await listWaitingFigures(ctx.db, await scopeOf(ctx), atOnce)
  return <QueuePage figures={figures} names={await namesOf(c, figures)} formKey={formKey(c)} />
}

const namesOf = (c: WebContext, figures: readonly Figure[]) =>
  unitNames(
    c.var.ctx.db,
    figures.map(({ unitId }) => unitId),
  )

async function returnPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const figure = await getFigure(ctx.db, c.req.param('figure') ?? '')
  heed(objectionToReturn(await standpointOf(ctx, await getTargetById(ctx.db, figure.targetId)), figure))
  const unit = (await namesOf(c, [figure])).get(figure.unitId)?.name ?? ''
  return <ReturnPage figure={figure} unit={unit} formKey={formKey(c)} back={back} />
}

/** Each picked figure by itself: one that somebody else has judged meanwhile does not hold up the others. */
async function confirmPicked(c: WebContext) {
  const { raw } = await readForm(c)
  const { _key: key, id } = raw
  const ids = [id].flat().filter((one) => typeof one === 'string')
  for (const one of ids) {
    const ctx = { ...c.var.ctx, key: typeof key === 'string' && key ? `${key} ${one}` : undefined }
    try {
      await perform(ctx, confirmFigure, { id: one })
    } catch (fault) {
      if (!(fault instanceof Problem) || fault.kind !== 'conflict' || ids.length === 1) throw fault
    }
  }
  return go(c, queue, ids.length > 0 ? 'plan.figure.confirmed_now' : 'plan.figure.none_picked')
}

export const figurePages: readonly Route[] = [
  get(asked, 'plan.read', askedPage),
  get('/ke-hoach/so-lieu/bao/:value/:unit', 'plan.work', (c) => reportPage(c)),
  post('/ke-hoach/so-lieu/bao/:value/:unit', 'plan.work', async (c) => {
    const place = { valueId: c.req.param('value'), unitId: c.req.param('unit') }
    const done = await submitWithEvidence(c, reportFigure, place)
    return done.ok ? go(c, asked, 'plan.figure.sent_now') : { status: done.status, page: await reportPage(c, done) }
  }),
  get('/ke-hoach/so-lieu/:figure/sua', 'plan.work', (c) => correctPage(c)),
  post('/ke-hoach/so-lieu/:figure/sua', 'plan.work', async (c) => {
    const done = await submitWithEvidence(c, correctFigure, { id: c.req.param('figure') })
    return done.ok ? go(c, asked, 'plan.figure.sent_now') : { status: done.status, page: await correctPage(c, done) }
  }),
  get(queue, 'plan.confirm', queuePage),
  post(queue, 'plan.confirm', confirmPicked),
  get('/ke-hoach/so-lieu/:figure/tra-lai', 'plan.confirm', (c) => returnPage(c)),
  post('/ke-hoach/so-lieu/:figure/tra-lai', 'plan.confirm', async (c) => {
    const done = await submit(c, returnFigure, { id: c.req.param('figure') })
    return done.ok ? go(c, queue, 'plan.figure.returned_now') : { status: done.status, page: await returnPage(c, done) }
  }),
]
