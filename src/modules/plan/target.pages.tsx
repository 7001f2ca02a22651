/** Pages of one target. */
import { scopeOf } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { listMeasures } from '#kernel/measure-fact.store.ts'
import { refuse } from '#kernel/problem.ts'
import { type Returned, submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type Route, type WebContext } from '#kernel/web.ts'
import { go } from '#ui/go.ts'
import { unitNames } from './cooperation.store.ts'
import { objectionToCorrect } from './figure.ts'
import { listFigures } from './figure.store.ts'
import { reportingOf } from './figure.commands.ts'
import { sortingOf } from './figure-table.views.tsx'
import { assignTarget, bindValue } from './target.commands.ts'
import { AssignTargetPage, BindValuePage } from './target-form.views.tsx'
import { getTarget, listValues, type Target, type Value } from './target.store.ts'
import { TargetPage, targetPath } from './target.views.tsx'
import type { ValueView } from './target-value.views.tsx'
import { submitWithEvidence } from './evidence.pages.tsx'
import { addNote, closeRisk } from './note.commands.ts'
import { openRisksOf } from './note.ts'
import { findNote, historyOf, notesOf } from './note.store.ts'
import { CloseRiskPage } from './note.views.tsx'
import { differencesOf } from './meanwhile.ts'
import { measuredBelow, type UnitValue } from './measured-below.store.ts'
import { reportersOfValues } from './reporter.store.ts'
import { objectionToAssign, objectionToJudge, objectionToRemind, objectionToWork } from './standpoint.ts'
import { heed, standpointOf } from './standpoint.store.ts'
import { sourceLineOf } from './source-line.store.ts'
import { standingOfTargets, type StandingTarget } from './standing.store.ts'
import { unitsOfEvents } from './history.ts'

const asked = (c: WebContext): Promise<Target> =>
  getTarget(c.var.ctx.db, c.req.param('code') ?? '', c.req.param('ref') ?? '')

const formKey = (c: WebContext) => newId(c.var.ctx.now)

async function viewsOf(ctx: Ctx, { target, values }: StandingTarget): Promise<ValueView[]> {
  const { db } = ctx
  const today = dayOf(ctx.now)
  const all = values.map(({ value }) => value)
  const reporters = await reportersOfValues(db, all, [target], today)
  const ids = all.map(({ id }) => id)
  const figures = await listFigures(db, ids, 'all')
  const by = await reportingOf(ctx, target)
  const below = new Map<string, UnitValue[]>()
  for (const { id, measureCode, level } of all)
    if (measureCode !== null) below.set(id, await measuredBelow(ctx, target, measureCode, level))
  return values.map((one) => {
    const mine = figures.filter(({ valueId }) => valueId === one.value.id)
    const correctable = mine.filter((figure) => {
      const waiting = mine.some(({ replaces, state }) => replaces === figure.id && state !== 'replaced')
      return objectionToCorrect(by, figure, waiting) === null
    })
    return {
      ...one,
      asked: reporters.find(({ value }) => value.id === one.value.id)?.unitIds ?? [],
      figures: mine,
      below: below.get(one.value.id) ?? [],
      correctable: new Set(correctable.map(({ id }) => id)),
    }
  })
}

async function targetPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const target = await asked(c)
  const today = dayOf(ctx.now)
  const [standing = refuse('missing', 'plan.target.missing')] = await standingOfTargets(ctx.db, [target], today)
  const values = await viewsOf(ctx, standing)
  const notes = (await notesOf(ctx.db, [target.id])).get(target.id) ?? []
  const whole = c.req.query('lich-su') === 'tat-ca'
  const history = await historyOf(ctx.db, `plan.target/${target.id}`, whole ? allHistory : undefined)
  const at = await standpointOf(ctx, target)
  const names = await unitNames(ctx.db, [
    target.leadUnitId,
    ...target.cooperating,
    ...values.flatMap(({ figures, asked: units }) => [...figures.map(({ unitId }) => unitId), ...units]),
    ...notes.map(({ unitId }) => unitId),
    ...unitsOfEvents(history),
    target.planUnitId,
  ])
  const may = {
    assign: objectionToAssign(at) === null,
    write: objectionToWork(at) === null,
    judge: objectionToJudge(at) === null,
    remind: objectionToRemind(at) === null,
    reportsFor: at.planState === 'published' && at.permissions.has('plan.work') ? await scopeOf(ctx) : [],
  }
  const sourceLine = await sourceLineOf(ctx.db, target.planId, target.id)
  const unitSlug = names.get(target.planUnitId)?.slug ?? ''
  const { measures } = c.var
  const shown = {
    measures,
    unitSlug,
    sourceLine,
    sorting: sortingOf(c.req.query('xep')),
    whole,
    standing,
    values,
    names,
    notes,
    openRisks: openRisksOf(notes),
    history,
    may,
    today,
  }
  return <TargetPage {...shown} formKey={formKey(c)} back={back} />
}

