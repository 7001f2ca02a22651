/** What an officer says about a difference that cannot be sent again. */
import { z } from 'zod'
import { scopeOf } from '#kernel/access.store.ts'
import { isAtTop } from '#kernel/account-reach.store.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { holdDifference, settleDifference } from './reconciliation.store.ts'

/** What belongs to no unit of ours is for whoever looks after the whole province. */
export const reachOf = async (ctx: Ctx) => ({ scope: await scopeOf(ctx), isTop: await isAtTop(ctx) })

export const settleDifferenceByHand = command({
  name: 'exchange.difference.settle',
  needs: 'exchange.repair',
  input: z.object({ id: z.uuid(), because: z.string().trim().min(1).max(1000) }),
  run: async (ctx, { id, because }) => {
    const { scope, isTop } = await reachOf(ctx)
    const { settledAt } = await holdDifference(ctx.db, id, scope, isTop)
    if (settledAt) refuse('conflict', 'exchange.difference.settled_before')
    await settleDifference(ctx, id, because)
    return { id }
  },
  about: ({ id }) => `exchange.difference/${id}`,
  detail: (_, { because }) => ({ because }),
})

export const differenceCommands = [settleDifferenceByHand]
