/** What a unit adds to its plan by itself, as rows that are worked on like those of the province's plan. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { Comparator } from './plan.ts'

export type OwnWork = {
  readonly id: string
  readonly kind: 'target' | 'task'
  readonly ref: string
  /** Its place among all that the plan holds. */
  readonly position: number
  readonly title: string
  readonly wording: string
  readonly dueOn: Day | null
  /** Of a target. */
  readonly goal: { readonly comparator: Comparator; readonly goal: number; readonly unit: string } | null
}

/** `no`: the version that has them; what it no longer has ends with it. */
type Place = { readonly planId: string; readonly unitId: number; readonly no: number; readonly year: number }

export async function writeOwnWork(db: Db, plan: Place, work: readonly OwnWork[]): Promise<void> {
  await writeTasks(
    db,
    plan,
    work.filter(({ kind }) => kind === 'task'),
  )
  await writeTargets(
    db,
    plan,
    work.filter(({ kind }) => kind === 'target'),
  )
}

const none = '00000000-0000-0000-0000-000000000000'

async function writeTasks(db: Db, { planId, unitId, no }: Place, own: readonly OwnWork[]) {
  await db
    .updateTable('plan.task')
    .set({ endedIn: no })
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .where('kind', '=', 'task')
    .where('id', 'not in', [none, ...own.map(({ id }) => id)])
    .execute()
  if (!own.length) return
  await db
    .insertInto('plan.task')
    .values(
      own.map(({ id, ref, position, title, wording, dueOn }) => ({
        id,
        ref,
        position,
        wording,
        dueOn,
        planId,
        kind: 'task',
        heading: title,
        leadUnitId: unitId,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        position: c.ref('excluded.position'),
        heading: c.ref('excluded.heading'),
        wording: c.ref('excluded.wording'),
        dueOn: c.ref('excluded.dueOn'),
        version: sql<number>`task.version + 1`,
      })),
    )
    .execute()
}

async function writeTargets(db: Db, { planId, unitId, no, year }: Place, own: readonly OwnWork[]) {
  await db
    .updateTable('plan.target')
    .set({ endedIn: no })
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .where('id', 'not in', [none, ...own.map(({ id }) => id)])
    .execute()
  if (!own.length) return
  await db
    .insertInto('plan.target')
    .values(
      own.map(({ id, ref, position, title, wording }) => ({
        id,
        ref,
        position,
        title,
        wording,
        pillar: '',
        planId,
        leadUnitId: unitId,
      })),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        position: c.ref('excluded.position'),
        title: c.ref('excluded.title'),
        wording: c.ref('excluded.wording'),
        version: sql<number>`target.version + 1`,
      })),
    )
    .execute()
  await db
    .insertInto('plan.value')
    .values(
      own.flatMap(({ id, title, goal, dueOn }) =>
        goal
          ? [
              {
                ...goal,
                id,
                targetId: id,
                position: 0,
                goal: String(goal.goal),
                subject: title,
                deadline: dueOn ?? (`${year}-12-31` as Day),
              },
            ]
          : [],
      ),
    )
    .onConflict((on) =>
      on.column('id').doUpdateSet((c) => ({
        comparator: c.ref('excluded.comparator'),
        goal: c.ref('excluded.goal'),
        unit: c.ref('excluded.unit'),
        subject: c.ref('excluded.subject'),
        deadline: c.ref('excluded.deadline'),
      })),
    )
    .execute()
}
