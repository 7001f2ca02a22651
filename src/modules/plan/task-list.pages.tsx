/** The tasks of a plan, by whom, how they stand and when they are due. */
import { type Day, dayOf, plusDays } from '#kernel/time.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { unitNames } from './cooperation.store.ts'
import { getPlan } from './plan.store.ts'
import { standingOfTasks, type StandingTask } from './standing.store.ts'
import { refuse } from '#kernel/problem.ts'
import { listTasks } from './task.store.ts'
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

export const taskListPages: readonly Route[] = [get('/ke-hoach/:code/nhiem-vu', 'plan.read', listPage)]
