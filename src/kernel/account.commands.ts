/** What is done to accounts: by their owners, and by who manages them. */
import { z } from 'zod'
import { mustCareFor, mustManage } from './account-reach.store.ts'
import { afterFailure, isLocked, isLongEnough, objectionToClose, shortestPassword, type Account } from './account.ts'
import {
  getAccount,
  getAccountByLogin,
  holdAccount,
  insertAccount,
  isLoginTaken,
  updateAccount,
} from './account.store.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import { DayInput } from './day-input.ts'
import { newId } from './id.ts'
import { endInvitations, insertInvitation } from './invitation.store.ts'
import { hashPassword, type Look, look, opens } from './password.ts'
import { insertPost } from './post.store.ts'
import { refuse, refuseField } from './problem.ts'
import { findRole } from './role.store.ts'
import { stepOfCode } from './second-factor.ts'
import { endSessions } from './sign-in.store.ts'
import { locales } from './text.ts'
import { dayOf } from './time.ts'
import { sealTotp } from './totp-secret.store.ts'
import { getUnit } from './unit.store.ts'

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{1,39}$/)
export const PersonName = z.string().trim().min(2).max(100)
export const NewPassword = z.string().min(1).max(200)
const TokenHash = z.string().regex(/^[0-9a-f]{64}$/)

/** A link to set a password lives three days; a lost one is simply made anew. */
const linkHours = 72
const hoursAfter = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)

const aboutAccount = (result: { accountId: string }) => `kernel.account/${result.accountId}`
const getOwn = (ctx: Ctx) => getAccount(ctx.db, ctx.actor.accountId ?? '')
const holdOwn = (ctx: Ctx) => holdAccount(ctx.db, ctx.actor.accountId ?? '')

export function mustBeLongEnough(password: string, withSecondFactor: boolean) {
  if (!isLongEnough(password, withSecondFactor))
    refuseField('password', 'input.too_short', { minimum: shortestPassword(withSecondFactor) })
}

/** Whether the owner typed the right password again. A wrong one is counted as in a sign-in, and may end all sessions. */
async function knowsOwn(ctx: Ctx, account: Account, looked: Look): Promise<boolean> {
  if (isLocked(account, ctx.now)) return false
  if (opens(looked, account)) return true
  const mark = afterFailure(account, ctx.now)
  await updateAccount(ctx.db, account.id, mark)
  if (mark.lockedUntil) await endSessions(ctx.db, account.id, ctx.now)
  return false
}

/** Not `done` when the current password was wrong: that must be counted, so it is said and not refused. */
export const changePassword = command({
  name: 'kernel.account.change_password',
  needs: 'signed_in',
  input: z.object({ current: z.string().min(1).max(200), password: NewPassword, sessionHash: TokenHash }),
  prepare: async (outside, { current, password, sessionHash }) => {
    const own = await getOwn(outside)
    mustBeLongEnough(password, own.totpSecret !== null)
    const looked = await look(current, own)
    const passwordHash = looked.fits ? await hashPassword(password) : null
    return async (ctx) => {
      const account = await holdOwn(ctx)
      mustBeLongEnough(password, account.totpSecret !== null)
      if (!(await knowsOwn(ctx, account, looked))) return { accountId: account.id, done: false }
      await updateAccount(ctx.db, account.id, { passwordHash, failures: 0 })
      await endSessions(ctx.db, account.id, ctx.now, sessionHash)
      return { accountId: account.id, done: true }
    }
  },
  about: aboutAccount,
})

/** The code proves that the app and the platform hold the same secret. */
export const enableSecondFactor = command({
  name: 'kernel.account.enable_second_factor',
  needs: 'signed_in',
  input: z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: z.string().min(1).max(20) }),
  run: async (ctx, { secret, code }) => {
    const account = await holdOwn(ctx)
    if (account.totpSecret) refuse('conflict', 'kernel.account.second_factor_on')
    const totpStep = stepOfCode(code, secret, ctx.now, null)
    if (totpStep === null) refuseField('code', 'kernel.account.wrong_code')
    await updateAccount(ctx.db, account.id, { totpSecret: sealTotp(ctx, account.id, secret), totpStep })
    return { accountId: account.id }
  },
  about: aboutAccount,
})

/** A password that is long enough only together with the second factor has to be changed first. */
export const disableSecondFactor = command({
  name: 'kernel.account.disable_second_factor',
  needs: 'signed_in',
  input: z.object({ current: z.string().min(1).max(200) }),
  prepare: async (outside, { current }) => {
    const looked = await look(current, await getOwn(outside))
    return async (ctx) => {
      const account = await holdOwn(ctx)
      if (!(await knowsOwn(ctx, account, looked))) return { accountId: account.id, done: false }
      if (!isLongEnough(current, false))
        refuse('conflict', 'kernel.account.lengthen_first', { minimum: shortestPassword(false) })
      await updateAccount(ctx.db, account.id, { totpSecret: null, totpStep: null })
      return { accountId: account.id, done: true }
    }
  },
  about: aboutAccount,
})

