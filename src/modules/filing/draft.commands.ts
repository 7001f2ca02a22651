/** Beginning a draft, writing in it, giving it to its owner, throwing it away. */
import { z } from 'zod'
import { may } from '#kernel/access.ts'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Answers } from '#fields/form.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { Channel } from '#modules/services/public.ts'
import { type Draft, isToBeAdopted, objectionToWrite } from './draft.ts'
import { deleteDraft, giveDraft, holdDraft, insertDraft, updateDraft } from './draft.store.ts'
import { receiversOf } from './receiver.ts'
import { relationNow } from './representation.store.ts'
import { draftExpiresOn } from './retention.ts'
import { getOpenService } from './service.store.ts'

/** Never from a form: the page that calls says which browser it was. */
const Browser = { tokenHash: z.string().regex(/^[0-9a-f]{64}$/).nullable().default(null) }
const Own = z.object({ id: z.string(), ...Browser })
const about = ({ id }: { id: string }) => `filing.draft/${id}`

/** More than the longest form of ours holds; what is larger is a file. */
const mostText = 400_000

export const askerOf = ({ actor }: Pick<Ctx, 'actor'>, tokenHash: string | null) => ({ actor, tokenHash })

export const Start = z.object({
  procedure: z.string().min(1).max(60),
  case: z.string().min(1).max(60),
  channel: Channel.default('online'),
  /** By its slug. */
  receiver: z.string().min(1).max(120),
})

/** Case, channel and office must be among those of the service in force. */
export async function openWay(ctx: Ctx, { procedure, channel, receiver, ...chosen }: z.output<typeof Start>) {
  const { service, version } = await getOpenService(ctx.db, procedure)
  if (!service.channels.includes(channel)) refuse('conflict', 'filing.draft.other_channel')
  if (!service.cases.some(({ code }) => code === chosen.case)) refuseField('case', 'input.not_offered')
  const units = await listUnits(ctx.db, dayOf(ctx.now))
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
    if (accountId) refuse('forbidden', 'filing.draft.staff_help_at_the_desk')
    if (!citizen && !tokenHash) refuse('unauthenticated', 'kernel.citizen_sign_in_first')
    const way = await openWay(ctx, start)
    const id = newId(ctx.now)
    const owner = citizen
      ? { personId: citizen.personId, partyId: citizen.partyId, relation: await relationNow(ctx, citizen), tokenHash: null }
      : { personId: null, partyId: null, relation: 'self' as const, tokenHash }
    await insertDraft({ id, ...way, ...owner, ...datesOf(ctx), accountId: null, consentId: null }, ctx.db)
    return { id }
  },
  about,
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
    if (citizen && isToBeAdopted(draft, asker))
      await giveDraft(ctx.db, id, { ...idsOf(citizen), relation: await relationNow(ctx, citizen) })
    return { id }
  },
  about,
})

const idsOf = ({ personId, partyId }: { personId: string; partyId: string }) => ({ personId, partyId })

const Json = z.record(z.string(), z.json())
const Texts = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export const Saving = z.object({
  revision: z.coerce.number().int(),
  /** Of the page that writes; one that wrote last may write again. */
  pen: z.string().max(60).default(''),
  step: z.string().max(60).default(''),
  /** Questions that this writing is about; those of them without an answer have none from now on. */
  names: z.array(z.string()).max(2000),
  answers: Json,
  typed: Texts.default({}),
})

const isFrom = (name: string, names: ReadonlySet<string>) => names.has(name.split('.')[0] ?? name)

/** What was written takes the place of what stood under the same names; everything else stays. */
function written(draft: Draft, { names, answers, typed }: Pick<z.output<typeof Saving>, 'names' | 'answers' | 'typed'>) {
  const own = new Set(names)
  const kept = Object.entries(draft.answers).filter(([name]) => !own.has(name))
  const added = Object.entries(answers).filter(([name]) => own.has(name))
  const loose = Object.entries(draft.typed).filter(([name]) => !isFrom(name, own))
  const change = {
    answers: Object.fromEntries([...kept, ...added]) as Answers,
    typed: { ...Object.fromEntries(loose), ...typed },
  }
  if (JSON.stringify(change).length > mostText) refuse('too_large', 'kernel.too_large')
  return change
}

const holdToWrite = async (ctx: Ctx, { id, tokenHash }: z.output<typeof Own>, writing: { revision: number; pen: string }) => {
  const draft = await holdDraft(ctx.db, id, askerOf(ctx, tokenHash))
  const objection = objectionToWrite(draft, writing)
  if (objection) refuse('conflict', objection)
  return draft
}

export const updated = (ctx: Ctx) => ({ now: ctx.now, expiresOn: draftExpiresOn(dayOf(ctx.now)) })

/** A page, or a change of one answer, is written into the draft. Writing the same again changes nothing. */
export const saveDraft = command({
  name: 'filing.draft.save',
  needs: 'public',
  input: Own.extend(Saving.shape),
  run: async (ctx, { id, tokenHash, revision, pen, step, ...given }) => {
    const draft = await holdToWrite(ctx, { id, tokenHash }, { revision, pen })
    const change = written(draft, given)
    return { id, revision: await updateDraft(ctx.db, id, { ...change, pen, step }, updated(ctx)) }
  },
  about,
  detail: ({ revision }, { step }) => ({ revision, step }),
})

/** Which known values the person says are wrong; those are asked. */
export const disputeKnown = command({
  name: 'filing.draft.dispute',
  needs: 'public',
  input: Own.extend({ name: z.string().max(60), wrong: z.boolean() }),
  run: async (ctx, { id, tokenHash, name, wrong }) => {
    const draft = await holdDraft(ctx.db, id, askerOf(ctx, tokenHash))
    const others = draft.disputed.filter((one) => one !== name)
    const disputed = wrong ? [...others, name] : others
    return { id, revision: await updateDraft(ctx.db, id, { disputed }, updated(ctx)) }
  },
  about,
  detail: (_, { name, wrong }) => ({ name, wrong }),
})

/** Another case, another office: what was answered stays. */
export const redirectDraft = command({
  name: 'filing.draft.redirect',
  needs: 'public',
  input: Own.extend(Start.omit({ procedure: true }).shape),
  run: async (ctx, { id, tokenHash, ...chosen }) => {
    const { procedureCode: procedure, channel } = await holdDraft(ctx.db, id, askerOf(ctx, tokenHash))
    const { caseCode, receiverId, ...way } = await openWay(ctx, { ...chosen, procedure, channel })
    void way
    return { id, revision: await updateDraft(ctx.db, id, { caseCode, receiverId }, updated(ctx)) }
  },
  about,
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
  about,
})

export const mayHelp = (ctx: Ctx) => may(ctx.actor, 'filing.assist')
