/** What the kernel does by itself, all day: seals the log, rolls facts up. */
import { z } from 'zod'
import { job, type Job, type Schedule } from './job.ts'
import { rollUp } from './measure-closing.store.ts'
import { sealEvents } from './seal.store.ts'
import { dayOf } from './time.ts'

const seal = job({
  name: 'kernel.event.seal',
  input: z.object({}),
  retries: 0,
  run: async ({ db, now }) => void (await sealEvents(db, now)),
})

const roll = job({
  name: 'kernel.measure.roll_up',
  input: z.object({}),
  retries: 0,
  run: async ({ db, now }) => void (await rollUp(db, dayOf(now))),
})

export const upkeepJobs: readonly Job[] = [seal, roll]

/** What is not sealed yet could still be changed unseen; a minute is the finest that a schedule knows. */
export const upkeepSchedules: readonly Schedule[] = [
  { name: seal.name, cron: '* * * * *', tz: 'Asia/Ho_Chi_Minh' },
  { name: roll.name, cron: '*/5 * * * *', tz: 'Asia/Ho_Chi_Minh' },
]
