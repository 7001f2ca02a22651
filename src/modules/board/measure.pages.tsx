/** From a measured figure of a unit down to the very rows it was made of. */
import { scopeOf } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { type Period, yearToDate } from '#kernel/measure.ts'
import { valueOf } from '#kernel/measure.store.ts'
import { refuse } from '#kernel/problem.ts'
import { type Day, dayOf, isDayText } from '#kernel/time.ts'
import { getUnit, idsBelow } from '#kernel/unit.store.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { shortened } from '#ui/title.ts'
import { askedFigures, dueTasks, isDoneInTime, isDueBy, targetPath, taskPath, unitNames } from '#modules/plan/public.ts'
import { isMeasureCode, type MeasureCode, rowsPath } from './measure.ts'
import { wantedAnswers } from '#modules/direction/public.ts'
import { type MeasureRow, MeasureRowsPage } from './measure.views.tsx'

const onePage = 100

const figureRows = async (ctx: Ctx, within: Period): Promise<MeasureRow[]> =>
  (await askedFigures(ctx.db, within)).map(({ target, value, endsOn, sentOn, ...row }) => ({
    ...row,
    doneOn: sentOn,
    href: `${targetPath(target)}#gia-tri-${value.position}`,
    title: target.title,
    about: { subject: value.subject, on: endsOn },
  }))

const taskRows = async (ctx: Ctx, { to }: Period): Promise<MeasureRow[]> =>
  (await dueTasks(ctx.db))
    .filter((task) => isDueBy(task, to))
    .map((task) => ({
      unitId: task.unitId,
      dueOn: task.dueOn,
      doneOn: task.doneOn,
      inTime: isDoneInTime(task),
      href: taskPath(task),
      title: shortened(task.wording || task.heading),
      about: null,
    }))

/** What a reminder says is read by who received it; others see that there was one. */
async function answerRows(ctx: Ctx, within: Period): Promise<MeasureRow[]> {
  const mine = new Set(await scopeOf(ctx))
  return (await wantedAnswers(ctx.db, within)).map(({ reminderId, wording, answeredOn, ...row }) => ({
    ...row,
    doneOn: answeredOn,
    href: mine.has(row.unitId) ? `/ke-hoach/don-doc/${reminderId}` : null,
    title: mine.has(row.unitId) ? shortened(wording) : null,
    about: null,
  }))
}

const rowsOf: Readonly<Record<MeasureCode, (ctx: Ctx, within: Period) => Promise<MeasureRow[]>>> = {
  'plan.figures_given': figureRows,
  'plan.tasks_on_time': taskRows,
  'plan.reminders_answered': answerRows,
}

/** Since January when no days are asked for. */
function periodAsked(c: WebContext, today: Day): Period {
  const [from, to] = [c.req.query('tu') ?? '', c.req.query('den') ?? '']
  return isDayText(from) && isDayText(to) && from <= to ? { from, to } : yearToDate(today)
}

/** The slug of a commune has two parts. */
const unitOf = (c: WebContext) => [c.req.param('unit'), c.req.param('below')].filter(Boolean).join('/')

async function rowsPage(c: WebContext) {
  const { ctx, measures } = c.var
  const code = c.req.param('measure') ?? ''
  const measure = measures.find((one) => one.code === code)
  if (!measure || !isMeasureCode(code)) refuse('missing', 'plan.measure.missing')
  const period = periodAsked(c, dayOf(ctx.now))
  const unit = await getUnit(ctx.db, unitOf(c), period.to)
  const below = new Set(await idsBelow(ctx.db, unit.id, period.to))
  const all = (await rowsOf[code](ctx, period)).filter(({ unitId }) => below.has(unitId)).toSorted(lateFirst)
  const from = Math.max(0, Math.trunc(Number(c.req.query('sau')) || 0))
  const shown = all.slice(from, from + onePage)
  const at = (place: number) => `${rowsPath(code, unit.slug, period)}${place > 0 ? `&sau=${place}` : ''}`
  const place = {
    from,
    ...(from > 0 && { previous: at(from - onePage) }),
    ...(from + onePage < all.length && { next: at(from + onePage) }),
  }
  const names = await unitNames(
    ctx.db,
    shown.map(({ unitId }) => unitId),
  )
  const value = await valueOf(ctx.db, { measure: code, unitId: unit.id, period })
  return <MeasureRowsPage {...{ measure, unit: unit.name, period, value, all, shown, names, place }} />
}

const lateFirst = (a: MeasureRow, b: MeasureRow) =>
  Number(a.inTime) - Number(b.inTime) || (a.dueOn < b.dueOn ? 1 : a.dueOn > b.dueOn ? -1 : 0)

export const measurePages: readonly Route[] = [
  get('/ke-hoach/so-do/:measure/:unit', 'plan.read', rowsPage),
  get('/ke-hoach/so-do/:measure/:unit/:below', 'plan.read', rowsPage),
]
