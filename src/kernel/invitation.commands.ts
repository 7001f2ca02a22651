/** One-time links at work: the first administrator's, and those that set a password. */
import { z } from 'zod'
import { findTopUnit } from './unit.store.ts'
import { Login, mustBeLongEnough, NewPassword, PersonName } from './account.commands.ts'
import { hasAnyAccount, insertAccount, updateAccount } from './account.store.ts'
import { command } from './command.ts'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { newId } from './id.ts'
import {
  endInvitations,
  findInvitation,
  holdInvitation,
  insertInvitation,
  listFirstInvitations,
  useInvitation,
} from './invitation.store.ts'
import { hashPassword } from './password.ts'
import { insertPost } from './post.store.ts'
import { refuse, refuseField } from './problem.ts'
import { findRole } from './role.store.ts'
import type { SecretBox } from './secret-box.ts'
import { hashOf } from './session.store.ts'
import { endSessions } from './sign-in.store.ts'
import { dayOf } from './time.ts'

const firstLinkHours = 24

const firstToken = (secrets: SecretBox, expiresAt: Date) =>
  secrets.tokenFor(`first administrator until ${expiresAt.toISOString()}`)

/**
 * The token of a link for the first administrator, while there is no account at all. Every process with the same key
 * says the same link until it has expired; one made with another key ends.
 */
export async function inviteFirstAdministrator(db: Db, secrets: SecretBox, now: Date): Promise<string | null> {
  if (await hasAnyAccount(db)) return null
  const made = await listFirstInvitations(db, now)
  const ours = made.find(({ expiresAt, tokenHash }) => hashOf(firstToken(secrets, expiresAt)) === tokenHash)
  if (ours) return firstToken(secrets, ours.expiresAt)
  await endInvitations(db, null, now)
  const expiresAt = new Date(now.getTime() + firstLinkHours * 3_600_000)
  const token = firstToken(secrets, expiresAt)
  await insertInvitation(db, { tokenHash: hashOf(token), accountId: null, purpose: 'first_administrator', expiresAt })
  return token
}

type Open = NonNullable<Awaited<ReturnType<typeof findInvitation>>>

function mustFit(invitation: Open | undefined, password: string): Open {
  if (!invitation) return refuse('missing', 'kernel.invitation.over')
  mustBeLongEnough(password, Boolean(invitation.totpSecret))
  return invitation
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
  prepare: async (outside, input) => {
    const tokenHash = hashOf(input.token)
    // Only for a link that is open: a hash takes long, and anybody may knock here.
    mustFit(await findInvitation(outside.db, tokenHash, outside.now), input.password)
    const passwordHash = await hashPassword(input.password)
    return async (ctx) => {
      const invitation = mustFit(await holdInvitation(ctx.db, tokenHash, ctx.now), input.password)
      const accountId = invitation.accountId ?? (await makeFirstAdministrator(ctx, input, passwordHash))
      if (invitation.accountId) {
        await updateAccount(ctx.db, accountId, { passwordHash, failures: 0, lockedUntil: null })
        await endSessions(ctx.db, accountId, ctx.now)
      }
      await useInvitation(ctx.db, tokenHash, ctx.now)
      return { accountId }
    }
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
