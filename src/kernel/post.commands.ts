/** Posts are opened and closed, never changed: whoever moves closes one and opens another. */
import { z } from 'zod'
import { mustCareFor, mustManage } from './account-reach.store.ts'
import { isClosed } from './account.ts'
import { Login } from './account.commands.ts'
import { getAccountByLogin } from './account.store.ts'
import { command } from './command.ts'
import { DayInput } from './day-input.ts'
import { newId } from './id.ts'
import { endPost, holdPost, insertPost } from './post.store.ts'
import { refuse, refuseField } from './problem.ts'
import { findRole } from './role.store.ts'
import { dayOf, plusDays } from './time.ts'
import { getUnit } from './unit.store.ts'

const aboutAccount = (result: { accountId: string }) => `kernel.account/${result.accountId}`

export const openPost = command({
  name: 'kernel.post.open',
  needs: 'admin.accounts',
  input: z.object({
    login: Login,
    unit: z.string().min(1),
    role: z.string().min(1),
    title: z.string().trim().min(2).max(120),
    validFrom: DayInput,
  }),
  run: async (ctx, { login, unit, role, title, validFrom }) => {
    const { id: unitId } = await getUnit(ctx.db, unit, dayOf(ctx.now))
    await mustCareFor(ctx, unitId)
    const account = await getAccountByLogin(ctx.db, login)
    await mustManage(ctx, account.id)
    if (isClosed(account, dayOf(ctx.now))) refuse('conflict', 'kernel.account.closed')
    if (!(await findRole(ctx.db, role))) refuseField('role', 'input.not_offered')
    const postId = newId(ctx.now)
    await insertPost(ctx.db, { id: postId, accountId: account.id, unitId, roleCode: role, title, validFrom })
    return { accountId: account.id, postId }
  },
  about: aboutAccount,
  detail: (_, { unit, role }) => ({ unit, role }),
})

/** `lastDay` is the last day in the post. Sessions that act in it lose it the day after. */
export const closePost = command({
  name: 'kernel.post.close',
  needs: 'admin.accounts',
  input: z.object({ postId: z.string().min(1), lastDay: DayInput }),
  run: async (ctx, { postId, lastDay }) => {
    const post = await holdPost(ctx.db, postId)
    await mustCareFor(ctx, post.unitId)
    if (post.id === ctx.actor.postId) refuse('conflict', 'kernel.post.in_use_by_you')
    if (lastDay < post.validFrom) refuseField('lastDay', 'kernel.post.ends_before_it_begins')
    await endPost(ctx.db, postId, plusDays(lastDay, 1))
    return { accountId: post.accountId, postId }
  },
  about: aboutAccount,
  detail: (_, { lastDay }) => ({ lastDay }),
})

export const postCommands = [openPost, closePost]
