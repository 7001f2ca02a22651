/** What waits for one's own unit. */
import { scopeOf } from '#kernel/access.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import {
  listAsked,
  listAsks,
  listOpenTasksOfUnits,
  listPlans,
  listTargetsOfUnits,
  listWaitingFigures,
  standingOfTargets,
  standingOfTasks,
  unitNames,
} from '#modules/plan/public.ts'
import { MinePage, type OwnPlan } from './mine.views.tsx'
import { listReminders } from '#modules/direction/public.ts'

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

export const minePages: readonly Route[] = [get('/ke-hoach/viec-cua-toi', 'plan.read', minePage)]
