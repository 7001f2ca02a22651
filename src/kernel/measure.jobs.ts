/** What the kernel does by itself, all day: rolls facts up into closings. */
import { z } from 'zod'
import { job, type Schedule } from './job.ts'
import { rollUp } from './measure-closing.store.ts'
import { dayOf } from './time.ts'

export const rollUpFacts = job({
  name: 'kernel.measure.roll_up',
  input: z.object({}),
  retries: 0,
  run: async ({ db, now }) => void (await rollUp(db, dayOf(now))),
})

export const rollUpSchedule: Schedule = { name: rollUpFacts.name, cron: '*/5 * * * *', tz: 'Asia/Ho_Chi_Minh' }
