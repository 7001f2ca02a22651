import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import type { MeetingPeriod } from './meeting.ts'

const meetings = (db: Db) =>
  db
    .selectFrom('plan.meeting as m')
    .select(['m.id', 'm.planId', 'm.title', 'm.heldOn', 'm.place', 'm.minutes', 'm.version'])
    .select((c) => c.ref('m.period').$castTo<MeetingPeriod | null>().as('period'))
    .select((c) => [
      c
        .selectFrom('plan.task as t')
        .select((t) => t.fn.countAll<number>().as('n'))
        .whereRef('t.meetingId', '=', 'm.id')
        .as('conclusions'),
      c
        .selectFrom('plan.task as t')
        .select((t) => t.fn.countAll<number>().as('n'))
        .whereRef('t.meetingId', '=', 'm.id')
        .where('t.doneOn', 'is not', null)
        .as('done'),
    ])

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>[number]

/** The newest first. */
export const listMeetings = (db: Db, planId: string) =>
  meetings(db).where('m.planId', '=', planId).orderBy('m.heldOn', 'desc').orderBy('m.id').execute()

export const getMeeting = async (db: Db, planId: string, id: string): Promise<MeetingRow> =>
  (await meetings(db).where('m.planId', '=', planId).where('m.id', '=', id).executeTakeFirst()) ??
  refuse('missing', 'plan.meeting.missing')

export async function holdMeeting(db: Db, planId: string, id: string): Promise<MeetingRow> {
  await db.selectFrom('plan.meeting').select('id').where('id', '=', id).forUpdate().execute()
  return getMeeting(db, planId, id)
}

type MeetingHead = { title: string; heldOn: Day; place: string | null }

export async function insertMeeting(
  ctx: Ctx,
  meeting: MeetingHead & { planId: string; period: MeetingPeriod | null },
): Promise<string> {
  const id = newId(ctx.now)
  await ctx.db
    .insertInto('plan.meeting')
    .values({ ...meeting, id })
    .execute()
  return id
}

export const updateMeeting = (db: Db, id: string, change: MeetingHead & { minutes: string | null }) =>
  db
    .updateTable('plan.meeting')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()

/** What the plan lays upon units, in its words; and meetings it names a day for. */
export async function listMeetingDuties(db: Db, planId: string) {
  const [duties, dated] = [
    await db
      .selectFrom('plan.task')
      .select('wording')
      .where('planId', '=', planId)
      .where('kind', '<>', 'conclusion')
      .where('endedIn', 'is', null)
      .orderBy('position')
      .execute(),
    await db
      .selectFrom('plan.reporting_duty')
      .select(['kind', 'literal', 'dueOn'])
      .where('planId', '=', planId)
      .where('endedIn', 'is', null)
      .where('kind', 'like', '%meeting')
      .execute(),
  ]
  return { duties: duties.map(({ wording }) => wording), dated }
}

/** Conclusions in the order they were drawn, with the unit that leads each by the name it has on `on`. */
export const listConclusions = (db: Db, meetingId: string, on: Day) =>
  db
    .selectFrom('plan.task as t')
    .select(['t.id', 't.ref', 't.wording', 't.dueOn', 't.doneOn', 't.stoppedOn'])
    .select((c) =>
      c
        .selectFrom('kernel.unit_version as v')
        .select('v.name')
        .whereRef('v.unitId', '=', 't.leadUnitId')
        .where('v.validFrom', '<=', on)
        .orderBy('v.validFrom', 'desc')
        .limit(1)
        .as('unitName'),
    )
    .where('t.meetingId', '=', meetingId)
    .orderBy('t.position')
    .execute()
export type ConclusionRow = Awaited<ReturnType<typeof listConclusions>>[number]

export const listRefs = async (db: Db, planId: string): Promise<string[]> =>
  (await db.selectFrom('plan.task').select('ref').where('planId', '=', planId).execute()).map(({ ref }) => ref)

type Conclusion = { ref: string; heading: string; wording: string; leadUnitId: number; startsOn: Day; dueOn: Day }

export async function insertConclusion(
  ctx: Ctx,
  place: { planId: string; meetingId: string },
  task: Conclusion,
  cooperating: readonly number[],
): Promise<string> {
  const id = newId(ctx.now)
  const position = sql<number>`(select coalesce(max(position), 0) + 1 from plan.task where plan_id = ${place.planId})`
  await ctx.db
    .insertInto('plan.task')
    .values({ ...task, ...place, id, kind: 'conclusion', position })
    .execute()
  if (cooperating.length)
    await ctx.db
      .insertInto('plan.cooperation')
      .values(cooperating.map((unitId) => ({ thingId: id, unitId })))
      .execute()
  return id
}
