/** Partner systems: registered, given a new secret, ended; and the tokens they ask for. Secrets are made by the page. */
import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { OptionalDayInput } from '#kernel/day-input.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { getUnit } from '#kernel/unit.store.ts'
import { mustReach } from '#kernel/access.store.ts'
import { clientPermissions, isClientOpen, tokenMinutes } from './client.ts'
import { dropTokens, findClient, holdClient, insertClient, insertToken, updateClient } from './client.store.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const about = ({ clientId }: { clientId: string }) => `identity.client/${clientId}`
/** One box ticked comes as a text, several as a list. */
const Permissions = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : (value ?? [])),
  z.array(z.enum(clientPermissions)).min(1),
)

export const registerClient = command({
  name: 'identity.client.register',
  needs: 'identity.clients',
  input: z.object({
    id: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9-]{2,39}$/),
    name: z.string().trim().min(2).max(200),
    unit: z.string().min(1),
    permissions: Permissions,
    secretHash: Hash,
    lastDay: OptionalDayInput,
  }),
  run: async (ctx, { id, name, unit, permissions, secretHash, lastDay }) => {
    const today = dayOf(ctx.now)
    const { id: unitId } = await getUnit(ctx.db, unit, today)
    await mustReach(ctx, unitId)
    const validTo = lastDay ? plusDays(lastDay, 1) : null
    if (validTo !== null && validTo <= today) refuseField('lastDay', 'identity.representation.ends_before')
    const times = { secretMadeAt: ctx.now, createdAt: ctx.now, validFrom: today, validTo }
    if (!(await insertClient(ctx.db, { id, name, unitId, permissions, secretHash, ...times })))
      refuseField('id', 'identity.client.taken')
    return { clientId: id }
  },
  about,
  detail: (_, { permissions, unit }) => ({ permissions, unit }),
})

/** The secret before, and every token got with it, ends at once. */
export const renewClient = command({
  name: 'identity.client.renew',
  needs: 'identity.clients',
  input: z.object({ id: z.string(), secretHash: Hash }),
  run: async (ctx, { id, secretHash }) => {
    const client = await holdClient(ctx.db, id)
    await mustReach(ctx, client.unitId)
    if (!isClientOpen(client, dayOf(ctx.now))) refuse('conflict', 'identity.client.is_over')
    await updateClient(ctx.db, id, { secretHash, secretMadeAt: ctx.now })
    await dropTokens(ctx.db, id)
    return { clientId: id }
  },
  about,
})

export const endClient = command({
  name: 'identity.client.end',
  needs: 'identity.clients',
  input: z.object({ id: z.string() }),
  run: async (ctx, { id }) => {
    const client = await holdClient(ctx.db, id)
    await mustReach(ctx, client.unitId)
    const today = dayOf(ctx.now)
    if (client.validTo !== null && client.validTo <= today) refuse('conflict', 'identity.client.is_over')
    await updateClient(ctx.db, id, { validTo: client.validFrom > today ? client.validFrom : today })
    await dropTokens(ctx.db, id)
    return { clientId: id }
  },
  about,
})

const isSame = (one: string, other: string) => timingSafeEqual(Buffer.from(one, 'hex'), Buffer.from(other, 'hex'))

/** A wrong secret must leave its mark, so it is said and not refused. */
export const issueToken = command({
  name: 'identity.client.issue_token',
  needs: 'public',
  input: z.object({ id: z.string().min(1).max(40), secretHash: Hash, tokenHash: Hash }),
  run: async (ctx, { id, secretHash, tokenHash }) => {
    const client = await findClient(ctx.db, id)
    const isRight = client !== undefined && isSame(client.secretHash, secretHash)
    if (!isRight || !isClientOpen(client, dayOf(ctx.now)))
      return { clientId: client?.id ?? 'unknown', issued: false, permissions: [] }
    const expiresAt = new Date(ctx.now.getTime() + tokenMinutes * 60_000)
    await insertToken(ctx.db, { tokenHash, clientId: id, issuedAt: ctx.now, expiresAt })
    await updateClient(ctx.db, id, { lastUsedAt: ctx.now })
    return { clientId: id, issued: true, permissions: client.permissions }
  },
  about,
})

export const clientCommands = [registerClient, renewClient, endClient, issueToken]
