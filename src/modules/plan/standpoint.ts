/** What a person's post is to a target or task: whether its unit leads it, works on it, or leads the whole plan. Pure. */
import type { Key } from '#kernel/text.ts'
import type { PlanState } from './plan.ts'

export type Standpoint = {
  readonly permissions: ReadonlySet<string>
  /** The lead unit is the post's unit or stands below it. */
  readonly leads: boolean
  readonly cooperates: boolean
  /** The post's unit leads the plan, or stands above the unit that does. */
  readonly leadsPlan: boolean
  readonly planState: PlanState
}

const closed = ({ planState }: Standpoint): Key | null => (planState === 'published' ? null : 'plan.work.not_in_force')

const lacks = ({ permissions }: Standpoint, permission: string): Key | null =>
  permissions.has(permission) ? null : 'kernel.not_permitted'

/** Who leads, who helps, until when, how it is known: the lead of the plan says. */
export const objectionToAssign = (at: Standpoint): Key | null =>
  lacks(at, 'plan.assign') ?? closed(at) ?? (at.leadsPlan ? null : 'plan.work.not_plan_lead')

/** Writing about it, its milestones, its money: whoever works on it. */
export const objectionToWork = (at: Standpoint): Key | null =>
  lacks(at, 'plan.work') ?? closed(at) ?? (at.leads || at.cooperates || at.leadsPlan ? null : 'plan.work.not_yours')

/** Ending it: only who answers for it. */
export const objectionToLead = (at: Standpoint): Key | null =>
  lacks(at, 'plan.work') ?? closed(at) ?? (at.leads || at.leadsPlan ? null : 'plan.work.not_lead')

/** Confirming or returning what units reported. */
export const objectionToJudge = (at: Standpoint): Key | null =>
  lacks(at, 'plan.confirm') ?? closed(at) ?? (at.leads || at.leadsPlan ? null : 'plan.work.not_lead')

/** Asking a unit about it: who directs the plan. */
export const objectionToRemind = (at: Standpoint): Key | null =>
  lacks(at, 'plan.remind') ?? closed(at) ?? (at.leadsPlan ? null : 'plan.led_by_another_unit')
