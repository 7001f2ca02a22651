/** OpenAPI 3.1, written from the very lines that answer, so that it cannot drift. */
import { z } from 'zod'
import type { Endpoint } from '#kernel/module.ts'
import type { House } from './house.ts'

const inPath = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

type Shape = { properties?: Record<string, object>; required?: string[] }

function operation({ method, path, says, needs, input, returns }: Endpoint) {
  const { properties = {}, required = [] } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Shape
  const named = inPath(path)
  const others = Object.entries(properties).filter(([name]) => !named.includes(name))
  const parameters = named.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }))
  const query = others.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  const body = {
    type: 'object',
    properties: Object.fromEntries(others),
    required: required.filter((name) => !named.includes(name)),
  }
  return {
    summary: says,
    'x-needs': needs,
    parameters: method === 'GET' ? [...parameters, ...query] : [...parameters, idempotencyKey],
    ...(method === 'POST' && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: {
      200: {
        description: 'Done',
        content: { 'application/json': { schema: z.toJSONSchema(returns, { unrepresentable: 'any' }) } },
      },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const idempotencyKey = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }

const problem = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    requestId: { type: 'string' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, says: { type: 'string' } },
      },
    },
  },
}

export function openApi(house: House, endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint)
  return {
    openapi: '3.1.0',
    info: { title: `Tiền Giang Số – ${house.province.name}`, version: '1' },
    servers: [{ url: `${house.publicUrl}/api/v1` }],
    paths,
    components: { schemas: { Problem: problem } },
  }
}
