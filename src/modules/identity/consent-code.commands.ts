/** Agreeing to be helped by a one-time code: it goes to the person's own proved address, and they read it out. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { DayInput } from '#kernel/day-input.ts'
import { newId } from '#kernel/id.ts'
import { queueMail } from '#kernel/mail.store.ts'
import { refuse, refuseField } from '#kernel/problem.ts'
import { hashOf } from '#kernel/session.store.ts'
import { inLocale, locales, say } from '#kernel/text.ts'
import { dayOf, plusDays, type Day } from '#kernel/time.ts'
import { dayText } from '#ui/figures.ts'
import { objectionToSpan, purposes, wordsOn } from './consent.ts'
import { giveConsent } from './consent.commands.ts'
import {
  countConsentTry,
  dropConsentCode,
  holdConsentCode,
  keepConsentCode,
  lastConsentCodeAt,
} from './consent-code.store.ts'
import { codeMinutes, codeText, isOpen, isTooSoon, minutesAfter } from './one-time-code.ts'
import { findPartyByNumber, type Party } from './party.store.ts'

const codeHash = (id: string, code: string) => hashOf(`${id} ${code}`)

const helperOf = ({ actor: { accountId, unitId } }: Ctx) =>
  accountId === null || unitId === null ? refuse('forbidden', 'kernel.not_permitted') : { accountId, unitId }

/** Somebody without a proved address is refused like somebody nobody knows. */
async function reachable(ctx: Ctx, number: string): Promise<Party & { email: string }> {
  const party = await findPartyByNumber(ctx.db, 'person', number)
  if (!party?.email || !party.emailVerifiedAt) return refuseField('number', 'identity.consent.no_address')
  return { ...party, email: party.email }
}

export const askConsent = command({
  name: 'identity.consent.ask',
  needs: 'identity.assist',
  input: z.object({
    number: z
      .string()
      .trim()
      .regex(/^\d{12}$/),
    purpose: z.enum(purposes),
    words: z.string(),
    lastDay: DayInput,
  }),
  run: async (ctx, { number, purpose, words, lastDay }) => {
    const today = dayOf(ctx.now)
    const helper = helperOf(ctx)
    if (words !== wordsOn(today)) refuse('conflict', 'identity.consent.new_words')
    const validTo = plusDays(lastDay, 1)
    const objection = objectionToSpan(today, validTo)
    if (objection) refuseField('lastDay', objection)
    const party = await reachable(ctx, number)
    if (isTooSoon(await lastConsentCodeAt(ctx.db, party.id), ctx.now)) refuse('conflict', 'identity.contact.wait')
    const id = newId(ctx.now)
    const code = codeText(randomInt(1_000_000))
    const kept = { id, partyId: party.id, ...helper, purpose, words, validTo }
    const times = { madeAt: ctx.now, expiresAt: minutesAfter(ctx.now, codeMinutes) }
    await keepConsentCode(ctx.db, { ...kept, ...times, codeHash: codeHash(id, code) })
    await mailCode(ctx, party, { code, purpose, words, lastDay })
    return { askId: id }
  },
  about: ({ askId }) => `identity.consent_code/${askId}`,
  detail: (_, { purpose, words }) => ({ purpose, words }),
})

type Mailed = { code: string; purpose: string; words: string; lastDay: Day }

/** In the person's own language: who asks, what for, until when, and in which words they would agree. */
async function mailCode(ctx: Ctx, party: Party & { email: string }, { code, purpose, words, lastDay }: Mailed) {
  const locale = locales.find((known) => known === party.locale) ?? 'vi'
  const params = inLocale(locale, () => ({
    code,
    minutes: codeMinutes,
    name: ctx.actor.name,
    purpose: say(`identity.consent.purpose.${purpose}`),
    day: dayText(lastDay),
    words: say(`identity.consent.words_${words}`),
  }))
  await queueMail(ctx, {
    noticeId: null,
    accountId: null,
    partyId: party.id,
    locale,
    address: party.email,
    subjectKey: 'identity.consent.mail',
    bodyKey: 'identity.consent.mail_body',
    params: JSON.stringify(params),
    href: '/tai-khoan-cong-dan',
  })
}

/** A wrong code must be counted, so it is said and not refused. */
export const giveConsentByCode = command({
  name: 'identity.consent.give_by_code',
  needs: 'identity.assist',
  input: z.object({ id: z.uuid(), code: z.string().trim().min(1).max(20) }),
  run: async (ctx, { id, code }) => {
    const kept = await holdConsentCode(ctx.db, id, helperOf(ctx).accountId)
    if (!kept) return refuse('missing', 'kernel.missing')
    if (!isOpen(kept, ctx.now)) return { askId: id, consentId: null, partyId: kept.partyId }
    if (kept.codeHash !== codeHash(id, code)) {
      await countConsentTry(ctx.db, id, kept.tries + 1)
      return { askId: id, consentId: null, partyId: kept.partyId }
    }
    const { partyId, accountId, unitId, purpose, words, validTo } = kept
    const consentId = await giveConsent(ctx, { partyId, accountId, unitId, purpose, words, validTo, way: 'code' })
    await dropConsentCode(ctx.db, id)
    return { askId: id, consentId, partyId }
  },
  about: ({ askId, consentId }) => (consentId ? `identity.consent/${consentId}` : `identity.consent_code/${askId}`),
  detail: ({ consentId }) => ({ done: consentId !== null }),
})

export const consentCodeCommands = [askConsent, giveConsentByCode]
