/** The same for other systems: who one is, for whom one acts, consents, readings, messages, partner systems. */
import { z } from 'zod'
import { act, change, read } from '#kernel/api.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { browseNotices } from '#kernel/notice-browse.store.ts'
import { refuse } from '#kernel/problem.ts'
import { scopeOf } from '#kernel/access.store.ts'
import { hashOf } from '#kernel/session.store.ts'
import { Day } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { listAccess } from './access.store.ts'
import { citizenOf } from './acting.ts'
import { endClient, registerClient, renewClient } from './client.commands.ts'
import { findClient, listClients } from './client.store.ts'
import { askConsent, giveConsentByCode } from './consent-code.commands.ts'
import { endConsent, recordConsent, withdrawConsent } from './consent.commands.ts'
import { listConsentsOf } from './consent.store.ts'
import { findParty, profileOf } from './party.store.ts'
import {
  chooseCitizenLanguage,
  readAllPartyNotices,
  readPartyNotice,
  setContact,
  verifyEmail,
} from './profile.commands.ts'
import {
  answerRepresentation,
  decideRepresentation,
  declareRepresentation,
  delegate,
  endRepresentation,
} from './representation.commands.ts'
import { listActedFor, listActors, type RepresentationRow } from './representation.store.ts'

const Nothing = z.object({})
const Moment = z.date().transform((moment) => moment.toISOString())
const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item) })
const Made = z.object({ representationId: z.string() })

const Representation = z.object({
  id: z.string(),
  basis: z.string(),
  state: z.string(),
  source: z.string(),
  name: z.string(),
  partyId: z.string(),
  validFrom: Day,
  validTo: Day.nullable(),
})

/** Of somebody who has not confirmed, no more than what was said of them. */
const shown = (row: RepresentationRow) => ({
  ...row,
  name: row.state === 'confirmed' || !row.named ? row.partyName : row.named,
})

const ownApi = [
  read(
    '/identity/me',
    {
      says: 'Who is signed in, who vouched for it and when, and for whom they act',
      needs: 'citizen',
      input: Nothing,
      returns: z.object({
        name: z.string(),
        number: z.string(),
        birthDay: Day.nullable(),
        sex: z.string().nullable(),
        residence: z.string().nullable(),
        assurance: z.int(),
        vouchedAt: Moment.nullable(),
        actsFor: z.object({ id: z.string(), kind: z.string(), name: z.string(), number: z.string() }),
      }),
    },
    async (ctx) => {
      const { personId, partyId, assurance } = citizenOf(ctx)
      const profile = (await profileOf(ctx.db, personId)) ?? refuse('missing', 'kernel.missing')
      const actsFor = (await findParty(ctx.db, partyId)) ?? refuse('missing', 'kernel.missing')
      return { ...profile, assurance, vouchedAt: profile.at, actsFor }
    },
  ),
  change('/identity/contact', { says: 'Set address and phone', returns: z.object({ asked: z.boolean() }) }, setContact),
  change(
    '/identity/contact/verify',
    { says: 'Prove the address with the code that was sent there', returns: z.object({ done: z.boolean() }) },
    verifyEmail,
  ),
  change('/identity/language', { says: 'Choose the language', returns: Nothing }, chooseCitizenLanguage),
  read(
    '/identity/access',
    {
      says: 'Who read the data of the party acted for, newest first',
      needs: 'citizen',
      input: Nothing,
      returns: items(
        z.object({
          at: Moment,
          what: z.string(),
          purpose: z.string(),
          unit: z.string().nullable(),
          client: z.string().nullable(),
          person: z.string().nullable(),
        }),
      ),
    },
    async (ctx) => ({ items: await listAccess(ctx.db, citizenOf(ctx).partyId, 500) }),
  ),
  read(
    '/identity/notices',
    {
      says: 'What the party acted for was told: what it has not read first',
      needs: 'citizen',
      input: Nothing,
      returns: items(
        z.object({
          id: z.string(),
          at: Moment,
          key: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
          href: z.string(),
          readAt: Moment.nullable(),
        }),
      ),
    },
    async (ctx) => ({ items: await browseNotices(ctx.db, { partyId: citizenOf(ctx).partyId }, { limit: 200 }) }),
  ),
  change(
    '/identity/notices/{id}/read',
    { says: 'Mark as read', returns: z.object({ href: z.string() }) },
    readPartyNotice,
  ),
  change('/identity/notices/read-all', { says: 'Mark all as read', returns: Nothing }, readAllPartyNotices),
]

