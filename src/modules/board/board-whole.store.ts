/** The whole board of a plan, or of one unit of it, as of now. */
import type { Ctx } from '#kernel/ctx.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { idsBelow } from '#kernel/unit.store.ts'
import { type BoardTarget, type BoardTask, type ComingDay, inOrder, judge } from './board.ts'
import {
  comingDays,
  getPlan,
  glanceAtTasks,
  listTargets,
  listValues,
  type PlanHead,
  readingsOfValues,
  statusRuleOn,
  type UnitNames,
  unitNames,
} from '#modules/plan/public.ts'

export type Board = {
  plan: PlanHead
  targets: readonly BoardTarget[]
  tasks: readonly BoardTask[]
  days: readonly ComingDay[]
  names: UnitNames
  today: Day
}

/** Everything on the board of a plan; with `unitId`, what that unit and those below it answer for. */
export async function loadBoard({ db, now }: Ctx, code: string, unitId?: number): Promise<Board> {
  const today = dayOf(now)
  const rule = statusRuleOn(today)
  const plan = await getPlan(db, code)
  const rows = await listTargets(db, plan.id)
  const values = await listValues(
    db,
    rows.map(({ id }) => id),
  )
  const [known, tasks, coming, below] = await Promise.all([
    readingsOfValues(db, values, { unitId: plan.unitId, today }),
    glanceAtTasks(db, plan.id, today, rule),
    comingDays(db, plan.id, today),
    unitId === undefined ? null : idsBelow(db, unitId, today),
  ])
  const isOwn = ({ leadUnitId }: { leadUnitId: number | null }) =>
    below === null || (leadUnitId !== null && below.includes(leadUnitId))
  const targets = judge(rows, values, known, today, rule).filter(isOwn)
  const own = tasks.filter(isOwn)
  const days = inOrder([...coming.filter((one) => one.kind === 'report' || isOwn(one)), ...deadlinesOf(targets, own)])
  const names = await unitNames(
    db,
    [...targets, ...own].map(({ leadUnitId }) => leadUnitId),
  )
  return { plan, targets, tasks: own, days, names, today }
}

const deadlinesOf = (targets: readonly BoardTarget[], tasks: readonly BoardTask[]): ComingDay[] => [
  ...targets
    .filter(({ standing }) => standing !== 'achieved')
    .flatMap(({ ref, title, leadUnitId, values }) => {
      const on = values.map(({ deadline }) => deadline).toSorted()[0]
      return on ? [{ on, kind: 'target' as const, ref, title, leadUnitId }] : []
    }),
  ...tasks
    .filter(({ standing }) => standing !== 'done' && standing !== 'stopped')
    .flatMap(({ ref, wording, leadUnitId, dueOn }) =>
      dueOn ? [{ on: dueOn, kind: 'task' as const, ref, title: wording, leadUnitId }] : [],
    ),
]
