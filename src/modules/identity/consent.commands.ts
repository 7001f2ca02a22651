/** Consent to be helped: written down by the helper, taken back by whoever gave it. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { dayOf, plusDays } from '#kernel/time.ts'
import { citizenOf } from './acting.ts'
import { isConsentInForce, objectionToSpan, purposes, ways, wordsOn } from './consent.ts'
import { holdConsent, insertConsent, type NewConsent, withdrawConsentRow } from './consent.store.ts'
import { notifyParty } from './notify.store.ts'
import { ensureParty, findPartyByNumber } from './party.store.ts'
import { checkPerson } from './person-check.ts'

const about = ({ consentId }: { consentId: string }) => `identity.consent/${consentId}`

type Given = Pick<NewConsent, 'partyId' | 'accountId' | 'unitId' | 'purpose' | 'words' | 'validTo' | 'way'> & {
  evidence?: string | null
}

/** From today on; whoever gave it is told. */
export async function giveConsent(ctx: Ctx, { evidence = null, ...given }: Given): Promise<string> {
  const id = newId(ctx.now)
  const dates = { validFrom: dayOf(ctx.now), givenAt: ctx.now, withdrawnAt: null }
  await insertConsent(ctx.db, { id, ...given, evidence, ...dates })
  await notifyParty(ctx, given.partyId, {
    key: 'identity.told.consent',
    params: { name: ctx.actor.name },
    href: '/tai-khoan-cong-dan',
    mail: true,
  })
  return id
}

/** A figure typed wrongly must not make somebody else the one who agreed. Somebody nobody knows yet is no fault (§10.13). */
async function mustAgree(ctx: Ctx, number: string, name: string) {
  const known = await findPartyByNumber(ctx.db, 'person', number)
  const { answer } = checkPerson({ number, name }, known && { ...known, birthDay: null })
  if (answer === 'no_match') refuseField('name', 'identity.consent.other_name')
}

/** `words`: the version that was read out; a form opened before new words came is shown again. */
export const recordConsent = command({
  name: 'identity.consent.record',
  needs: 'identity.assist',
  input: z.object({
    number: z
      .string()
      .trim()
      .regex(/^\d{12}$/),
    name: z.string().trim().min(2).max(200),
    purpose: z.enum(purposes),
    way: z.enum(ways),
    words: z.string(),
    agreed: z.literal('true'),
    evidence: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .nullish(),
    lastDay: DayInput,
  }),
  run: async (ctx, { number, name, purpose, way, words, evidence, lastDay }) => {
    const today = dayOf(ctx.now)
    const { accountId, unitId } = ctx.actor
    if (accountId === null || unitId === null) refuse('forbidden', 'kernel.not_permitted')
    if (words !== wordsOn(today)) refuse('conflict', 'identity.consent.new_words')
    const validTo = plusDays(lastDay, 1)
    const objection = objectionToSpan(today, validTo)
    if (objection) refuseField('lastDay', objection)
    await mustAgree(ctx, number, name)
    const party = await ensureParty(ctx.db, { kind: 'person', number, name, now: ctx.now })
    const given = { partyId: party.id, accountId, unitId, purpose, words, validTo, way, evidence: evidence ?? null }
    return { consentId: await giveConsent(ctx, given), partyId: party.id }
  },
  about,
  detail: ({ partyId }, { purpose, way, words }) => ({ partyId, purpose, way, words }),
})

export const withdrawConsent = command({
  name: 'identity.consent.withdraw',
  needs: 'citizen',
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const { personId, partyId } = citizenOf(ctx)
    const consent = await holdConsent(ctx.db, id)
    if (consent.partyId !== personId && consent.partyId !== partyId) refuse('missing', 'kernel.missing')
    if (!isConsentInForce(consent, dayOf(ctx.now))) refuse('conflict', 'identity.consent.over')
    await withdrawConsentRow(ctx.db, id, ctx.now)
    return { consentId: id }
  },
  about,
})

/** The helper is done earlier than was agreed. */
export const endConsent = command({
  name: 'identity.consent.end',
  needs: 'identity.assist',
  input: z.object({ id: z.uuid() }),
  run: async (ctx, { id }) => {
    const consent = await holdConsent(ctx.db, id)
    if (consent.accountId !== ctx.actor.accountId) refuse('missing', 'kernel.missing')
    if (!isConsentInForce(consent, dayOf(ctx.now))) refuse('conflict', 'identity.consent.over')
    await withdrawConsentRow(ctx.db, id, ctx.now)
    return { consentId: id }
  },
  about,
})

export const consentCommands = [recordConsent, withdrawConsent, endConsent]
