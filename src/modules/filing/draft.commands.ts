/** Beginning a draft, writing in it, giving it to its owner, throwing it away. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { channels } from '#modules/catalogue/public.ts'
import { isToBeAdopted } from './draft.ts'
import { deleteDraft, giveDraft, holdDraft, insertDraft, updateDraft } from './draft.store.ts'
import { adoptFiles, keepFiles } from './file.store.ts'
import { receiversOf } from './receiver.ts'
import { unitsToday } from './receiver.store.ts'
import { relationNow } from './representation.store.ts'
import { draftExpiresOn } from './retention.ts'
import { getOpenService } from './service.store.ts'

/** Never from a form: the page that calls says which browser it was. */
const Browser = {
  tokenHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
}
export const Own = z.object({ id: z.string(), ...Browser })
export const aboutDraft = ({ id }: { id: string }) => `filing.draft/${id}`

export const askerOf = ({ actor }: Pick<Ctx, 'actor'>, tokenHash: string | null) => ({ actor, tokenHash })

export const Start = z.object({
  procedure: z.string().min(1).max(60),
  case: z.string().min(1).max(60),
  channel: z.enum(channels).default('online'),
  /** By its slug. */
  receiver: z.string().min(1).max(120),
})

/** Case, channel and office must be among those of the service in force. */
export async function openWay(ctx: Ctx, { procedure, channel, receiver, ...chosen }: z.output<typeof Start>) {
  const { service, version } = await getOpenService(ctx, procedure)
  if (!service.channels.includes(channel)) refuse('conflict', 'filing.draft.other_channel')
  if (!service.cases.some(({ code }) => code === chosen.case)) refuseField('case', 'input.not_offered')
  const units = await unitsToday(ctx)
  const found = receiversOf(service, units).find(({ slug }) => slug === receiver)
  const { id } = found ?? refuseField('receiver', 'input.not_offered')
  return { procedureCode: procedure, serviceVersion: version, caseCode: chosen.case, channel, receiverId: id }
}

/** Of the dates that every draft has. */
export const datesOf = ({ now }: Pick<Ctx, 'now'>) => ({ createdAt: now, expiresOn: draftExpiresOn(dayOf(now)) })

/** By somebody who has signed in, or by a browser in which nobody has yet (§10.7). */
export const startDraft = command({
  name: 'filing.draft.start',
  needs: 'public',
  input: Start.extend(Browser),
  run: async (ctx, { tokenHash, ...start }) => {
    const { citizen, accountId } = ctx.actor
    if (accountId) refuse('conflict', 'filing.draft.staff_help_at_the_desk')
    if (!citizen && !tokenHash) refuse('unauthenticated', 'kernel.citizen_sign_in_first')
    const way = await openWay(ctx, start)
    const id = newId(ctx.now)
    const owner = citizen
      ? {
          personId: citizen.personId,
          partyId: citizen.partyId,
          relation: await relationNow(ctx, citizen),
          tokenHash: null,
        }
      : { personId: null, partyId: null, relation: 'self' as const, tokenHash }
    await insertDraft({ id, ...way, ...owner, ...datesOf(ctx), accountId: null, consentId: null }, ctx.db)
    return { id }
  },
  about: aboutDraft,
  detail: (_, { procedure, channel }) => ({ procedure, channel }),
})

/** What a browser has filled in becomes theirs who signs in there, and is then found on their other devices. */
export const adoptDraft = command({
  name: 'filing.draft.adopt',
  needs: 'citizen',
  input: Own,
  run: async (ctx, { id, tokenHash }) => {
    const { citizen } = ctx.actor
    const asker = askerOf(ctx, tokenHash)
    const draft = await holdDraft(ctx.db, id, asker)
    if (citizen && isToBeAdopted(draft, asker)) {
      await adoptFiles(ctx, draft, citizen.partyId)
      await giveDraft(ctx.db, id, { ...idsOf(citizen), relation: await relationNow(ctx, citizen) })
    }
    return { id }
  },
  about: aboutDraft,
})

const idsOf = ({ personId, partyId }: { personId: string; partyId: string }) => ({ personId, partyId })

/** Of the dates that every change moves on. */
export const updated = (ctx: Ctx) => ({ now: ctx.now, expiresOn: draftExpiresOn(dayOf(ctx.now)) })

/** Another case, another office: what was answered stays. */
export const redirectDraft = command({
  name: 'filing.draft.redirect',
  needs: 'public',
  input: Own.extend(Start.pick({ case: true, receiver: true }).shape),
  run: async (ctx, { id, tokenHash, ...chosen }) => {
    const asker = askerOf(ctx, tokenHash)
    const draft = await holdDraft(ctx.db, id, asker)
    const { procedureCode: procedure, channel } = draft
    const { caseCode, receiverId } = await openWay(ctx, { ...chosen, procedure, channel })
    const moved = updated(ctx)
    await keepFiles(ctx, draft, asker, moved.expiresOn)
    return { id, revision: await updateDraft(ctx.db, id, { caseCode, receiverId }, moved) }
  },
  about: aboutDraft,
  detail: (_, { case: code, receiver }) => ({ case: code, receiver }),
})

/** Erases it, with all that was answered: its owner's own decision. */
export const eraseDraft = command({
  name: 'filing.draft.erase',
  needs: 'public',
  input: Own,
  run: async (ctx, { id, tokenHash }) => {
    await holdDraft(ctx.db, id, askerOf(ctx, tokenHash))
    await deleteDraft(ctx.db, id)
    return { id }
  },
  about: aboutDraft,
})