/** More than any target has seen. */
const allHistory = 1000

const failed = (back: Returned, page: Awaited<ReturnType<typeof targetPage>>) => ({ status: back.status, page })

async function assignPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const target = await asked(c)
  heed(objectionToAssign(await standpointOf(ctx, target)))
  const units = await listUnits(ctx.db, dayOf(ctx.now))
  const changed = back?.key === 'kernel.changed_meanwhile'
  const [last] = changed ? await historyOf(ctx.db, `plan.target/${target.id}`, 1) : []
  const fields = [
    { name: 'leadUnitId', now: [target.leadUnitId ?? ''].map(String) },
    { name: 'cooperating', now: target.cooperating.map(String) },
  ]
  const meanwhile = back && last ? { last, differences: differencesOf(back.typed, fields) } : undefined
  return <AssignTargetPage target={target} units={units} formKey={formKey(c)} back={back} meanwhile={meanwhile} />
}

async function valueAt(c: WebContext, target: Target): Promise<Value> {
  const values = await listValues(c.var.ctx.db, [target.id])
  const position = Number(c.req.param('position'))
  return values.find((value) => value.position === position) ?? refuse('missing', 'plan.target.value_missing')
}

async function bindPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const target = await asked(c)
  heed(objectionToAssign(await standpointOf(ctx, target)))
  const today = dayOf(ctx.now)
  const codes = (await listMeasures(ctx.db)).map(({ code }) => code)
  const { measures } = c.var
  const shown = {
    target,
    measures,
    codes,
    value: await valueAt(c, target),
    units: await listUnits(ctx.db, today),
    today,
  }
  return <BindValuePage {...shown} formKey={formKey(c)} back={back} />
}

async function riskPage(c: WebContext, back?: Returned) {
  const target = await asked(c)
  heed(objectionToWork(await standpointOf(c.var.ctx, target)))
  const risk = (await findNote(c.var.ctx.db, c.req.param('note') ?? '')) ?? refuse('missing', 'plan.note.missing')
  return <CloseRiskPage risk={risk} base={targetPath(target)} title={target.title} formKey={formKey(c)} back={back} />
}

const at = '/ke-hoach/:code/chi-tieu/:ref'

export const targetPages: readonly Route[] = [
  get(at, 'plan.read', (c) => targetPage(c)),
  post(`${at}/ghi-nhan`, 'plan.work', async (c) => {
    const target = await asked(c)
    const done = await submitWithEvidence(c, addNote, { thing: 'target', id: target.id })
    return done.ok
      ? go(c, `${targetPath(target)}#ghi-nhan`, 'plan.note.added')
      : failed(done, await targetPage(c, done))
  }),
  get(`${at}/rui-ro/:note`, 'plan.work', (c) => riskPage(c)),
  post(`${at}/rui-ro/:note`, 'plan.work', async (c) => {
    const target = await asked(c)
    const done = await submit(c, closeRisk, { thing: 'target', noteId: c.req.param('note') })
    return done.ok ? go(c, targetPath(target), 'plan.note.risk_closed_now') : failed(done, await riskPage(c, done))
  }),
  get(`${at}/phan-cong`, 'plan.assign', (c) => assignPage(c)),
  post(`${at}/phan-cong`, 'plan.assign', async (c) => {
    const target = await asked(c)
    const done = await submit(c, assignTarget, { id: target.id })
    return done.ok ? go(c, targetPath(target), 'plan.work.assigned') : failed(done, await assignPage(c, done))
  }),
  get(`${at}/gia-tri/:position`, 'plan.assign', (c) => bindPage(c)),
  post(`${at}/gia-tri/:position`, 'plan.assign', async (c) => {
    const target = await asked(c)
    const value = await valueAt(c, target)
    const done = await submit(c, bindValue, { id: value.id })
    return done.ok ? go(c, targetPath(target), 'plan.target.bound') : failed(done, await bindPage(c, done))
  }),
]
