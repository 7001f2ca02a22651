/** Which browser asks, as far as drafts of people who have not signed in are concerned. */
import { getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '#kernel/session.store.ts'
import { newToken } from '#kernel/token.ts'
import type { WebContext } from '#kernel/web.ts'
import type { Asker } from './draft.ts'

const cookie = 'tgu'
const seconds = 30 * 86_400

/** `null`: a browser that has begun nothing yet. */
export function browserOf(c: WebContext): string | null {
  const token = getCookie(c, cookie)
  return token ? hashOf(token) : null
}

export const askerFrom = (c: WebContext): Asker => ({ actor: c.var.ctx.actor, tokenHash: browserOf(c) })

/** A browser nobody knows yet is given a name. */
export function knownBrowser(c: WebContext): string {
  const known = browserOf(c)
  if (known) return known
  const token = newToken()
  const secure = c.var.site.publicUrl.startsWith('https:')
  setCookie(c, cookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: seconds, secure })
  return hashOf(token)
}
