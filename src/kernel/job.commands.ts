/** Trying again by hand what the platform could not do by itself. */
import { z } from 'zod'
import { mustBeAtTop } from './account-reach.store.ts'
import { command } from './command.ts'
import { findJob, retryJob } from './job.store.ts'
import { retryMail } from './mail.store.ts'
import { refuse } from './problem.ts'

/** One, or all that were ticked. */
const Ids = z.preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.uuid()).min(1).max(500))

export const retryJobs = command({
  name: 'kernel.job.retry',
  needs: 'admin.jobs',
  input: z.object({ ids: Ids }),
  run: async (ctx, { ids }) => {
    await mustBeAtTop(ctx)
    for (const id of ids) {
      if (!(await findJob(ctx.db, id))) refuse('missing', 'kernel.missing')
      await retryJob(ctx.db, id)
    }
    return { ids }
  },
  about: ({ ids }) => (ids.length === 1 ? `kernel.job/${ids[0]}` : 'kernel.job'),
})

export const retryMails = command({
  name: 'kernel.mail.retry',
  needs: 'admin.jobs',
  input: z.object({ ids: Ids }),
  run: async (ctx, { ids }) => {
    await mustBeAtTop(ctx)
    for (const id of ids) await retryMail(ctx, id)
    return { ids }
  },
  about: ({ ids }) => (ids.length === 1 ? `kernel.mail/${ids[0]}` : 'kernel.mail'),
})

export const jobCommands = [retryJobs, retryMails]
