/** Sealing comes round by itself. */
import { z } from 'zod'
import { job, type Schedule } from './job.ts'
import { sealEvents } from './seal.store.ts'

export const sealLog = job({
  name: 'kernel.event.seal',
  input: z.object({}),
  retries: 3,
  run: async ({ db, now }) => {
    const { busy } = await sealEvents(db, now)
    if (busy) throw new Error('a long transaction is in the way of sealing the event log')
  },
})

export const sealSchedule: Schedule = { name: sealLog.name, cron: '*/10 * * * *', tz: 'Asia/Ho_Chi_Minh' }
