/** Public pages that are the same for everybody are made once and given out as bytes for a short while. */
import type { HttpBindings } from '@hono/node-server'
import { createMiddleware } from 'hono/factory'
import type { Web } from '#kernel/web.ts'
import type { House } from './house.ts'

type Kept = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string>; until: number }
const mostKept = 500

/** For so long the page of before is given out while one request makes it anew: never do all of them at once. */
const renewal = 5_000

/** What of a request decides which kept page answers it. */
type Asked = { method: string; url: string; cookie: string; encodings: string }

/** From the server's own request where there is one: it has read the headers already. */
function askedBy(request: Request, server: unknown): Asked {
  const incoming = (server as Partial<HttpBindings> | undefined)?.incoming
  if (incoming) {
    const { method = '', url = '', headers } = incoming
    return { method, url, cookie: headers.cookie ?? '', encodings: String(headers['accept-encoding'] ?? '') }
  }
  const { pathname, search } = new URL(request.url)
  return {
    method: request.method,
    url: pathname + search,
    cookie: request.headers.get('cookie') ?? '',
    encodings: request.headers.get('accept-encoding') ?? '',
  }
}

/** `null`: asked by somebody in particular, or in a language of the moment, and not shared. */
function keyOf({ method, url, cookie, encodings }: Asked): string | null {
  if (method !== 'GET' || url.includes('lang=')) return null
  // With any other cookie somebody is signed in, or is about to be told something that is meant for them alone.
  if (cookie && !/^lang=\w+$/.test(cookie)) return null
  return `${cookie} ${encodings.includes('gzip')} ${url}`
}

export function shared(house: House) {
  const kept = new Map<string, Kept>()
  const find = (request: Request, server: unknown): Response | undefined => {
    const key = keyOf(askedBy(request, server))
    const found = key === null ? undefined : kept.get(key)
    if (!found) return undefined
    const now = house.now().getTime()
    if (found.until > now) return new Response(found.bytes, { headers: found.headers })
    found.until = now + renewal
    return undefined
  }
  const keep = createMiddleware<Web>(async (c, next) => {
    await next()
    const seconds = Number(/s-maxage=(\d+)/.exec(c.res.headers.get('cache-control') ?? '')?.[1] ?? 0)
    const key = keyOf(askedBy(c.req.raw, c.env))
    if (!seconds || key === null || c.res.status !== 200 || c.res.headers.has('set-cookie')) return
    const bytes = new Uint8Array(await c.res.clone().arrayBuffer())
    if (kept.size >= mostKept) kept.clear()
    kept.set(key, { bytes, headers: Object.fromEntries(c.res.headers), until: house.now().getTime() + seconds * 1000 })
  })
  return { find, keep }
}
