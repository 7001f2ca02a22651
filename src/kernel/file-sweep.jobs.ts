/** What nothing refers to any more leaves the file house. */
import { z } from 'zod'
import type { FileHouse } from './file-house.ts'
import { type Holder, sweepFiles } from './file-sweep.store.ts'
import { job, type Job, type Schedule } from './job.ts'

type Swept = { files: FileHouse; holders: readonly Holder[]; graceDays: number }

/** Needs what only the app knows: where files lie, and who may refer to them. */
export const sweepFileHouse = ({ files, holders, graceDays }: Swept): Job =>
  job({
    name: 'kernel.file.sweep',
    input: z.object({}),
    retries: 3,
    run: async (ctx) => void (await sweepFiles(ctx, files, holders, graceDays)),
  }) as Job

export const sweepFileHouseSchedule: Schedule = {
  name: 'kernel.file.sweep',
  cron: '10 3 * * *',
  tz: 'Asia/Ho_Chi_Minh',
}
