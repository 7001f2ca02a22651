/** Filling in and filing for somebody at the desk or in their village, with their consent on record (§10.14). */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { getConsentToFile } from './consent.store.ts'
import { aboutDraft, datesOf, openWay, Start } from './draft.commands.ts'
import { insertDraft } from './draft.store.ts'
import { aboutFiled, Declared, fileDossier, openToFile } from './file.commands.ts'

/** Counted by the channel it really came by: help at a desk is not a dossier filed online. */
export const startAssisted = command({
  name: 'filing.draft.start_assisted',
  needs: 'filing.assist',
  input: Start.extend({ party: z.uuid() }),
  run: async (ctx, { party, ...start }) => {
    const { accountId } = ctx.actor
    if (accountId === null) return refuse('forbidden', 'kernel.not_permitted')
    const consentId = await getConsentToFile(ctx, party)
    const way = await openWay(ctx, start)
    const id = newId(ctx.now)
    const whose = {
      personId: party,
      partyId: party,
      relation: 'assisted' as const,
      tokenHash: null,
      accountId,
      consentId,
    }
    await insertDraft({ id, ...way, ...whose, ...datesOf(ctx) }, ctx.db)
    return { id }
  },
  about: aboutDraft,
  detail: (_, { procedure, channel }) => ({ procedure, channel }),
})

export const fileAssisted = command({
  name: 'filing.application.file_assisted',
  needs: 'filing.assist',
  input: z.object({ id: z.string(), ...Declared }),
  run: async (ctx, { id: draft }) => {
    const id = newId(ctx.now)
    const dossier = await openToFile(ctx, { id: draft, tokenHash: null }, { assurance: null }, id)
    const { partyId } = dossier.draft
    if (partyId === null) return refuse('missing', 'filing.draft.missing')
    const consentId = await getConsentToFile(ctx, partyId)
    const help = { accountId: ctx.actor.accountId, consentId, clientId: null, clientReference: null }
    const filer = { partyId, personId: null, relation: 'assisted' as const, assurance: null, ...help }
    return fileDossier(ctx, id, dossier, filer)
  },
  about: aboutFiled,
  detail: (_, { id }) => ({ draft: id }),
})
