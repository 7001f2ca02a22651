/** How a party is reached, and in which language a person is spoken to. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { queueMail } from '#kernel/mail.store.ts'
import { markRead } from '#kernel/notice.store.ts'
import { getNotice } from '#kernel/notice-browse.store.ts'
import { refuse } from '#kernel/problem.ts'
import { hashOf } from '#kernel/session.store.ts'
import { locales } from '#kernel/text.ts'
import { citizenOf } from './acting.ts'
import { countTry, dropEmailCode, holdEmailCode, keepEmailCode } from './contact.store.ts'
import { codeMinutes, codeText, isOpen, isTooSoon, minutesAfter } from './one-time-code.ts'
import { findParty, updateParty } from './party.store.ts'

const codeHash = (partyId: string, code: string) => hashOf(`${partyId} ${code}`)
const aboutParty = ({ partyId }: { partyId: string }) => `identity.party/${partyId}`

/** Empty: none. Figures and what people write between them. */
const Phone = z
  .string()
  .trim()
  .regex(/^(\+?[\d .-]{8,20})?$/)
const Email = z.union([z.literal(''), z.string().trim().toLowerCase().pipe(z.email().max(200))])

/** A new address is asked for proof before anything is sent there; the old one counts no more. */
export const setContact = command({
  name: 'identity.party.set_contact',
  needs: 'citizen',
  input: z.object({ email: Email.default(''), phone: Phone.default('') }),
  run: async (ctx, { email, phone }) => {
    const { partyId } = citizenOf(ctx)
    const party = (await findParty(ctx.db, partyId)) ?? refuse('missing', 'kernel.missing')
    await updateParty(ctx.db, partyId, { phone: phone || null })
    const isKnown = email === (party.email ?? '') && (email === '' || party.emailVerifiedAt !== null)
    if (isKnown) return { partyId, asked: false }
    await updateParty(ctx.db, partyId, { email: email || null, emailVerifiedAt: null })
    if (email) await sendCode(ctx, partyId, email, party.locale)
    else await dropEmailCode(ctx.db, partyId)
    return { partyId, asked: email !== '' }
  },
  about: aboutParty,
})

async function sendCode(ctx: Ctx, partyId: string, email: string, language: string) {
  const before = await holdEmailCode(ctx.db, partyId)
  if (isTooSoon(before?.madeAt ?? null, ctx.now)) refuse('conflict', 'identity.contact.wait')
  const code = codeText(randomInt(1_000_000))
  const expiresAt = minutesAfter(ctx.now, codeMinutes)
  await keepEmailCode(ctx.db, { partyId, email, codeHash: codeHash(partyId, code), madeAt: ctx.now, expiresAt })
  await queueMail(ctx, {
    noticeId: null,
    accountId: null,
    partyId,
    locale: locales.find((known) => known === language) ?? 'vi',
    address: email,
    subjectKey: 'identity.contact.mail',
    bodyKey: 'identity.contact.mail_body',
    params: JSON.stringify({ code, minutes: codeMinutes }),
    href: '/tai-khoan-cong-dan',
  })
}

/** A wrong code must be counted, so it is said and not refused. */
export const verifyEmail = command({
  name: 'identity.party.verify_email',
  needs: 'citizen',
  input: z.object({ code: z.string().trim().min(1).max(20) }),
  run: async (ctx, { code }) => {
    const { partyId } = citizenOf(ctx)
    const kept = await holdEmailCode(ctx.db, partyId)
    if (!kept || !isOpen(kept, ctx.now)) return { partyId, done: false }
    if (kept.codeHash !== codeHash(partyId, code)) {
      await countTry(ctx.db, partyId, kept.tries + 1)
      return { partyId, done: false }
    }
    await updateParty(ctx.db, partyId, { email: kept.email, emailVerifiedAt: ctx.now })
    await dropEmailCode(ctx.db, partyId)
    return { partyId, done: true }
  },
  about: aboutParty,
})

export const chooseCitizenLanguage = command({
  name: 'identity.party.choose_language',
  needs: 'citizen',
  input: z.object({ locale: z.enum(locales) }),
  run: async (ctx, { locale }) => {
    const { personId } = citizenOf(ctx)
    await updateParty(ctx.db, personId, { locale })
    return { partyId: personId }
  },
  about: aboutParty,
})

/** Of the party acted for. */
export const readPartyNotice = command({
  name: 'identity.notice.read',
  needs: 'citizen',
  input: z.object({ id: z.string() }),
  run: async (ctx, { id }) => {
    const reader = { partyId: citizenOf(ctx).partyId }
    const { href } = await getNotice(ctx.db, reader, id)
    await markRead(ctx.db, reader, ctx.now, [id])
    return { id, href }
  },
  about: ({ id }) => `kernel.notice/${id}`,
})

export const readAllPartyNotices = command({
  name: 'identity.notice.read_all',
  needs: 'citizen',
  input: z.object({}),
  run: async (ctx) => {
    const { partyId } = citizenOf(ctx)
    await markRead(ctx.db, { partyId }, ctx.now)
    return { partyId }
  },
  about: aboutParty,
})

export const profileCommands = [setContact, verifyEmail, chooseCitizenLanguage, readPartyNotice, readAllPartyNotices]
