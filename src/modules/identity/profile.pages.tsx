/** A citizen's own account: who they are and who said so, how they are reached, where they are signed in, who read about them. */
import { setCookie } from 'hono/cookie'
import { submit, type Returned } from '#kernel/submit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { refuse } from '#kernel/problem.ts'
import { go } from '#ui/go.ts'
import { listAccess } from './access.store.ts'
import { citizenOf } from './acting.ts'
import { withdrawConsent } from './consent.commands.ts'
import { listConsentsOf } from './consent.store.ts'
import { findEmailCode } from './contact.store.ts'
import { findParty, profileOf } from './party.store.ts'
import { chooseCitizenLanguage, setContact, verifyEmail } from './profile.commands.ts'
import { AccessPage, ProfilePage, type Backs } from './profile.views.tsx'
import { listCitizenSessions } from './session.store.ts'
import { endCitizenSession } from './sign-in.commands.ts'

const path = '/tai-khoan-cong-dan'

async function profilePage(c: WebContext, backs: Backs = {}) {
  const { ctx, site } = c.var
  const { db, now } = ctx
  const { personId, partyId, assurance } = citizenOf(ctx)
  const profile = (await profileOf(db, personId)) ?? refuse('missing', 'kernel.missing')
  const party = (await findParty(db, partyId)) ?? refuse('missing', 'kernel.missing')
  const code = await findEmailCode(db, partyId)
  return (
    <ProfilePage
      profile={profile}
      party={party}
      provider={c.var.identityProvider?.name ?? 'VNeID'}
      level={assurance}
      waiting={code && code.expiresAt > now ? code.email : null}
      consents={await listConsentsOf(db, partyId)}
      access={await listAccess(db, partyId, 5)}
      sessions={await listCitizenSessions(db, personId, new Date(now.getTime() - site.idleMinutes * 60_000))}
      thisSession={c.var.sessionHash}
      now={now}
      backs={backs}
    />
  )
}

const show = (c: WebContext): Promise<Answer> => profilePage(c)

async function answerContact(c: WebContext): Promise<Answer> {
  const sent = await submit(c, setContact)
  if (sent.ok) return go(c, path, sent.result.asked ? 'identity.contact.asked' : 'identity.contact.kept')
  return { status: sent.status, page: await profilePage(c, { contact: sent }) }
}

const wrongCode = {
  typed: {},
  key: 'kernel.check_the_form',
  problems: [{ path: 'code', key: 'identity.contact.wrong_code' }],
  params: {},
  ok: false,
  status: 422,
} as const satisfies Returned

async function answerCode(c: WebContext): Promise<Answer> {
  const sent = await submit(c, verifyEmail)
  if (sent.ok && sent.result.done) return go(c, path, 'identity.contact.verified')
  const back = sent.ok ? wrongCode : sent
  return { status: back.status, page: await profilePage(c, { code: back }) }
}

async function answerLanguage(c: WebContext): Promise<Answer> {
  const sent = await submit(c, chooseCitizenLanguage)
  const { locale } = sent.typed
  if (sent.ok && typeof locale === 'string')
    setCookie(c, 'lang', locale, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
  return c.redirect(path, 303)
}

async function answerSession(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endCitizenSession, { sessionHash: c.var.sessionHash })
  return go(c, path, sent.ok ? 'identity.session.ended' : undefined)
}

async function answerConsent(c: WebContext): Promise<Answer> {
  const sent = await submit(c, withdrawConsent, { id: c.req.param('consent') })
  return go(c, path, sent.ok ? 'identity.consent.withdrawn' : undefined)
}

const showAccess = async (c: WebContext): Promise<Answer> => {
  const { partyId } = citizenOf(c.var.ctx)
  return <AccessPage rows={await listAccess(c.var.ctx.db, partyId, 500)} />
}

export const profilePages = [
  get(path, 'citizen', show),
  post(`${path}/lien-lac`, 'citizen', answerContact),
  post(`${path}/ma`, 'citizen', answerCode),
  post(`${path}/ngon-ngu`, 'citizen', answerLanguage),
  post(`${path}/phien`, 'citizen', answerSession),
  post(`${path}/dong-y/:consent/rut`, 'citizen', answerConsent),
  get(`${path}/nhat-ky`, 'citizen', showAccess),
]
