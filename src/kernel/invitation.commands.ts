/** One-time links at work: the first administrator's, and those that set a password. */
import { z } from 'zod'
import { findTopUnit } from './unit.store.ts'
import { Login, mustBeLongEnough, NewPassword, PersonName } from './account.commands.ts'
import { hasAnyAccount, insertAccount, updateAccount } from './account.store.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { newId } from './id.ts'
import { endInvitations, holdInvitation, insertInvitation, useInvitation } from './invitation.store.ts'
import { hashPassword } from './password.ts'
import { insertPost } from './post.store.ts'
import { refuse, refuseField } from './problem.ts'
import { findRole } from './role.store.ts'
import { hashOf } from './session.store.ts'
import { endSessions } from './sign-in.store.ts'
import { dayOf } from './time.ts'
import { newToken } from './token.ts'

const firstLinkHours = 24

/** The token of a link for the first administrator, while there is no account at all; links made before it end. */
export async function inviteFirstAdministrator(db: Db, now: Date): Promise<string | null> {
  if (await hasAnyAccount(db)) return null
  const token = newToken()
  await endInvitations(db, null, now)
  const expiresAt = new Date(now.getTime() + firstLinkHours * 3_600_000)
  await insertInvitation(db, { tokenHash: hashOf(token), accountId: null, purpose: 'first_administrator', expiresAt })
  return token
}

export const acceptInvitation = command({
  name: 'kernel.invitation.accept',
  needs: 'public',
  input: z.object({
    token: z.string().min(1).max(100),
    login: Login.optional(),
    name: PersonName.optional(),
    title: z.string().trim().min(2).max(120).optional(),
    password: NewPassword,
  }),
  run: async (ctx, input) => {
    const tokenHash = hashOf(input.token)
    const invitation = await holdInvitation(ctx.db, tokenHash, ctx.now)
    if (!invitation) refuse('missing', 'kernel.invitation.over')
    mustBeLongEnough(input.password, Boolean(invitation.totpSecret))
    const passwordHash = await hashPassword(input.password)
    const accountId = invitation.accountId ?? (await makeFirstAdministrator(ctx, input, passwordHash))
    if (invitation.accountId) {
      await updateAccount(ctx.db, accountId, { passwordHash, failures: 0, lockedUntil: null })
      await endSessions(ctx.db, accountId, ctx.now)
    }
    await useInvitation(ctx.db, tokenHash, ctx.now)
    return { accountId }
  },
  about: ({ accountId }) => `kernel.account/${accountId}`,
})

async function makeFirstAdministrator(
  ctx: Ctx,
  { login, name, title }: { login?: string | undefined; name?: string | undefined; title?: string | undefined },
  passwordHash: string,
): Promise<string> {
  if (!login) refuseField('login', 'input.needed')
  if (!name) refuseField('name', 'input.needed')
  if (!title) refuseField('title', 'input.needed')
  if (await hasAnyAccount(ctx.db)) refuse('missing', 'kernel.invitation.over')
  const today = dayOf(ctx.now)
  const top = await findTopUnit(ctx.db, dayOf(ctx.now))
  if (!top || !(await findRole(ctx.db, 'administrator'))) refuse('unavailable', 'kernel.invitation.no_units')
  const id = newId(ctx.now)
  await insertAccount(ctx.db, { id, login, name, email: null, passwordHash, now: ctx.now })
  const post = { id: newId(ctx.now), accountId: id, unitId: top.id, roleCode: 'administrator', title }
  await insertPost(ctx.db, { ...post, validFrom: today })
  return id
}

export const invitationCommands = [acceptInvitation]
