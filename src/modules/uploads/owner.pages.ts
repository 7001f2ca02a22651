/** Whose request it is, as far as files are concerned; somebody who has not signed in is known by their browser. */
import { getCookie, setCookie } from 'hono/cookie'
import { hashOf } from '#kernel/session.store.ts'
import { newToken } from '#kernel/token.ts'
import type { WebContext } from '#kernel/web.ts'
import { type Tools } from './check.jobs.ts'
import { ownersOf, type UploadOwner } from './upload.ts'

/** Lives as long as the longest unused file. */
export const visitorCookie = 'tgu'
const visitorSeconds = 30 * 86_400

const minted = new WeakMap<WebContext, string>()

function visitorOf(c: WebContext): string | null {
  const token = minted.get(c) ?? getCookie(c, visitorCookie)
  return token ? hashOf(token) : null
}

/** All whose files this request may look at. */
export const ownersFor = (c: WebContext): UploadOwner[] => ownersOf(c.var.ctx.actor, visitorOf(c))

/** Whose the next file will be. A browser nobody knows yet is given a name: call it on every page that takes files. */
export function ownerFor(c: WebContext): UploadOwner {
  const [known] = ownersFor(c)
  if (known) return known
  const token = newToken()
  minted.set(c, token)
  const secure = c.var.site.publicUrl.startsWith('https:')
  setCookie(c, visitorCookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: visitorSeconds, secure })
  return { kind: 'visitor', id: hashOf(token) }
}

export const toolsOf = (c: WebContext): Tools => ({ files: c.var.files, intake: c.var.intake })
