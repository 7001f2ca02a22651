/** The tasks of a plan, and what waits for one's own unit. */
import { scopeOf } from '#kernel/access.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { type Day, dayOf, plusDays } from '#kernel/time.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { listAsks } from './asked.store.ts'
import { unitNames } from './cooperation.store.ts'
import { listWaitingFigures } from './figure.store.ts'
import { getPlan, listPlans } from './plan.store.ts'
import { listReminders } from './reminder.store.ts'
import { listAsked } from './unit-plan.store.ts'
import { MinePage, type OwnPlan } from './mine.views.tsx'
import { standingOfTargets, standingOfTasks, type StandingTask } from './standing.store.ts'
import { refuse } from '#kernel/problem.ts'
import { listOpenTasksOfUnits, listTasks } from './task.store.ts'
import { listTargetsOfUnits } from './target.store.ts'
import { TaskListView } from './task-list.views.tsx'

const onePage = 100

type Wanted = { unit: string; status: string; kind: string; due: string }

const within = (dueOn: Day | null, today: Day, days: number) =>
  dueOn !== null && dueOn >= today && dueOn <= plusDays(today, days)

const dueFits: Record<string, (dueOn: Day | null, today: Day) => boolean> = {
  past: (dueOn, today) => dueOn !== null && dueOn < today,
  month: (dueOn, today) => within(dueOn, today, 30),
  quarter: (dueOn, today) => within(dueOn, today, 90),
  none: (dueOn) => dueOn === null,
}

/** An empty wish, or one nobody knows, leaves nothing out. */
function fits({ task, status }: StandingTask, wanted: Wanted, today: Day): boolean {
  const units = [task.leadUnitId, ...task.cooperating].map(String)
  if (wanted.unit && !units.includes(wanted.unit)) return false
  if (wanted.status && status.status !== wanted.status) return false
  if (wanted.kind && task.kind !== wanted.kind) return false
  return dueFits[wanted.due]?.(task.dueOn, today) ?? true
}

async function listPage(c: WebContext) {
  const { ctx } = c.var
  const plan = await getPlan(ctx.db, c.req.param('code') ?? '')
  if (plan.state === 'draft') refuse('missing', 'plan.missing')
  const today = dayOf(ctx.now)
  const all = await standingOfTasks(ctx.db, await listTasks(ctx.db, plan.id), today)
  const asked = (name: string) => c.req.query(name) ?? ''
  const wanted = { unit: asked('unit'), status: asked('status'), kind: asked('kind'), due: asked('due') }
  const fitting = all.filter((one) => fits(one, wanted, today))
  const after = Number(asked('after')) || -1
  const rest = fitting.filter(({ task }) => task.position > after)
  const tasks = rest.slice(0, onePage)
  const last = rest.length > tasks.length ? tasks.at(-1) : undefined
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))
  if (last) query.set('after', String(last.task.position))
  const names = await unitNames(
    ctx.db,
    all.flatMap(({ task }) => [task.leadUnitId, ...task.cooperating]),
  )
  const path = `/ke-hoach/${plan.code}/nhiem-vu`
  return (
    <TaskListView
      plan={plan}
      tasks={tasks}
      all={all.length}
      names={names}
      wanted={wanted}
      next={last ? `${path}?${query}` : null}
      today={today}
    />
  )
}

/** The plans of their own that these units were asked to make and have not published. */
async function ownPlansOf(db: Db, units: readonly number[], today: Day): Promise<OwnPlan[]> {
  const found: OwnPlan[] = []
  for (const plan of (await listPlans(db)).filter(({ state }) => state === 'published'))
    for (const asked of await listAsked(db, plan.id, today))
      if (units.includes(asked.unitId) && asked.publishedOn === null) found.push({ plan, asked })
  return found
}

async function minePage(c: WebContext) {
  const { ctx } = c.var
  const today = dayOf(ctx.now)
  const scope = await scopeOf(ctx)
  const own = ctx.actor.unitId === null ? [] : [ctx.actor.unitId]
  const targets = await standingOfTargets(ctx.db, await listTargetsOfUnits(ctx.db, own), today)
  const tasks = await standingOfTasks(ctx.db, await listOpenTasksOfUnits(ctx.db, own), today)
  const asks = await listAsks(ctx.db, scope, today)
  const waiting = ctx.actor.permissions.has('plan.confirm') ? await listWaitingFigures(ctx.db, scope, 200) : []
  const received = await listReminders(ctx.db, scope, { view: 'received', state: null, unitId: null }, today)
  const names = await unitNames(ctx.db, [
    ...own,
    ...targets.map(({ target }) => target.leadUnitId),
    ...tasks.map(({ task }) => task.leadUnitId),
  ])
  const counts = {
    returned: asks.filter(({ state }) => state === 'returned').length,
    due: asks.filter(({ state }) => state === 'due').length,
    waiting: waiting.length,
    reminders: received.filter(({ answeredAt, closedAt }) => !answeredAt && !closedAt).length,
  }
  const ownPlans = await ownPlansOf(ctx.db, own, today)
  const shown = { targets, tasks, names, counts, ownPlans, today, unitId: ctx.actor.unitId }
  return <MinePage {...shown} mayConfirm={ctx.actor.permissions.has('plan.confirm')} />
}

export const taskListPages: readonly Route[] = [
  get('/ke-hoach/viec-cua-toi', 'plan.read', minePage),
  get('/ke-hoach/:code/nhiem-vu', 'plan.read', listPage),
]
