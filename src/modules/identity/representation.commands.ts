/** Acting for another: chosen, declared, confirmed, delegated, ended. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { OptionalDayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf, plusDays, type Day } from '#kernel/time.ts'
import { ownersOf, useUploads } from '#modules/uploads/public.ts'
import { citizenOf } from './acting.ts'
import { notifyParty } from './notify.store.ts'
import { ensureParty, findParty } from './party.store.ts'
import {
  aboutRepresentation,
  bases,
  mostDeclared,
  mostPapers,
  objectionToActFor,
  objectionToDecide,
  objectionToDelegate,
  objectionToEnd,
  isInForce,
} from './representation.ts'
import {
  holdRepresentation,
  insertRepresentation,
  listActedFor,
  listBetween,
  updateRepresentation,
} from './representation.store.ts'
import { updateCitizenSession } from './session.store.ts'

const TokenHash = z.string().regex(/^[0-9a-f]{64}$/)
const PersonNumber = z
  .string()
  .trim()
  .regex(/^\d{12}$/)
const Name = z.string().trim().min(2).max(200)

/** Photographs or PDFs of the papers that show it, by the ids of one's own uploads. */
const Papers = z
  .union([z.array(z.uuid()), z.uuid().transform((id) => [id])])
  .default([])
  .pipe(z.array(z.uuid()).max(mostPapers))

/** They become part of the declaration in the same transaction. */
async function attachPapers(ctx: Ctx, id: string, papers: readonly string[]) {
  if (papers.length) await useUploads(ctx, papers, ownersOf(ctx.actor, null), aboutRepresentation(id))
}

const about = ({ representationId }: { representationId: string }) => aboutRepresentation(representationId)

/** What is none of one's business is not there. */
const refuseAs = (objection: Key): never =>
  objection === 'kernel.missing' ? refuse('missing', objection) : refuse('conflict', objection)

/** For whom this browser acts from now on. */
export const actFor = command({
  name: 'identity.session.act_for',
  needs: 'citizen',
  input: z.object({ partyId: z.uuid(), sessionHash: TokenHash }),
  run: async (ctx, { partyId, sessionHash }) => {
    const { personId } = citizenOf(ctx)
    const known = await listBetween(ctx.db, personId, partyId)
    const objection = objectionToActFor(personId, partyId, known, dayOf(ctx.now))
    if (objection) refuse('forbidden', objection)
    await updateCitizenSession(ctx.db, sessionHash, { partyId })
    return { partyId }
  },
  about: ({ partyId }) => `identity.party/${partyId}`,
})

/** People name the last day, tables the first on which it is over. */
const dayAfter = (last: Day | null) => (last ? plusDays(last, 1) : null)

function mustEndLater(from: Day, to: Day | null) {
  if (to !== null && to <= from) refuseField('lastDay', 'identity.representation.ends_before')
}

/** One's child, parent or ward, by the number on their card. Nothing may be done with it until it is confirmed. */
export const declareRepresentation = command({
  name: 'identity.representation.declare',
  needs: 'citizen',
  input: z.object({
    basis: z.enum(bases),
    number: PersonNumber,
    name: Name,
    says: z.string().trim().max(500).default(''),
    papers: Papers,
    lastDay: OptionalDayInput,
  }),
  run: async (ctx, { basis, number, name, says, papers, lastDay }) => {
    const { personId } = citizenOf(ctx)
    const today = dayOf(ctx.now)
    const validTo = dayAfter(lastDay)
    mustEndLater(today, validTo)
    const other = await ensureParty(ctx.db, { kind: 'person', number, name, now: ctx.now })
    if (other.id === personId) refuseField('number', 'identity.representation.oneself')
    const mine = await listActedFor(ctx.db, personId)
    const open = mine.filter((one) => one.state === 'declared' && isInForce(one, today))
    if (open.some(({ partyId }) => partyId === other.id)) refuseField('number', 'identity.representation.again')
    if (open.length >= mostDeclared) refuse('conflict', 'identity.representation.too_many')
    const id = newId(ctx.now)
    const between = { actorId: personId, partyId: other.id, basis, named: name, says, evidence: null }
    const state = { source: 'declaration', state: 'declared' } as const
    await insertRepresentation(ctx.db, { id, ...between, ...state, validFrom: today, validTo, madeAt: ctx.now })
    await attachPapers(ctx, id, papers)
    await notifyParty(ctx, other.id, {
      key: 'identity.told.declared',
      params: { name: ctx.actor.name },
      href: '/tai-khoan-cong-dan/thay-mat',
      mail: true,
    })
    return { representationId: id }
  },
  about,
  detail: (_, { basis }) => ({ basis }),
})

