/** What may still be done to a dossier that was filed. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { type Application, maySee, objectionToWithdraw } from './application.ts'
import { findApplication, holdApplication, withdraw } from './application.store.ts'
import { getProfile } from './party.store.ts'
import { tellOwner } from './telling.store.ts'

/** Theirs, or none: an id alone tells nothing. */
const letSee = (ctx: Ctx, application: Application | undefined): Application =>
  application && maySee(application, ctx.actor) ? application : refuse('missing', 'filing.application.missing')

export const getApplication = async (ctx: Ctx, id: string): Promise<Application> =>
  letSee(ctx, await findApplication(ctx.db, id))

const Withdrawal = z.object({
  id: z.string(),
  because: z
    .string()
    .trim()
    .max(1000)
    .optional()
    .transform((text) => text || null),
})

async function takeBack(ctx: Ctx, { id, because }: z.output<typeof Withdrawal>) {
  const application = letSee(ctx, await holdApplication(ctx.db, id))
  const objection = objectionToWithdraw(application)
  if (objection) refuse('conflict', objection)
  await withdraw(ctx.db, id, { now: ctx.now, because })
  await tellOwner(ctx, await getProfile(ctx.db, application.partyId), application, 'filing.notice.withdrawn')
  return { id }
}

const about = ({ id }: { id: string }) => `filing.application/${id}`

export const withdrawApplication = command({
  name: 'filing.application.withdraw',
  needs: 'citizen',
  input: Withdrawal,
  run: takeBack,
  about,
})

/** The portal that filed it takes it back for its owner. */
export const withdrawAsPartner = command({
  name: 'filing.application.withdraw_as_partner',
  needs: 'filing.partner',
  input: Withdrawal,
  run: takeBack,
  about,
})
