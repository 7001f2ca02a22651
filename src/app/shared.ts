/** Public pages that are the same for everybody are made once and given out as bytes for a short while. */
import { createMiddleware } from 'hono/factory'
import { getCookie } from 'hono/cookie'
import { sessionCookie } from '#kernel/session.store.ts'
import type { Web } from '#kernel/web.ts'
import type { House } from './house.ts'

type Kept = { response: Response; until: number }
const mostKept = 500

/** Whoever is signed in is never given, and never leaves behind, a shared page. */
export function shared(house: House) {
  const kept = new Map<string, Kept>()
  return createMiddleware<Web>(async (c, next) => {
    if (c.req.method !== 'GET' || getCookie(c, sessionCookie) || c.req.query('lang')) return next()
    const key = `${getCookie(c, 'lang') ?? ''} ${c.req.header('accept-encoding')?.includes('gzip') ?? false} ${c.req.url}`
    const found = kept.get(key)
    const now = house.now().getTime()
    if (found && found.until > now) return found.response.clone()
    await next()
    const seconds = Number(/s-maxage=(\d+)/.exec(c.res.headers.get('cache-control') ?? '')?.[1] ?? 0)
    if (seconds > 0 && c.res.status === 200) {
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, { response: c.res.clone(), until: now + seconds * 1000 })
    }
    return undefined
  })
}