/** An organisation names somebody who acts for it: nobody else has to confirm that. */
export const delegate = command({
  name: 'identity.representation.delegate',
  needs: 'citizen',
  input: z.object({
    number: PersonNumber,
    name: Name,
    says: z.string().trim().max(500).default(''),
    papers: Papers,
    lastDay: OptionalDayInput,
  }),
  run: async (ctx, { number, name, says, papers, lastDay }) => {
    const { personId, partyId } = citizenOf(ctx)
    const today = dayOf(ctx.now)
    const organisation = (await findParty(ctx.db, partyId)) ?? refuse('missing', 'kernel.missing')
    const known = await listBetween(ctx.db, personId, partyId)
    const actor = { personId, partyId, partyKind: organisation.kind }
    const objection = objectionToDelegate(actor, known, today)
    if (objection) refuse('forbidden', objection)
    const validTo = dayAfter(lastDay)
    mustEndLater(today, validTo)
    const other = await ensureParty(ctx.db, { kind: 'person', number, name, now: ctx.now })
    const before = await listBetween(ctx.db, other.id, partyId)
    if (objectionToActFor(other.id, partyId, before, today) === null)
      refuseField('number', 'identity.representation.again')
    const id = newId(ctx.now)
    await insertRepresentation(ctx.db, {
      id,
      actorId: other.id,
      partyId,
      basis: 'organisation',
      source: 'organisation',
      state: 'confirmed',
      named: name,
      says,
      evidence: null,
      validFrom: today,
      validTo,
      madeAt: ctx.now,
    })
    await attachPapers(ctx, id, papers)
    await notifyParty(ctx, other.id, {
      key: 'identity.told.delegated',
      params: { name: organisation.name },
      href: '/tai-khoan-cong-dan/thay-mat',
      mail: true,
    })
    return { representationId: id }
  },
  about,
})

const Answer = z.enum(['confirmed', 'refused'])

async function decide(ctx: Ctx, id: string, answer: z.output<typeof Answer>, who: { partyId: string } | 'officer') {
  const row = await holdRepresentation(ctx.db, id)
  const objection = objectionToDecide(row, who)
  if (objection) refuseAs(objection)
  const by = who === 'officer' ? { decidedBy: ctx.actor.accountId } : { decidedByParty: who.partyId }
  await updateRepresentation(ctx.db, id, { state: answer, decidedAt: ctx.now, ...by })
  await notifyParty(ctx, row.actorId, {
    key: answer === 'confirmed' ? 'identity.told.confirmed' : 'identity.told.refused',
    params: { name: row.named },
    href: '/tai-khoan-cong-dan/thay-mat',
    mail: true,
  })
  return { representationId: id, state: answer }
}

/** The person for whom somebody wants to act says yes or no, in their own account. */
export const answerRepresentation = command({
  name: 'identity.representation.answer',
  needs: 'citizen',
  input: z.object({ id: z.uuid(), answer: Answer }),
  run: (ctx, { id, answer }) => decide(ctx, id, answer, { partyId: citizenOf(ctx).personId }),
  about,
  detail: ({ state }) => ({ state }),
})

/** An officer who has seen the papers decides. */
export const decideRepresentation = command({
  name: 'identity.representation.decide',
  needs: 'identity.assist',
  input: z.object({ id: z.uuid(), answer: Answer }),
  run: (ctx, { id, answer }) => decide(ctx, id, answer, 'officer'),
  about,
  detail: ({ state }) => ({ state }),
})

export const endRepresentation = command({
  name: 'identity.representation.end',
  needs: 'citizen',
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { personId, partyId } = citizenOf(ctx)
    const row = await holdRepresentation(ctx.db, id)
    const today = dayOf(ctx.now)
    const objection = objectionToEnd(row, [personId, partyId], today)
    if (objection) refuseAs(objection)
    await updateRepresentation(ctx.db, id, { validTo: row.validFrom > today ? row.validFrom : today })
    return { representationId: id }
  },
  about,
})

export const representationCommands = [
  actFor,
  declareRepresentation,
  delegate,
  answerRepresentation,
  decideRepresentation,
  endRepresentation,
]
