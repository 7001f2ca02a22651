import type { Db } from '#kernel/db/open.ts'
import type { ReportingDay } from './reporting-day.ts'

/** What the plan asks to be reported, the earliest first. */
export async function listReportingDays(db: Db, planId: string): Promise<ReportingDay[]> {
  return db
    .selectFrom('plan.reporting_duty')
    .select(['id', 'kind', 'literal', 'dueOn'])
    .where('planId', '=', planId)
    .where('endedIn', 'is', null)
    .where('kind', 'not like', '%meeting')
    .orderBy('dueOn')
    .orderBy('kind')
    .execute()
}
