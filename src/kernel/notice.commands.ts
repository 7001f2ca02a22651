/** Reading what one was told. */
import { z } from 'zod'
import { command } from './command.ts'
import { getNotice } from './notice-browse.store.ts'
import { markRead } from './notice.store.ts'

/** Of one's own only. */
export const readNotice = command({
  name: 'kernel.notice.read',
  needs: 'signed_in',
  input: z.object({ id: z.string() }),
  run: async (ctx, { id }) => {
    const accountId = ctx.actor.accountId ?? ''
    const { href } = await getNotice(ctx.db, accountId, id)
    await markRead(ctx.db, accountId, ctx.now, [id])
    return { id, href }
  },
  about: ({ id }) => `kernel.notice/${id}`,
})

export const readAllNotices = command({
  name: 'kernel.notice.read_all',
  needs: 'signed_in',
  input: z.object({}),
  run: async (ctx) => {
    const accountId = ctx.actor.accountId ?? ''
    await markRead(ctx.db, accountId, ctx.now)
    return { accountId }
  },
  about: ({ accountId }) => `kernel.account/${accountId}`,
})

export const noticeCommands = [readNotice, readAllNotices]
