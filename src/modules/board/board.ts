/** The board: every target with what is known, how it stands and where it is going; every task; every day that comes. Pure. */
import type { Day } from '#kernel/time.ts'
import {
  boundsOf,
  type ComingDay,
  type FullReading,
  type GoalParts,
  type Level,
  type Standing,
  statusOfTarget,
  statusOfValue,
  type StatusRule,
  type TaskGlance,
  type ValueStatus,
} from '#modules/plan/public.ts'

export type BoardTask = TaskGlance
export type { ComingDay }

export type BoardValue = GoalParts & {
  readonly id: string
  readonly subject: string
  readonly level: Level | null
  readonly aim: boolean
  readonly deadline: Day
  readonly measureCode: string | null
  /** Everything known up to today, oldest first. */
  readonly known: readonly FullReading[]
  readonly status: ValueStatus
}

export type BoardTarget = {
  /** Its place in the plan, from 1: what people call it by. */
  readonly no: number
  readonly ref: string
  readonly title: string
  readonly pillar: string
  readonly leadUnitId: number | null
  readonly values: readonly BoardValue[]
  readonly standing: Standing
}

type ValueRow = Omit<BoardValue, 'known' | 'status'> & { readonly targetId: string }
type TargetRow = Omit<BoardTarget, 'no' | 'values' | 'standing'> & { readonly id: string }

/** Puts targets, values and what is known of them together, and judges each by the rule. */
export function judge(
  targets: readonly TargetRow[],
  values: readonly ValueRow[],
  known: ReadonlyMap<string, readonly FullReading[]>,
  today: Day,
  rule: StatusRule,
): BoardTarget[] {
  const byTarget = Map.groupBy(values, ({ targetId }) => targetId)
  return targets.map(({ id, ref, title, pillar, leadUnitId }, at) => {
    const judged = (byTarget.get(id) ?? []).map((value): BoardValue => {
      const readings = known.get(value.id) ?? []
      return {
        ...value,
        known: readings,
        status: statusOfValue({ ...value, readings, today, rule, ...boundsOf(value.unit) }),
      }
    })
    const standing = statusOfTarget(judged.map(({ status, aim }) => ({ status: status.status, aim })))
    return { no: at + 1, ref, title, pillar, leadUnitId, values: judged, standing }
  })
}

/** How many of each standing, in the order of `standings`. */
export const countBy = <S extends string>(
  standings: readonly S[],
  all: readonly { readonly standing: S }[],
): { standing: S; count: number }[] =>
  standings.map((standing) => ({ standing, count: all.filter((one) => one.standing === standing).length }))

/** Of all its values, the one that a target stands or falls by: the worst binding one, and of those the farthest from its goal. */
export function decisiveValue({ values, standing }: BoardTarget): BoardValue | undefined {
  const binding = values.some(({ aim }) => !aim) ? values.filter(({ aim }) => !aim) : values
  const worst = binding.filter(({ status }) => status.status === standing)
  return (worst.length > 0 ? worst : binding).toSorted((a, b) => share(b) - share(a))[0]
}
const share = ({ status, goal }: BoardValue) => (status.gap ?? 0) / (Math.abs(goal) || 1)

/** What asks for a decision first: late before at risk, the farthest from its goal first. */
export const firstToDecide = (targets: readonly BoardTarget[], most: number): BoardTarget[] =>
  targets
    .filter(({ standing }) => standing === 'late' || standing === 'at_risk')
    .toSorted((a, b) => Number(b.standing === 'late') - Number(a.standing === 'late') || farness(b) - farness(a))
    .slice(0, most)
const farness = (target: BoardTarget) => {
  const value = decisiveValue(target)
  return value ? share(value) : 0
}

/** How many targets would be reached at their deadlines if nothing changes. */
export const forecastReached = (targets: readonly BoardTarget[]): number =>
  targets.filter(({ standing }) => standing === 'achieved' || standing === 'on_track').length

export type UnitLine = {
  readonly unitId: number
  readonly targets: readonly BoardTarget[]
  readonly tasks: readonly BoardTask[]
  readonly trouble: number
}

/** Lead units with what they answer for, those in most trouble first. */
export function byUnit(targets: readonly BoardTarget[], tasks: readonly BoardTask[]): UnitLine[] {
  const ids = new Set([...targets, ...tasks].flatMap(({ leadUnitId }) => leadUnitId ?? []))
  return [...ids]
    .map((unitId): UnitLine => {
      const own = {
        targets: targets.filter((one) => one.leadUnitId === unitId),
        tasks: tasks.filter((one) => one.leadUnitId === unitId),
      }
      const trouble = [...own.targets, ...own.tasks].filter(
        ({ standing }) => standing === 'late' || standing === 'at_risk',
      ).length
      return { unitId, ...own, trouble }
    })
    .toSorted((a, b) => b.trouble - a.trouble || b.targets.length - a.targets.length || a.unitId - b.unitId)
}

/** Open days in order: what is overdue comes first because it is earliest. */
export const inOrder = (days: readonly ComingDay[]): ComingDay[] =>
  days.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : (a.ref ?? '').localeCompare(b.ref ?? '')))
