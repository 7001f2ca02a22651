/**
 * Every morning: what was rated low without a name is opened, so that no moment in the log leads back to who was there at
 * it; and what nobody answered in time is told to whoever is above.
 */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { dayOf } from '#kernel/time.ts'
import { listToEscalate, listUnopened } from './follow-up.store.ts'
import { escalate, openFollowUp } from './opening.store.ts'

const atOnce = 200
const plain = { result: null, detail: null, rule: null }

const openSome = ({ db, ...rest }: Ctx): Promise<boolean> =>
  db.transaction().execute(async (inside) => {
    const ctx = { ...rest, db: inside }
    const waiting = await listUnopened(inside, atOnce)
    for (const one of waiting)
      await appendEvent(ctx, 'rating.follow_up.open', `rating.follow_up/${await openFollowUp(ctx, one)}`, plain)
    return waiting.length === atOnce
  })

const escalateSome = ({ db, ...rest }: Ctx): Promise<boolean> =>
  db.transaction().execute(async (inside) => {
    const ctx = { ...rest, db: inside }
    const late = await listToEscalate(inside, dayOf(ctx.now), atOnce)
    for (const one of late) {
      await escalate(ctx, one)
      await appendEvent(ctx, 'rating.follow_up.escalate', `rating.follow_up/${one.id}`, plain)
    }
    return late.length === atOnce
  })

export async function followUpAll(ctx: Ctx): Promise<void> {
  while (await openSome(ctx));
  while (await escalateSome(ctx));
}

const followUpJob = job({ name: 'rating.follow_up.morning', input: z.object({}), retries: 5, run: followUpAll })

export const ratingJobs = [followUpJob]
export const ratingSchedules: readonly Schedule[] = [
  { name: followUpJob.name, cron: '10 6 * * *', tz: 'Asia/Ho_Chi_Minh' },
]
