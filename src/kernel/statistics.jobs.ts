/** On the embedded database: the planner's statistics follow what is written. */
import { z } from 'zod'
import { job, type Schedule } from './job.ts'
import { collectStatistics } from './statistics.store.ts'

export const followStatistics = job({
  name: 'kernel.statistics.collect',
  input: z.object({}),
  retries: 0,
  run: async ({ db }) => void (await collectStatistics(db)),
})

export const statisticsSchedule: Schedule = {
  name: followStatistics.name,
  cron: '*/5 * * * *',
  tz: 'Asia/Ho_Chi_Minh',
}
