/**
 * Coming in with an electronic identity, and going out. The page has spoken with the provider before: nothing here waits
 * for anybody outside. What does not fit together must leave its mark, so signing in does not refuse: it says what came.
 */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Day, dayOf } from '#kernel/time.ts'
import { refuse } from '#kernel/problem.ts'
import { identityLaw, type Vouched } from './claims.ts'
import { findIdentityByKey, findIdentityByNumber, keepIdentity } from './electronic-identity.store.ts'
import { outcomeOf, type Outcome } from './matching.ts'
import { ensureParty, updateParty } from './party.store.ts'
import { ensureRepresentative } from './representation.store.ts'
import { insertCitizenSession, listCitizenSessions, updateCitizenSession } from './session.store.ts'

const TokenHash = z.string().regex(/^[0-9a-f]{64}$/)
const Named = z.object({ number: z.string(), name: z.string() })
const VouchedInput = z.object({
  techId: z.string().min(1),
  kind: z.enum(['person', 'organisation']),
  number: z.string().min(1),
  name: z.string().min(1),
  level: z.literal([1, 2]),
  birthDay: Day.nullable(),
  sex: z.enum(['male', 'female']).nullable(),
  residence: z.string().nullable(),
  person: Named.nullable(),
}) satisfies z.ZodType<Vouched>

export type CitizenSignedIn = { outcome: Outcome; partyId: string | null; behindId: string | null }

export const signInCitizen = command({
  name: 'identity.session.sign_in',
  needs: 'public',
  input: z.object({
    provider: z.string().min(1),
    vouched: VouchedInput,
    tokenHash: TokenHash,
    userAgent: z.string().max(400).nullable(),
    address: z.string().max(64).nullable(),
  }),
  run: async (ctx, { provider, vouched, ...session }): Promise<CitizenSignedIn> => {
    const { kind, number, name, techId } = vouched
    const byNumber = await findIdentityByNumber(ctx.db, provider, kind, number)
    const outcome = outcomeOf(techId, await findIdentityByKey(ctx.db, provider, techId), byNumber)
    if (outcome === 'conflict') return { outcome, partyId: byNumber?.partyId ?? null, behindId: null }
    const party = await ensureParty(ctx.db, { kind, number, name, now: ctx.now })
    if (party.name !== name) await updateParty(ctx.db, party.id, { name })
    await keepIdentity(ctx.db, provider, party.id, vouched, ctx.now)
    const behindId = vouched.person ? await personBehind(ctx, party.id, vouched.person) : null
    await insertCitizenSession(ctx.db, {
      ...session,
      provider,
      // An organisation that shows its own identity is itself who acts: the person behind it has not shown theirs.
      personId: party.id,
      partyId: party.id,
      assurance: vouched.level,
      behindId,
      now: ctx.now,
    })
    return { outcome, partyId: party.id, behindId }
  },
  about: ({ partyId }) => `identity.party/${partyId ?? 'unknown'}`,
  detail: (_, { provider, vouched, address }) => ({ provider, level: vouched.level, address }),
  rule: identityLaw,
})

/** Who stands behind an organisation's account represents it: the provider says so. */
async function personBehind(
  ctx: Ctx,
  organisationId: string,
  { number, name }: z.output<typeof Named>,
): Promise<string> {
  const person = await ensureParty(ctx.db, { kind: 'person', number, name, now: ctx.now })
  await ensureRepresentative(ctx.db, { actorId: person.id, partyId: organisationId, on: dayOf(ctx.now), now: ctx.now })
  return person.id
}

export const signOutCitizen = command({
  name: 'identity.session.sign_out',
  needs: 'citizen',
  input: z.object({ sessionHash: TokenHash }),
  run: async (ctx, { sessionHash }) => {
    await updateCitizenSession(ctx.db, sessionHash, { endedAt: ctx.now })
    return { partyId: ctx.actor.citizen?.personId ?? '' }
  },
  about: ({ partyId }) => `identity.party/${partyId}`,
})

/** `session`: the first letters of its hash, as the list names it; `others` ends all but this one. */
export const endCitizenSession = command({
  name: 'identity.session.end',
  needs: 'citizen',
  input: z.object({ session: z.string().regex(/^(others|[0-9a-f]{16})$/), sessionHash: TokenHash }),
  run: async (ctx, { session, sessionHash }) => {
    const personId = ctx.actor.citizen?.personId ?? ''
    const mine = await listCitizenSessions(ctx.db, personId, new Date(0))
    const ended = mine.filter(({ tokenHash }) =>
      session === 'others' ? tokenHash !== sessionHash : tokenHash.startsWith(session),
    )
    if (ended.length === 0 && session !== 'others') refuse('missing', 'kernel.missing')
    for (const { tokenHash } of ended) await updateCitizenSession(ctx.db, tokenHash, { endedAt: ctx.now })
    return { partyId: personId, ended: ended.length }
  },
  about: ({ partyId }) => `identity.party/${partyId}`,
})

export const signInCommands = [signInCitizen, signOutCitizen, endCitizenSession]
