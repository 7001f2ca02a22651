/**
 * Signing in and out. A wrong password must leave its mark, so these commands do not refuse: they say what came of it.
 * The session's token is made by the page; only its hash comes here, and what is returned is kept on the event.
 */
import { z } from 'zod'
import { afterFailure, isClosed, isLocked, type Account } from './account.ts'
import { findAccountByLogin, getAccount, holdAccount, holdAccountByLogin, updateAccount } from './account.store.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import { findDemonstrationAccount } from './demonstration.store.ts'
import { look, opens } from './password.ts'
import { listPostsOn } from './post.store.ts'
import { refuse } from './problem.ts'
import { stepOfCode } from './second-factor.ts'
import {
  endSessions,
  findLastPost,
  findOpenSession,
  insertSession,
  listSessions,
  updateSession,
} from './sign-in.store.ts'
import { dayOf } from './time.ts'
import { openTotp } from './totp-secret.store.ts'

const Device = z.object({ userAgent: z.string().max(400).nullable(), address: z.string().max(64).nullable() })
const TokenHash = z.string().regex(/^[0-9a-f]{64}$/)

/** `mustChoose`: the person holds several posts and the session acts in none yet. */
export type SignedIn = { outcome: 'open' | 'second_factor' | 'refused'; accountId: string | null; mustChoose: boolean }

const refused = (account?: Account): SignedIn => ({
  outcome: 'refused',
  accountId: account?.id ?? null,
  mustChoose: false,
})
const aboutAccount = (result: { accountId: string | null }) => `kernel.account/${result.accountId ?? 'unknown'}`

/** The post a session begins in: the only one, or the one the person acted in last if it is still theirs today. */
async function firstPost(ctx: Ctx, accountId: string) {
  const posts = await listPostsOn(ctx.db, accountId, dayOf(ctx.now))
  const last = posts.length > 1 ? await findLastPost(ctx.db, accountId) : posts[0]?.id
  const postId = posts.find(({ id }) => id === last)?.id ?? null
  return { postId, mustChoose: posts.length > 1 && postId === null }
}

/** The answer and the work are the same for a login that nobody has, a wrong password and a locked account. */
export const signIn = command({
  name: 'kernel.session.sign_in',
  needs: 'public',
  input: Device.extend({
    login: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
    tokenHash: TokenHash,
  }),
  prepare: async (outside, { login, password, ...session }) => {
    const found = await findAccountByLogin(outside.db, login)
    const looked = await look(password, found)
    return async (ctx): Promise<SignedIn> => {
      const account = await holdAccountByLogin(ctx.db, login)
      if (!account || isClosed(account, dayOf(ctx.now)) || isLocked(account, ctx.now)) return refused(account)
      if (!opens(looked, account)) {
        await updateAccount(ctx.db, account.id, afterFailure(account, ctx.now))
        return refused(account)
      }
      const { postId, mustChoose } = await firstPost(ctx, account.id)
      const outcome = account.totpSecret ? 'second_factor' : 'open'
      await insertSession(ctx.db, { ...session, accountId: account.id, postId, stage: outcome, now: ctx.now })
      if (outcome === 'open') await updateAccount(ctx.db, account.id, { failures: 0, lockedUntil: null })
      return { outcome, accountId: account.id, mustChoose }
    }
  },
  about: aboutAccount,
  detail: (_, { address }) => ({ address }),
})

