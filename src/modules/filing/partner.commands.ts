/** Filing through another portal, which has identified the person itself and says how surely. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Answers } from '#fields/form.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { ensureParty } from '#modules/identity/public.ts'
import { findByReference } from './application.store.ts'
import { openDossierToFile } from './dossier.store.ts'
import { askerOf, datesOf, openWay, Start } from './draft.commands.ts'
import type { Draft } from './draft.ts'
import { objectionToFile } from './file.ts'
import { aboutFiled, Declared, fileDossier } from './file.commands.ts'
import { getOpenService } from './service.store.ts'

export const PartnerFiling = Start.extend({
  /** Of the partner’s own: the same again is the same dossier. */
  reference: z.string().trim().min(1).max(120),
  party: z.object({
    kind: z.enum(['person', 'organisation']),
    number: z
      .string()
      .trim()
      .regex(/^(\d{12}|\d{10}(-?\d{3})?)$/),
    name: z.string().trim().min(1).max(200),
  }),
  assurance: z.union([z.literal(1), z.literal(2)]),
  answers: z.record(z.string(), z.unknown()),
  ...Declared,
})

/** What a draft would be; the partner keeps its own. */
const asDraft = (ctx: Ctx, way: Awaited<ReturnType<typeof openWay>>, answers: Answers): Draft => ({
  ...way,
  ...datesOf(ctx),
  id: '',
  tokenHash: null,
  personId: null,
  partyId: null,
  relation: 'self',
  accountId: null,
  consentId: null,
  answers,
  typed: {},
  setAside: [],
  disputed: [],
  revision: 1,
  pen: '',
  step: '',
  changedAt: ctx.now,
})

export const fileAsPartner = command({
  name: 'filing.application.file_as_partner',
  needs: 'filing.partner',
  input: PartnerFiling,
  run: async (ctx, { reference, party: named, assurance, answers, declared: _declared, ...start }) => {
    const { clientId } = ctx.actor
    if (!clientId) return refuse('forbidden', 'kernel.not_permitted')
    if (await findByReference(ctx.db, clientId, reference)) refuse('conflict', 'filing.partner.reference_used')
    const way = await openWay(ctx, start)
    const open = await getOpenService(ctx, start.procedure)
    const objection = objectionToFile(way, open, { assurance })
    if (objection) refuse('conflict', objection)
    const party = await ensureParty(ctx.db, { ...named, now: ctx.now })
    const asker = askerOf(ctx, null)
    const id = newId(ctx.now)
    const more = { open, usedBy: aboutFiled({ id }) }
    const dossier = await openDossierToFile(ctx, asDraft(ctx, way, answers as Answers), asker, more)
    const by = { accountId: null, consentId: null, clientId, clientReference: reference }
    const filer = { partyId: party.id, personId: null, relation: 'partner' as const, assurance, ...by }
    return fileDossier(ctx, id, dossier, filer)
  },
  about: aboutFiled,
  detail: ({ code }, { procedure, reference }) => ({ procedure, reference, code }),
})
