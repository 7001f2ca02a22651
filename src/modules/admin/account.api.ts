/** Accounts and posts for other systems. The link to set a password is told once, to who made it. */
import { z } from 'zod'
import { closeAccount, createAccount, reopenAccount, resetPassword } from '#kernel/account.commands.ts'
import { careOf, mustManage } from '#kernel/account-reach.store.ts'
import { getAccountByLogin, listAccounts } from '#kernel/account.store.ts'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { findInvitation } from '#kernel/invitation.store.ts'
import { Listing, listOfItems, sliceAfter, upTo } from '#kernel/listing.ts'
import { closePost, openPost } from '#kernel/post.commands.ts'
import { listPosts, listPostsIn } from '#kernel/post.store.ts'
import { hashOf } from '#kernel/session.store.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'

const needs = 'admin.accounts'
const Login = z.object({ login: z.string() })

const AccountLine = z.object({
  login: z.string(),
  name: z.string(),
  lockedUntil: z.iso.datetime().nullable(),
  closedOn: Day.nullable(),
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
})
const PostView = z.object({
  id: z.uuid(),
  unit: z.string(),
  role: z.string(),
  title: z.string(),
  validFrom: Day,
  /** The first day on which it is over. */
  validTo: Day.nullable(),
})
const InPost = PostView.extend({ login: z.string(), name: z.string() })

const momentOrNull = (at: Date | null) => at?.toISOString() ?? null
const viewOf = <T extends { unitSlug: string; roleCode: string }>(post: T) => ({
  ...post,
  unit: post.unitSlug,
  role: post.roleCode,
})

/** `path` is null when the request is the repetition of one that was answered before: its link was told then. */
const Linked = Login.extend({ path: z.string().nullable() })

async function linked(ctx: Ctx, login: string, token: string) {
  const isNew = (await findInvitation(ctx.db, hashOf(token), ctx.now)) !== undefined
  return { login, path: isNew ? `/thiet-lap/${token}` : null }
}

const mostInPost = 100_000

export const accountApi = [
  read(
    '/admin/accounts',
    { says: 'Accounts within reach, by login', needs, input: z.object(Listing), returns: listOfItems(AccountLine) },
    async (ctx, { limit, after }) => {
      const rows = await listAccounts(ctx.db, await careOf(ctx), { after, limit: limit + 1 })
      const views = rows.map((row) => ({ ...row, lockedUntil: momentOrNull(row.lockedUntil) }))
      return upTo(views, limit, ({ login }) => login)
    },
  ),
  read(
    '/admin/accounts/{login}',
    {
      says: 'One account with its posts, the latest first',
      needs,
      input: Login,
      returns: AccountLine.extend({ email: z.string().nullable(), posts: z.array(PostView) }),
    },
    async (ctx, { login }) => {
      const account = await getAccountByLogin(ctx.db, login)
      await mustManage(ctx, account.id)
      return {
        ...account,
        lockedUntil: momentOrNull(account.lockedUntil),
        hasPassword: account.passwordHash !== null,
        hasSecondFactor: account.totpSecret !== null,
        posts: (await listPosts(ctx.db, account.id)).map(viewOf),
      }
    },
  ),
  act(
    '/admin/accounts',
    {
      says: 'Open an account with its first post; answers the path of the link that sets its password',
      needs,
      input: createAccount.input.omit({ tokenHash: true }),
      returns: Linked,
      command: createAccount.name,
    },
    async (ctx, input) => {
      const token = newToken()
      const { login } = await perform(ctx, createAccount, { ...input, tokenHash: hashOf(token) })
      return linked(ctx, login, token)
    },
  ),
  act(
    '/admin/accounts/{login}/link',
    {
      says: 'Make a new link to set the password; with `alsoSecondFactor`, for a lost phone',
      needs,
      input: resetPassword.input.omit({ tokenHash: true }),
      returns: Linked,
      command: resetPassword.name,
    },
    async (ctx, input) => {
      const token = newToken()
      const { login } = await perform(ctx, resetPassword, { ...input, tokenHash: hashOf(token) })
      return linked(ctx, login, token)
    },
  ),
  change('/admin/accounts/{login}/close', { says: 'Close an account', returns: Login }, closeAccount),
  change('/admin/accounts/{login}/reopen', { says: 'Open a closed account again', returns: Login }, reopenAccount),
  change(
    '/admin/accounts/{login}/posts',
    { says: 'Give an account a post', returns: z.object({ postId: z.uuid() }) },
    openPost,
  ),
  read(
    '/admin/posts',
    { says: 'Everybody in post today within reach', needs, input: z.object(Listing), returns: listOfItems(InPost) },
    async (ctx, page) => {
      const posts = await listPostsIn(ctx.db, await careOf(ctx), dayOf(ctx.now), mostInPost)
      return sliceAfter(posts.map(viewOf), page, ({ id }) => id)
    },
  ),
  change('/admin/posts/{postId}/close', { says: 'End a post', returns: z.object({ postId: z.uuid() }) }, closePost),
]
