/** A plan at a glance: short queries whatever it has been through. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { ComingDay, TaskGlance } from './glance.ts'
import type { TaskKind } from './plan.ts'
import { type StatusRule } from './status.ts'
import { statusOfTask } from './task-status.ts'

/** Each task with how it stands: its milestones, notes and risks counted by the database. */
export async function glanceAtTasks(db: Db, planId: string, today: Day, rule: StatusRule): Promise<TaskGlance[]> {
  const rows = await db
    .selectFrom('plan.task as t')
    .select(['t.ref', 't.heading', 't.wording', 't.leadUnitId', 't.dueOn', 't.doneOn', 't.stoppedOn'])
    .select((c) => c.ref('t.kind').$castTo<TaskKind>().as('kind'))
    .select([
      sql<
        { dueOn: Day; doneOn: Day | null }[]
      >`coalesce((select jsonb_agg(jsonb_build_object('dueOn', m.due_on, 'doneOn', m.done_on))
        from plan.milestone m where m.task_id = t.id), '[]')`.as('milestones'),
      sql<number>`(select count(*) from plan.note n where n.thing_id = t.id and n.kind = 'progress')`.as('notes'),
      sql<number | null>`(select n.share_done from plan.note n where n.thing_id = t.id and n.share_done is not null
        order by n.at desc limit 1)`.as('shareDone'),
      sql<number>`(select count(*) from plan.note n where n.thing_id = t.id and n.kind = 'risk'
        and not exists (select from plan.note c where c.answers = n.id))`.as('openRisks'),
    ])
    .where('t.planId', '=', planId)
    .where('t.endedIn', 'is', null)
    .orderBy('t.position')
    .execute()
  return rows.map((row) => ({
    ref: row.ref,
    kind: row.kind,
    heading: row.heading,
    wording: row.wording,
    leadUnitId: row.leadUnitId,
    dueOn: row.dueOn,
    standing: statusOfTask({ ...row, today, rule }).status,
  }))
}

/** Open milestones and the plan's own reporting days from `from` on. */
export async function comingDays(db: Db, planId: string, from: Day): Promise<ComingDay[]> {
  const [milestones, reports] = await Promise.all([
    db
      .selectFrom('plan.milestone as m')
      .innerJoin('plan.task as t', 't.id', 'm.taskId')
      .select(['m.dueOn', 'm.title', 't.ref', 't.leadUnitId'])
      .where('t.planId', '=', planId)
      .where('t.endedIn', 'is', null)
      .where('m.doneOn', 'is', null)
      .execute(),
    db
      .selectFrom('plan.reporting_duty')
      .select(['dueOn', 'literal'])
      .where('planId', '=', planId)
      .where('endedIn', 'is', null)
      .where('dueOn', '>=', from)
      .execute(),
  ])
  return [
    ...milestones.map(({ dueOn, title, ref, leadUnitId }) => ({
      on: dueOn,
      kind: 'milestone' as const,
      ref,
      title,
      leadUnitId,
    })),
    ...reports.map(({ dueOn, literal }) => ({
      on: dueOn,
      kind: 'report' as const,
      ref: null,
      title: literal,
      leadUnitId: null,
    })),
  ]
}
