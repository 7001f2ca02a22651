/** Asks the provider of identities now and then whether it is there, so that people are told before they set out. */
import { z } from 'zod'
import type { IdentityProvider } from '#kernel/identity-provider.ts'
import { job, type Job, type Schedule } from '#kernel/job.ts'
import { keepProviderStanding } from './electronic-identity.store.ts'

const name = 'identity.provider.check'

export const checkProvider = (provider: IdentityProvider): Job =>
  job({
    name,
    input: z.object({}),
    retries: 0,
    run: async ({ db, now }) => keepProviderStanding(db, provider.code, { at: now, state: await provider.check() }),
  })

export const checkProviderSchedule: Schedule = { name, cron: '*/5 * * * *', tz: 'Asia/Ho_Chi_Minh' }
