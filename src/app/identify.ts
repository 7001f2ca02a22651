/** Finds out who asks, in which language, and gives the request its number. */
import type { HttpBindings } from '@hono/node-server'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { type Actor, nobody } from '#kernel/access.ts'
import { addressOf } from '#kernel/address.ts'
import { kioskCookie } from '#kernel/kiosk.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { plainIntake } from '#kernel/scan.ts'
import { citizenCookie, findSession, hashOf, sessionCookie } from '#kernel/session.store.ts'
import { openShelf } from '#kernel/shelf.ts'
import { locales, type Locale } from '#kernel/text.ts'
import type { CitizenPerson, Web, WebContext } from '#kernel/web.ts'
import {
  type CitizenSession,
  findCitizenSession,
  findClientActor,
  readBearer,
  tokenPath,
  updateCitizenSession,
} from '#modules/identity/public.ts'
import type { House } from './house.ts'
import { measuresOf } from './modules.ts'

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

/** Known only behind a server. */
const socketOf = (env: unknown): string | null =>
  (env as Partial<HttpBindings> | undefined)?.incoming?.socket?.remoteAddress ?? null

const citizenPersonOf = ({ name, partyName, unread, citizen }: CitizenSession): CitizenPerson => ({
  name,
  partyName: citizen.partyId === citizen.personId ? null : partyName,
  unread,
})

/** Another system. A key that is not good is refused, whatever cookie came with it. */
async function bearerOf(house: House, c: WebContext, header: string, now: Date): Promise<Actor> {
  const token = readBearer(header)
  const actor = token && (await findClientActor(house.db, hashOf(token), now))
  if (actor) return actor
  c.header('www-authenticate', 'Bearer error="invalid_token"')
  return refuse('unauthenticated', 'kernel.token_unknown')
}

export const identify = (house: House) => {
  const measures = measuresOf(house.modules)
  const shelf = openShelf()
  return createMiddleware<Web>(async (c, next) => {
    const now = house.now()
    const token = getCookie(c, sessionCookie)
    const kiosk = getCookie(c, kioskCookie) !== undefined
    const idleMinutes = kiosk ? Math.min(house.kioskMinutes ?? 5, house.idleMinutes) : house.idleMinutes
    const session = token ? await findSession(house.db, token, now, idleMinutes) : undefined
    const isOpen = session?.stage === 'open'
    const citizenToken = getCookie(c, citizenCookie)
    // One browser is one actor: who came in as staff has left as a citizen.
    if (session && citizenToken) {
      await updateCitizenSession(house.db, hashOf(citizenToken), { endedAt: now })
      deleteCookie(c, citizenCookie, { path: '/' })
    }
    const visitor =
      citizenToken && !session ? await findCitizenSession(house.db, hashOf(citizenToken), now, idleMinutes) : undefined
    const asked = c.req.query('lang')
    if (isLocale(asked)) setCookie(c, 'lang', asked, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
    const locale = [asked, getCookie(c, 'lang'), session?.locale, visitor?.locale].find(isLocale) ?? 'vi'
    const requestId = newId(now)
    c.set('site', { publicUrl: house.publicUrl, demo: house.demo, idleMinutes, kiosk })
    c.set('locale', locale)
    c.set('files', house.files)
    c.set('intake', house.intake ?? plainIntake)
    c.set('measures', measures)
    c.set('address', addressOf(socketOf(c.env), c.req.header('x-forwarded-for'), house.proxies ?? 0))
    c.set('sessionHash', session?.tokenHash ?? visitor?.tokenHash ?? null)
    c.set(
      'person',
      session && isOpen
        ? {
            accountId: session.actor.accountId ?? '',
            login: session.login,
            name: session.actor.name,
            post: session.postTitle,
            unit: session.unitName,
            unread: session.unread,
            posts: session.posts,
          }
        : null,
    )
    c.set('citizen', visitor ? citizenPersonOf(visitor) : null)
    c.set('identityProvider', house.identityProvider ?? null)
    c.set('ctx', {
      db: house.db,
      actor:
        session && isOpen
          ? session.actor
          : visitor
            ? { ...nobody, name: visitor.name, citizen: visitor.citizen }
            : nobody,
      now,
      requestId,
      secrets: house.secrets,
      shelf,
    })
    c.header('x-request-id', requestId)
    const bearer = c.req.path.startsWith('/api/v1/') ? c.req.header('authorization') : undefined
    if (bearer && c.req.path !== tokenPath) c.set('ctx', { ...c.var.ctx, actor: await bearerOf(house, c, bearer, now) })
    await next()
  })
}
