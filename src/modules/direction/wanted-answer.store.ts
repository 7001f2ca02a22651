/** Answers that reminders wanted by a day, from what happened to each. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Period } from '#kernel/measure.ts'
import type { Day } from '#kernel/time.ts'
import type { Counted } from '#modules/plan/public.ts'

export type WantedAnswer = Counted & { reminderId: string; wording: string; answeredOn: Day | null }

/**
 * Answers that were wanted by a day of `within`: when a reminder was sent, and each time its answer was sent back. One
 * that was closed before its day and without an answer is owed no more. Steps are only added to, so a day that is over
 * does not change.
 */
export async function wantedAnswers(db: Db, within: Period): Promise<WantedAnswer[]> {
  const { rows } = await sql<Omit<WantedAnswer, 'inTime'> & { closedOn: Day | null }>`
    select r.id as reminder_id, r.unit_id, s.wording, s.due_on,
      (select min((a.at at time zone 'Asia/Ho_Chi_Minh')::date) from direction.reminder_step a
        where a.reminder_id = r.id and a.kind = 'answered' and a.at > s.at) as answered_on,
      (r.closed_at at time zone 'Asia/Ho_Chi_Minh')::date as closed_on
    from direction.reminder_step s join direction.reminder r on r.id = s.reminder_id
    where s.kind in ('sent', 'returned') and s.due_on between ${within.from}::date and ${within.to}::date
    order by s.due_on, s.id`.execute(db)
  return rows
    .map(({ reminderId, unitId, wording, dueOn, answeredOn, closedOn }) => {
      const inTime = answeredOn !== null && answeredOn <= dueOn
      const isOwed = inTime || closedOn === null || closedOn > dueOn
      return { isOwed, row: { reminderId, unitId, wording, dueOn, answeredOn, inTime } }
    })
    .flatMap(({ isOwed, row }) => (isOwed ? [row] : []))
}
