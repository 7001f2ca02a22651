/** Mounts every line of the modules' API tables, and the document that describes them. */
import { Hono } from 'hono'
import { refuse } from '#kernel/problem.ts'
import type { Web, WebContext } from '#kernel/web.ts'
import type { House } from './house.ts'
import { openApi } from './openapi.ts'

export function apiRoutes(house: House) {
  const api = new Hono<Web>()
  const endpoints = house.modules.flatMap((module) => module.api ?? [])
  api.get('/openapi.json', (c) => c.json(openApi(house, endpoints)))
  for (const endpoint of endpoints)
    api.on(endpoint.method, endpoint.path.replace(/\{(\w+)\}/g, ':$1'), async (c) => {
      const key = c.req.header('idempotency-key')
      const ctx = { ...c.var.ctx, ...(key && { key }) }
      const body = endpoint.method === 'POST' ? await readJson(c) : c.req.query()
      return c.json((await endpoint.answer(ctx, { ...body, ...c.req.param() }, c.var.files)) as object, 200, {
        'cache-control': 'private, no-store',
      })
    })
  return api
}

/** JSON only: no form of another site can send it. */
async function readJson(c: WebContext): Promise<object> {
  if (!c.req.header('content-type')?.startsWith('application/json')) refuse('wrong_type', 'kernel.json_only')
  const body: unknown = await c.req.json().catch(() => undefined)
  return body !== null && typeof body === 'object' && !Array.isArray(body) ? body : refuse('invalid', 'kernel.not_json')
}
