/** OpenAPI 3.1, written from the very lines that answer, so that it cannot drift. */
import { z } from 'zod'
import type { Endpoint } from '#kernel/module.ts'
import { citizenCookie, sessionCookie } from '#kernel/session.store.ts'
import { tokenPath } from '#modules/identity/public.ts'
import type { House } from './house.ts'

const inPath = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')

type Shape = {
  properties?: Record<string, object>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
}

/** What JSON Schema has no word for is said by hand: days, and what is tidied up before it is looked at. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Shape => {
  const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { def } = zodSchema._zod
      if (def.type === 'custom') Object.assign(jsonSchema, { type: 'string', format: 'date' })
      else if (def.type === 'pipe' && io === 'input' && def.in._zod.def.type === 'transform')
        Object.assign(jsonSchema, schemaOf(def.out as z.ZodType, io))
    },
  })
  return shape as Shape
}

/** What stands in the path is not asked for again in the body. */
function bodyOf({ properties = {}, required = [], ...shape }: Shape, inPath: readonly string[]): object {
  const branches = shape.anyOf ?? shape.oneOf
  if (branches) return { anyOf: branches.map((branch) => bodyOf(branch, inPath)) }
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !inPath.includes(name))),
    required: required.filter((name) => !inPath.includes(name)),
  }
}

/** `GET /plan/plans/{code}` → `getPlanPlansByCode`. */
const operationId = ({ method, path }: Endpoint): string =>
  method.toLowerCase() +
  path
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[/-]/)
    .filter(Boolean)
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('')

const jsonOf = (schema: object) => ({ content: { 'application/json': { schema } } })

function operation(endpoint: Endpoint) {
  const { method, path, says, needs, input, returns, command } = endpoint
  const shape = schemaOf(input, 'input')
  const { properties = {}, required = [] } = shape.anyOf?.[0] ?? shape.oneOf?.[0] ?? shape
  const named = inPath(path)
  const others = Object.entries(properties).filter(([name]) => !named.includes(name))
  const parameters = named.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: properties[name] ?? { type: 'string' },
  }))
  const query = others.map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))
  return {
    operationId: operationId(endpoint),
    summary: says,
    tags: [path.split('/')[1]],
    'x-needs': needs,
    ...(command && { 'x-command': command }),
    ...(needs === 'public' && { security: [] }),
    parameters: method === 'GET' ? [...parameters, ...query] : [...parameters, idempotencyKey],
    ...(method === 'POST' && { requestBody: { required: true, ...jsonOf(bodyOf(shape, named)) } }),
    responses: {
      200: { description: 'Done', ...jsonOf(schemaOf(returns, 'output')) },
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

const session = { type: 'apiKey', in: 'cookie', name: sessionCookie }
const citizen = { type: 'apiKey', in: 'cookie', name: citizenCookie }

const partner = (publicUrl: string) => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl: `${publicUrl}${tokenPath}`, scopes: {} } },
})

const about = [
  'Everything that a page of the platform can do.',
  'Staff and citizens are signed in by the cookie of a session, as pages are; partner systems by a token of their own (OAuth 2.0 client credentials), which ends after a quarter of an hour.',
  'A change is sent as JSON; with an Idempotency-Key it is made once, however often it is sent.',
  'Lists answer `items` and `next`; ask on with `after=` and what `next` said, until it is null.',
  'Whatever goes wrong is told as problem JSON (RFC 9457).',
].join('\n\n')

export function openApi(house: House, endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, object>> = {}
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint)
  return {
    openapi: '3.1.0',
    info: { title: `Tiền Giang Số – ${house.province.name}`, version: '1', description: about },
    servers: [{ url: `${house.publicUrl}/api/v1` }],
    paths,
    security: [{ session: [] }, { citizen: [] }, { partner: [] }],
    components: {
      schemas: { Problem: problem },
      securitySchemes: { session, citizen, partner: partner(house.publicUrl) },
    },
  }
}