/** A wrong code counts like a wrong password; the one that locks the account ends this sign-in. */
export const confirmSecondFactor = command({
  name: 'kernel.session.confirm',
  needs: 'public',
  input: z.object({ code: z.string().trim().min(1).max(20), sessionHash: TokenHash }),
  run: async (ctx, { code, sessionHash }): Promise<SignedIn> => {
    const session = await findOpenSession(ctx.db, sessionHash)
    if (session?.stage !== 'second_factor') refuse('unauthenticated', 'kernel.sign_in_first')
    const account = await holdAccount(ctx.db, session.accountId)
    const step = stepOfCode(code, openTotp(ctx, account), ctx.now, account.totpStep)
    if (step === null || isLocked(account, ctx.now)) {
      const mark = isLocked(account, ctx.now) ? account : afterFailure(account, ctx.now)
      await updateAccount(ctx.db, account.id, { failures: mark.failures, lockedUntil: mark.lockedUntil })
      if (mark.lockedUntil) await updateSession(ctx.db, sessionHash, { endedAt: ctx.now })
      return refused(account)
    }
    await updateAccount(ctx.db, account.id, { totpStep: step, failures: 0, lockedUntil: null })
    await updateSession(ctx.db, sessionHash, { stage: 'open', seenAt: ctx.now })
    const { mustChoose } = await firstPost(ctx, account.id)
    return { outcome: 'open', accountId: account.id, mustChoose }
  },
  about: aboutAccount,
})

/** Without a password, and only where the database itself is marked as a demonstration. */
export const signInAsDemonstration = command({
  name: 'kernel.session.try_out',
  needs: 'public',
  input: Device.extend({ login: z.string().min(1).max(100), tokenHash: TokenHash }),
  run: async (ctx, { login, ...session }): Promise<SignedIn> => {
    const account = await findDemonstrationAccount(ctx.db, login)
    if (!account) refuse('missing', 'kernel.missing')
    const { postId, mustChoose } = await firstPost(ctx, account.id)
    await insertSession(ctx.db, { ...session, accountId: account.id, postId, stage: 'open', now: ctx.now })
    return { outcome: 'open', accountId: account.id, mustChoose }
  },
  about: aboutAccount,
})

export const signOut = command({
  name: 'kernel.session.sign_out',
  needs: 'signed_in',
  input: z.object({ sessionHash: TokenHash }),
  run: async (ctx, { sessionHash }) => {
    await updateSession(ctx.db, sessionHash, { endedAt: ctx.now })
    return { accountId: ctx.actor.accountId }
  },
  about: aboutAccount,
})

/** How a session is named in pages: the beginning of its hash, which opens nothing. */
export const sessionName = (tokenHash: string): string => tokenHash.slice(0, 16)

/** Ends one session, or with `others` all but the one that asks; only of one's own account. */
export const endSession = command({
  name: 'kernel.session.end',
  needs: 'signed_in',
  input: z.object({
    session: z.union([z.string().regex(/^[0-9a-f]{16}$/), z.literal('others')]),
    sessionHash: TokenHash,
  }),
  run: async (ctx, { session, sessionHash }) => {
    const account = await getAccount(ctx.db, ctx.actor.accountId ?? '')
    if (session === 'others') await endSessions(ctx.db, account.id, ctx.now, sessionHash)
    else {
      const own = await listSessions(ctx.db, account.id, new Date(0))
      const found = own.find(({ tokenHash }) => sessionName(tokenHash) === session)
      if (!found) refuse('missing', 'kernel.session.missing')
      await updateSession(ctx.db, found.tokenHash, { endedAt: ctx.now })
    }
    return { accountId: account.id }
  },
  about: aboutAccount,
})

/** The session goes on in another of the person's posts of today. */
export const choosePost = command({
  name: 'kernel.session.choose_post',
  needs: 'signed_in',
  input: z.object({ postId: z.string().min(1), sessionHash: TokenHash }),
  run: async (ctx, { postId, sessionHash }) => {
    const posts = await listPostsOn(ctx.db, ctx.actor.accountId ?? '', dayOf(ctx.now))
    if (!posts.some((post) => post.id === postId)) refuse('forbidden', 'kernel.post.not_yours')
    await updateSession(ctx.db, sessionHash, { postId })
    return { accountId: ctx.actor.accountId, postId }
  },
  about: aboutAccount,
})

export const signInCommands = [signIn, confirmSecondFactor, signInAsDemonstration, signOut, endSession, choosePost]