const representationApi = [
  read(
    '/identity/representations',
    {
      says: 'For whom the person acts, and who acts for the party acted for',
      needs: 'citizen',
      input: Nothing,
      returns: z.object({ actsFor: z.array(Representation), actors: z.array(Representation) }),
    },
    async (ctx) => {
      const { personId, partyId } = citizenOf(ctx)
      const actors = await listActors(ctx.db, partyId)
      return {
        actsFor: (await listActedFor(ctx.db, personId)).map(shown),
        actors: actors.map((row) => ({ ...row, name: row.actorName })),
      }
    },
  ),
  change(
    '/identity/representations',
    { says: 'Declare a child, parent or ward', returns: Made },
    declareRepresentation,
  ),
  change('/identity/delegates', { says: 'Name somebody who acts for the organisation', returns: Made }, delegate),
  change(
    '/identity/representations/{id}/answer',
    { says: 'Answer a declaration', returns: Made },
    answerRepresentation,
  ),
  change('/identity/representations/{id}/end', { says: 'End it', returns: Made }, endRepresentation),
  change(
    '/identity/representations/{id}/decide',
    { says: 'Decide a declaration with the papers in hand', returns: Made },
    decideRepresentation,
  ),
]

const Consented = z.object({ consentId: z.string() })

const consentApi = [
  read(
    '/identity/consents',
    {
      says: 'Who may help the party acted for, and what for',
      needs: 'citizen',
      input: Nothing,
      returns: items(
        z.object({
          id: z.string(),
          helperName: z.string(),
          purpose: z.string(),
          way: z.string(),
          words: z.string(),
          validFrom: Day,
          validTo: Day,
          withdrawnAt: Moment.nullable(),
        }),
      ),
    },
    async (ctx) => ({ items: await listConsentsOf(ctx.db, citizenOf(ctx).partyId) }),
  ),
  change(
    '/identity/consents',
    { says: 'Write down that somebody agreed to be helped', returns: Consented.extend({ partyId: z.string() }) },
    recordConsent,
  ),
  change(
    '/identity/consents/ask',
    { says: 'Send a one-time code by which somebody agrees to be helped', returns: z.object({ askId: z.string() }) },
    askConsent,
  ),
  change(
    '/identity/consents/asked/{id}/give',
    {
      says: 'The code that was read out; no consent: it was wrong, or is over',
      returns: z.object({ askId: z.string(), consentId: z.string().nullable(), partyId: z.string() }),
    },
    giveConsentByCode,
  ),
  change('/identity/consents/{id}/withdraw', { says: 'Take consent back', returns: Consented }, withdrawConsent),
  change('/identity/consents/{id}/end', { says: 'End the help earlier', returns: Consented }, endConsent),
]

const Secret = z.object({ clientId: z.string(), secret: z.string().nullable() })

const clientApi = [
  read(
    '/identity/clients',
    {
      says: 'Partner systems of the unit of the post and those below',
      needs: 'identity.clients',
      input: Nothing,
      returns: items(
        z.object({
          id: z.string(),
          name: z.string(),
          unitId: z.int(),
          permissions: z.array(z.string()),
          validFrom: Day,
          validTo: Day.nullable(),
          lastUsedAt: Moment.nullable(),
        }),
      ),
    },
    async (ctx) => {
      const within = new Set(await scopeOf(ctx))
      const rows = (await listClients(ctx.db)).filter(({ unitId }) => within.has(unitId))
      return { items: rows.map((row) => ({ ...row, permissions: [...row.permissions] })) }
    },
  ),
  act(
    '/identity/clients',
    {
      says: 'Register a partner system; its secret is told this once',
      needs: registerClient.needs,
      input: registerClient.input.omit({ secretHash: true }),
      returns: Secret,
      command: registerClient.name,
    },
    (ctx, input) => withSecret(ctx, (secretHash) => perform(ctx, registerClient, { ...input, secretHash })),
  ),
  act(
    '/identity/clients/{id}/renew',
    {
      says: 'Give it a new secret; the one before ends',
      needs: renewClient.needs,
      input: z.object({ id: z.string() }),
      returns: Secret,
      command: renewClient.name,
    },
    (ctx, { id }) => withSecret(ctx, (secretHash) => perform(ctx, renewClient, { id, secretHash })),
  ),
  change('/identity/clients/{id}/end', { says: 'End it', returns: z.object({ clientId: z.string() }) }, endClient),
]

/** A submission that is repeated was answered before; its secret was told then and is kept nowhere. */
async function withSecret(ctx: Ctx, work: (secretHash: string) => Promise<{ clientId: string }>) {
  const secret = newToken()
  const { clientId } = await work(hashOf(secret))
  const kept = await findClient(ctx.db, clientId)
  return { clientId, secret: kept?.secretHash === hashOf(secret) ? secret : null }
}

export const identityApi = [...ownApi, ...representationApi, ...consentApi, ...clientApi]
