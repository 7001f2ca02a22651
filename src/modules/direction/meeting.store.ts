import { sql } from 'kysely'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import { countConclusions } from '#modules/plan/public.ts'
import type { MeetingPeriod } from './meeting.ts'

const meetings = (db: Db) =>
  db
    .selectFrom('direction.meeting as m')
    .select(['m.id', 'm.planId', 'm.title', 'm.heldOn', 'm.place', 'm.minutes', 'm.version'])
    .select((c) => c.ref('m.period').$castTo<MeetingPeriod | null>().as('period'))

type Bare = Awaited<ReturnType<ReturnType<typeof meetings>['execute']>>[number]

/** With how many conclusions each has, and how many of them are done. */
async function withCounts(db: Db, planId: string, rows: readonly Bare[]) {
  const counts = await countConclusions(db, planId)
  return rows.map((row) => ({ ...row, ...(counts.get(row.id) ?? { conclusions: 0, done: 0 }) }))
}

export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>[number]

/** The newest first. */
export async function listMeetings(db: Db, planId: string) {
  const rows = await meetings(db).where('m.planId', '=', planId).orderBy('m.heldOn', 'desc').orderBy('m.id').execute()
  return withCounts(db, planId, rows)
}

export async function getMeeting(db: Db, planId: string, id: string): Promise<MeetingRow> {
  const rows = await meetings(db).where('m.planId', '=', planId).where('m.id', '=', id).execute()
  return (await withCounts(db, planId, rows))[0] ?? refuse('missing', 'plan.meeting.missing')
}

export async function holdMeeting(db: Db, planId: string, id: string): Promise<MeetingRow> {
  await db.selectFrom('direction.meeting').select('id').where('id', '=', id).forUpdate().execute()
  return getMeeting(db, planId, id)
}

type MeetingHead = { title: string; heldOn: Day; place: string | null }

export async function insertMeeting(
  ctx: Ctx,
  meeting: MeetingHead & { planId: string; period: MeetingPeriod | null },
): Promise<string> {
  const id = newId(ctx.now)
  await ctx.db
    .insertInto('direction.meeting')
    .values({ ...meeting, id })
    .execute()
  return id
}

export const updateMeeting = (db: Db, id: string, change: MeetingHead & { minutes: string | null }) =>
  db
    .updateTable('direction.meeting')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute()
