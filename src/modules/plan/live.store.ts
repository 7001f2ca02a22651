/** Writes what a version puts in force. What it no longer has ends; what stays keeps its id, its lead unit, its work. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { LiveAsk, LiveReport, LiveTarget, LiveTask, LiveValue, Publication } from './live.ts'

type Place = { db: Db; planId: string; no: number }

export async function writePublication(db: Db, planId: string, no: number, live: Publication) {
  const place = { db, planId, no }
  await writeTargets(place, live.targets)
  await writeValues(place, live.values)
  await writeTasks(place, live.tasks)
  await writeReports(place, live.reports)
  await writeAsks(place, live.asks)
}

const none = '00000000-0000-0000-0000-000000000000'
const idsOf = (rows: readonly { id: string }[]) => [none, ...rows.map(({ id }) => id)]

/** An ended row gives its number free, and numbers that change places must not meet on the way. */
async function freeRefs({ db, planId, no }: Place, table: 'plan.target' | 'plan.task', kept: readonly string[]) {
  const ended = db
    .updateTable(table)
    .set({ endedIn: no, ref: sql<string>`ref || ${`~${no}`}` })
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .where('id', 'not in', kept)
  await (table === 'plan.task'
    ? ended.where(sql`kind`, 'in', ['task', 'solution', 'project', 'duty'])
    : ended
  ).execute()
  await db
    .updateTable(table)
    .set({ ref: sql<string>`id::text` })
    .where('planId', '=', planId)
    .where('id', 'in', kept)
    .execute()
}

async function writeTargets(place: Place, targets: readonly LiveTarget[]) {
  await freeRefs(place, 'plan.target', idsOf(targets))
  if (!targets.length) return
  await place.db
    .insertInto('plan.target')
    .values(targets.map((target) => ({ ...target, planId: place.planId })))
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        ref: c.ref('excluded.ref'),
        position: c.ref('excluded.position'),
        pillar: c.ref('excluded.pillar'),
        title: c.ref('excluded.title'),
        wording: c.ref('excluded.wording'),
        endedIn: null,
        version: sql<number>`target.version + 1`,
      })),
    )
    .execute()
}

/** How a value is known (its measure) stays as it was set. */
async function writeValues({ db, planId, no }: Place, values: readonly LiveValue[]) {
  await db
    .updateTable('plan.value')
    .set({ endedIn: no })
    .where('targetId', 'in', (c) => c.selectFrom('plan.target').select('id').where('planId', '=', planId))
    .where('endedIn', 'is', null)
    .where('id', 'not in', idsOf(values))
    .execute()
  if (!values.length) return
  await db
    .insertInto('plan.value')
    .values(values.map((value) => ({ ...value, goal: String(value.goal), goalMax: value.goalMax?.toString() ?? null })))
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        targetId: c.ref('excluded.targetId'),
        position: c.ref('excluded.position'),
        comparator: c.ref('excluded.comparator'),
        goal: c.ref('excluded.goal'),
        goalMax: c.ref('excluded.goalMax'),
        unit: c.ref('excluded.unit'),
        subject: c.ref('excluded.subject'),
        level: c.ref('excluded.level'),
        deadline: c.ref('excluded.deadline'),
        aim: c.ref('excluded.aim'),
        endedIn: null,
      })),
    )
    .execute()
}

/** A day set by the lead unit stays when the text names none. */
async function writeTasks(place: Place, tasks: readonly LiveTask[]) {
  await freeRefs(place, 'plan.task', idsOf(tasks))
  if (!tasks.length) return
  await place.db
    .insertInto('plan.task')
    .values(tasks.map((task) => ({ ...task, planId: place.planId })))
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        kind: c.ref('excluded.kind'),
        ref: c.ref('excluded.ref'),
        position: c.ref('excluded.position'),
        heading: c.ref('excluded.heading'),
        wording: c.ref('excluded.wording'),
        dueOn: sql`coalesce(excluded.due_on, task.due_on)`,
        endedIn: null,
        version: sql<number>`task.version + 1`,
      })),
    )
    .execute()
}

async function writeReports({ db, planId, no }: Place, reports: readonly LiveReport[]) {
  await db
    .updateTable('plan.reporting_duty')
    .set({ endedIn: no })
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .where('id', 'not in', idsOf(reports))
    .execute()
  if (!reports.length) return
  await db
    .insertInto('plan.reporting_duty')
    .values(reports.map((report) => ({ ...report, planId })))
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        kind: c.ref('excluded.kind'),
        literal: c.ref('excluded.literal'),
        dueOn: c.ref('excluded.dueOn'),
        endedIn: null,
      })),
    )
    .execute()
}

async function writeAsks({ db, planId }: Place, asks: readonly LiveAsk[]) {
  await db
    .deleteFrom('plan.asked_unit')
    .where('planId', '=', planId)
    .where('unitId', 'not in', [0, ...asks.map(({ unitId }) => unitId)])
    .execute()
  if (!asks.length) return
  await db
    .insertInto('plan.asked_unit')
    .values(asks.map((ask) => ({ ...ask, planId })))
    .onConflict((on) => on.columns(['planId', 'unitId']).doUpdateSet((c) => ({ dueOn: c.ref('excluded.dueOn') })))
    .execute()
}
