/** Seeing to a low rating: taking it, and answering whoever gave it. */
import { z } from 'zod'
import { mustReach } from '#kernel/access.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { notifyAddressee, profileOf } from '#modules/identity/public.ts'
import { objectionToAnswer } from './follow-up.ts'
import { type FollowUp, holdFollowUp, updateFollowUp } from './follow-up.store.ts'

const One = { id: z.uuid() }
const needs = 'rating.answer'
const about = ({ id }: { id: string }) => `rating.follow_up/${id}`

/** Within reach, open, and not about one's own work. */
async function hold(ctx: Ctx, id: string): Promise<FollowUp> {
  const found = (await holdFollowUp(ctx.db, id)) ?? refuse('missing', 'rating.follow_up.missing')
  await mustReach(ctx, found.unitId)
  const objection = objectionToAnswer(found, ctx.actor.accountId)
  return objection ? refuse('conflict', objection) : found
}

export const takeFollowUp = command({
  name: 'rating.follow_up.take',
  needs,
  input: z.object(One),
  run: async (ctx, { id }) => {
    await hold(ctx, id)
    await updateFollowUp(ctx.db, id, { ownerId: ctx.actor.accountId })
    return { id }
  },
  about,
})

export const answerFollowUp = command({
  name: 'rating.follow_up.answer',
  needs,
  input: z.object({ ...One, answer: z.string().trim().min(10).max(4000) }),
  run: async (ctx, { id, answer }) => {
    const { partyId, dossierId } = await hold(ctx, id)
    const who = ctx.actor.accountId
    await updateFollowUp(ctx.db, id, { answer, answeredOn: dayOf(ctx.now), answeredBy: who, ownerId: who })
    const owner = partyId === null ? undefined : await profileOf(ctx.db, partyId)
    const href = `/ho-so/${dossierId}/danh-gia`
    if (owner) await notifyAddressee(ctx, owner, { key: 'rating.notice.answered', href, mail: true })
    return { id }
  },
  about,
})
