/** Days that dossiers have changed are counted for the plan; once a week all sums are made again and must be the same. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { recordFacts } from '#kernel/measure-fact.store.ts'
import { countDays, takeDays } from './due.store.ts'
import { factsOfDay } from './measure.ts'
import { recompute } from './tally.store.ts'

/** One transaction counts what so many marks name. */
const marksAtOnce = 2_000

const countSome = ({ db, now }: Ctx): Promise<boolean> =>
  db.transaction().execute(async (inside) => {
    const days = await takeDays(inside, marksAtOnce)
    if (!days.length) return false
    await recordFacts(inside, (await countDays(inside, days)).flatMap(factsOfDay), now)
    return true
  })

export async function countMarkedDays(ctx: Ctx): Promise<void> {
  while (await countSome(ctx));
}

const countJob = job({ name: 'scores.measure.count', input: z.object({}), retries: 3, run: countMarkedDays })

const recomputeJob = job({
  name: 'scores.tally.recompute',
  input: z.object({}),
  retries: 1,
  run: (ctx) =>
    ctx.db.transaction().execute(async (db) => {
      const result = await recompute(db)
      const about = { result, detail: null, rule: null }
      await appendEvent({ ...ctx, db }, 'scores.tally.recompute', 'scores.tally', about)
    }),
})

export const scoreJobs = [countJob, recomputeJob]

export const scoreSchedules: readonly Schedule[] = [
  { name: countJob.name, cron: '*/5 * * * *', tz: 'Asia/Ho_Chi_Minh' },
  { name: recomputeJob.name, cron: '30 2 * * 0', tz: 'Asia/Ho_Chi_Minh' },
]
