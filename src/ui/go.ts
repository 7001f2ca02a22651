/** After a change: go on to the next page, and say there what was done. */
import { setCookie } from 'hono/cookie'
import type { Key } from '#kernel/text.ts'
import type { WebContext } from '#kernel/web.ts'

export const noticeCookie = 'notice'

/** Redirects with 303 (post → redirect → get); `notice` is shown once, at the top of the page that follows. */
export function go(c: WebContext, path: string, notice?: Key): Response {
  if (notice) setCookie(c, noticeCookie, notice, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 })
  return c.redirect(path, 303)
}
