/** Mounts every line of the modules' API tables, and the document that describes them. */
import { Hono } from 'hono'
import { asWritten } from '#kernel/input.ts'
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
      return c.json(
        (await endpoint.answer(ctx, { ...body, ...c.req.param() }, c.var.files, c.var.intake)) as object,
        200,
        {
          'cache-control': 'private, no-store',
        },
      )
    })
  return api
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? asWritten(value) : value))
  } catch {
    return undefined
  }
}

/** JSON only: no form of another site can send it. */
async function readJson(c: WebContext): Promise<object> {
  if (!c.req.header('content-type')?.startsWith('application/json')) refuse('wrong_type', 'kernel.json_only')
  const body = parse(await c.req.text())
  return body !== null && typeof body === 'object' && !Array.isArray(body) ? body : refuse('invalid', 'kernel.not_json')
}
