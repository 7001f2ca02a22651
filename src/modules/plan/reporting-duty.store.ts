/** The days on which a plan asks for reports and meetings, as rows; and the words that ask for them without a day. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'

export type ReportingDuty = {
  readonly id: string
  readonly kind: string
  readonly literal: string
  readonly dueOn: Day
}

const duties = (db: Db, planId: string) =>
  db
    .selectFrom('plan.reporting_duty')
    .select(['id', 'kind', 'literal', 'dueOn'])
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .orderBy('dueOn')
    .orderBy('kind')

/** What the plan asks to be reported, the earliest first. */
export const listReportingDuties = (db: Db, planId: string): Promise<ReportingDuty[]> =>
  duties(db, planId).where('kind', 'not like', '%meeting').execute()

/** What the plan lays upon units, in its words; and meetings it names a day for. */
export async function listMeetingDuties(db: Db, planId: string) {
  const tasks = await db
    .selectFrom('plan.task')
    .select('wording')
    .where('planId', '=', planId)
    .where('kind', '<>', 'conclusion')
    .where('endedIn', 'is', null)
    .orderBy('position')
    .execute()
  const dated = await duties(db, planId).where('kind', 'like', '%meeting').execute()
  return { duties: tasks.map(({ wording }) => wording), dated }
}