export const chooseLanguage = command({
  name: 'kernel.account.choose_language',
  needs: 'signed_in',
  input: z.object({ locale: z.enum(locales) }),
  run: async (ctx, { locale }) => {
    const { id } = await holdOwn(ctx)
    await updateAccount(ctx.db, id, { locale })
    return { accountId: id }
  },
  about: aboutAccount,
})

/** An account begins with its first post, so that it always stands in somebody's reach; and with a link to set its password. */
export const createAccount = command({
  name: 'kernel.account.create',
  needs: 'admin.accounts',
  input: z.object({
    login: Login,
    name: PersonName,
    email: z.preprocess((typed) => (typed === '' ? undefined : typed), z.email().optional()),
    unit: z.string().min(1),
    role: z.string().min(1),
    title: z.string().trim().min(2).max(120),
    validFrom: DayInput,
    tokenHash: TokenHash,
  }),
  run: async (ctx, input) => {
    const unit = await getUnit(ctx.db, input.unit, dayOf(ctx.now))
    await mustCareFor(ctx, unit.id)
    if (!(await findRole(ctx.db, input.role))) refuseField('role', 'input.not_offered')
    const accountId = newId(ctx.now)
    const { login, name, email = null, title, validFrom, tokenHash } = input
    await insertAccount(ctx.db, { id: accountId, login, name, email, passwordHash: null, now: ctx.now }).catch(
      (fault) => {
        if (isLoginTaken(fault)) refuseField('login', 'kernel.account.login_taken')
        throw fault
      },
    )
    await insertPost(ctx.db, { id: newId(ctx.now), accountId, unitId: unit.id, roleCode: input.role, title, validFrom })
    await invite(ctx, accountId, tokenHash)
    return { accountId, login }
  },
  about: aboutAccount,
  detail: (_, { unit, role }) => ({ unit, role }),
})

async function invite(ctx: Ctx, accountId: string, tokenHash: string) {
  await endInvitations(ctx.db, accountId, ctx.now)
  const expiresAt = hoursAfter(ctx.now, linkHours)
  await insertInvitation(ctx.db, { tokenHash, accountId, purpose: 'set_password', expiresAt })
}

const holdManaged = async (ctx: Ctx, login: string) => {
  const account = await holdAccount(ctx.db, (await getAccountByLogin(ctx.db, login)).id)
  await mustManage(ctx, account.id)
  return account
}

/** The old password works until the link is used. With `alsoSecondFactor`, for a lost phone, its codes are asked no more. */
export const resetPassword = command({
  name: 'kernel.account.reset_password',
  needs: 'admin.accounts',
  input: z.object({ login: Login, alsoSecondFactor: z.literal('true').optional(), tokenHash: TokenHash }),
  run: async (ctx, { login, alsoSecondFactor, tokenHash }) => {
    const account = await holdManaged(ctx, login)
    await invite(ctx, account.id, tokenHash)
    if (alsoSecondFactor) {
      // The password may have been long enough only together with the codes: it goes with them.
      await updateAccount(ctx.db, account.id, { totpSecret: null, totpStep: null, passwordHash: null })
      await endSessions(ctx.db, account.id, ctx.now)
    }
    return { accountId: account.id, login }
  },
  about: aboutAccount,
  detail: (_, { alsoSecondFactor }) => ({ alsoSecondFactor: alsoSecondFactor === 'true' }),
})

export const closeAccount = command({
  name: 'kernel.account.close',
  needs: 'admin.accounts',
  input: z.object({ login: Login }),
  run: async (ctx, { login }) => {
    const account = await holdManaged(ctx, login)
    const objection = objectionToClose(account.id, ctx.actor.accountId)
    if (objection) refuse('conflict', objection)
    await updateAccount(ctx.db, account.id, { closedOn: dayOf(ctx.now) })
    await endSessions(ctx.db, account.id, ctx.now)
    await endInvitations(ctx.db, account.id, ctx.now)
    return { accountId: account.id, login }
  },
  about: aboutAccount,
})

export const reopenAccount = command({
  name: 'kernel.account.reopen',
  needs: 'admin.accounts',
  input: z.object({ login: Login }),
  run: async (ctx, { login }) => {
    const account = await holdManaged(ctx, login)
    await updateAccount(ctx.db, account.id, { closedOn: null, failures: 0, lockedUntil: null })
    return { accountId: account.id, login }
  },
  about: aboutAccount,
})

export const ownAccountCommands = [changePassword, enableSecondFactor, disableSecondFactor, chooseLanguage]
export const accountCommands = [createAccount, resetPassword, closeAccount, reopenAccount]
