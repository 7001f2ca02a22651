/** Drafts whose time is over are erased, and what ended sessions left behind. */
import { z } from 'zod'
import { appendEvent } from '#kernel/event.store.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { dayOf } from '#kernel/time.ts'
import { deleteExpired } from './draft.store.ts'
import { retentionOn } from './retention.ts'

export const sweepDrafts = job({
  name: 'filing.draft.sweep',
  input: z.object({}),
  retries: 3,
  run: async (ctx) => {
    const today = dayOf(ctx.now)
    const before = new Date(ctx.now.getTime() - retentionOn(today).stashHours * 3_600_000)
    await ctx.db.transaction().execute(async (db) => {
      const erased = await deleteExpired(db, today, before)
      if (erased === 0) return
      const about = { result: { erased }, detail: null, rule: null }
      await appendEvent({ ...ctx, db }, 'filing.draft.sweep', 'filing.draft', about)
    })
  },
})

export const sweepSchedule: Schedule = { name: sweepDrafts.name, cron: '20 2 * * *', tz: 'Asia/Ho_Chi_Minh' }
