import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { modules } from '#app/modules.ts'
import { nobody } from '#kernel/access.ts'
import { day, momentOf } from '#kernel/time.ts'
import { countMeasures } from '#modules/board/measure.jobs.ts'
import { givePlan, type Planned } from '#test/plan-of-town.ts'
import { openTown, type PersonName, type Town } from '#test/town.ts'

type Operation = {
  operationId: string
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: object }[]
  requestBody?: { content: { 'application/json': { schema: object } } }
  responses: { 200: { content: { 'application/json': { schema: object } } } }
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> }

const endpoints = modules.flatMap(({ api }) => api ?? [])
const commands = modules.flatMap((module) => module.commands)

/** What no other system does for a person, and why. */
const onlyPages: Record<string, string> = {
  'kernel.session.sign_in': 'signing in makes the session that the API asks for',
  'kernel.session.confirm': 'the second step of signing in',
  'kernel.session.try_out': 'signing in to a demonstration',
  'kernel.session.sign_out': 'ends the session of a browser',
  'kernel.session.end': 'ends the session of a browser',
  'kernel.session.choose_post': 'belongs to the session of a browser',
  'identity.session.sign_in': 'a browser walks to the provider of identities and back',
  'identity.session.sign_out': 'ends the session of a browser',
  'identity.session.end': 'ends the session of a browser',
  'identity.session.act_for': 'belongs to the session of a browser',
  'identity.client.issue_token': 'RFC 6749 asks for a form of its own, at /oauth/token',
  'filing.draft.adopt': 'a browser in which a draft was begun takes it along when its person signs in',
  'kernel.account.change_password': 'a password is typed by its owner alone',
  'kernel.account.enable_second_factor': 'the secret is shown to its owner alone',
  'kernel.account.disable_second_factor': 'asks for the password of the owner',
  'exchange.message.read': 'written down by the page and the endpoint that show a message',
  'uploads.upload.receive': 'said by the last piece of an upload (tus)',
  'uploads.upload.read': 'written down by the page that gives the file out',
  'kernel.invitation.accept': 'a link that its owner opens in a browser',
}

let town: Town
let planned: Planned
let document: Document
beforeAll(async () => {
  town = await openTown()
  const value = { reportedBy: 'district', everyMonths: 1 }
  planned = await givePlan(town, { targets: [{ ref: '2.1.1', values: [value] }], tasks: [{ ref: 'III.1' }] })
  document = (await (await town.as().open('/api/v1/openapi.json')).json()) as Document
})
afterAll(() => town.close())

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )

describe('the OpenAPI document', () => {
  test('is of version 3.1 and has an operation for every endpoint', () => {
    expect(document.openapi).toBe('3.1.0')
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`)
    expect(described.toSorted()).toEqual(endpoints.map(({ method, path }) => `${method} ${path}`).toSorted())
    expect(described.length).toBeGreaterThan(100)
  })

  test('names every operation, and each by another name', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(ids.filter((id) => !/^(get|post)[A-Z]\w+$/.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('declares every part of a path as a required parameter, and nothing else as one', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect([path, declared.map(({ name }) => name)]).toEqual([path, named])
      expect(declared.every(({ required }) => required)).toBe(true)
    }
  })

  test('refers to nothing that is not in it', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, ref = '']) => ref)
    const missing = refs.filter(
      (ref) =>
        ref.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], document) ===
        undefined,
    )
    expect(refs.length).toBeGreaterThan(0)
    expect(missing).toEqual([])
  })

  test('asks in a body for what no path says, also where there are several kinds of it', () => {
    const own = document.paths['/plan/plans/{plan}/units/{unit}/items']?.['post']?.requestBody
    expect(JSON.stringify(own)).toContain('"comparator"')
    expect(JSON.stringify(own)).not.toContain('"plan"')
  })
})

test('every command is reached by an endpoint, or said to be for pages only', () => {
  const reached = new Set(endpoints.flatMap(({ command }) => command ?? []))
  const unreached = commands.map(({ name }) => name).filter((name) => !reached.has(name))
  expect(unreached.toSorted()).toEqual(Object.keys(onlyPages).toSorted())
})

/** Asks, and holds the answer against what the document says of it. */
async function answerOf(who: PersonName, path: string, template: string, body?: object): Promise<unknown> {
  const answer = await town.as(who).api(path, body)
  const json: unknown = await answer.json()
  expect([path, answer.status, answer.status === 200 ? null : json]).toEqual([path, 200, null])
  const operation = document.paths[template]?.[body ? 'post' : 'get']
  const schema = operation?.responses[200].content['application/json'].schema
  if (!schema) throw new Error(`the document has no ${template}`)
  expect([path, z.fromJSONSchema(schema as never).safeParse(json).error?.issues ?? []]).toEqual([path, []])
  return json
}

const plan = '/plan/plans/ke-hoach-2025'
const plans = '/plan/plans/{code}'

describe('answers are what the document says', () => {
  test.each([
    ['/plan/plans', '/plan/plans'],
    [plan, plans],
    [`${plan}/versions`, `${plans}/versions`],
    [`${plan}/text`, `${plans}/text`],
    [`${plan}/board`, `${plans}/board`],
    [`${plan}/board?unit=so-y-te`, `${plans}/board`],
    [`${plan}/targets`, `${plans}/targets`],
    [`${plan}/targets/2.1.1`, `${plans}/targets/{ref}`],
    [`${plan}/tasks?limit=1`, `${plans}/tasks`],
    [`${plan}/tasks/III.1`, `${plans}/tasks/{ref}`],
    ['/plan/figures/asked', '/plan/figures/asked'],
    ['/plan/figures/queue', '/plan/figures/queue'],
    ['/plan/reminders', '/plan/reminders'],
    [`${plan}/meetings`, '/plan/plans/{plan}/meetings'],
    ['/units', '/units'],
    ['/units/huyen-dong?on=2025-05-01', '/units/{unit}'],
    ['/units/huyen-dong/history', '/units/{unit}/history'],
    ['/measures', '/measures'],
    ['/measures/plan.figures_given/units/tinh-mau', '/measures/{code}/units/{unit}'],
    ['/measures/plan.figures_given/units/tinh-mau/facts', '/measures/{code}/units/{unit}/facts'],
    ['/me', '/me'],
    ['/notices', '/notices'],
  ])('%s', async (path, template) => void (await answerOf('lan', path, template)))

  test.each([
    ['/admin/accounts', '/admin/accounts'],
    ['/admin/accounts/hoa', '/admin/accounts/{login}'],
    ['/admin/posts', '/admin/posts'],
    ['/admin/roles', '/admin/roles'],
    ['/admin/events?limit=2', '/admin/events'],
    ['/admin/calendar', '/admin/calendar'],
  ])('%s', async (path, template) => void (await answerOf('quan', path, template)))
})

test('a list is read to its end, a few at a time, and nothing twice', async () => {
  const seen: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const path = `/units?limit=3${next ? `&after=${encodeURIComponent(next)}` : ''}`
    const page = (await answerOf('lan', path, '/units')) as { items: { slug: string }[]; next: string | null }
    expect(page.items.length).toBeLessThanOrEqual(3)
    seen.push(...page.items.map(({ slug }) => slug))
    next = page.next
  }
  expect(seen.length).toBe(10)
  expect(new Set(seen).size).toBe(10)
})

test('a figure is proved, reported, confirmed and measured by other systems alone', async () => {
  const valueId = planned.targets.get('2.1.1')?.valueIds[0] ?? ''
  const base64 = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n').toString('base64')
  const proof = (await answerOf('hoa', '/plan/evidence', '/plan/evidence', { name: 'nguon.pdf', base64 })) as object
  const said = { asOf: '2025-04-30', numerator: 95, denominator: 100, source: 'Phần mềm một cửa' }
  const figure = { valueId, unitId: town.unitId('huyen-dong'), ...said, ...proof }
  town.at('2025-05-04T08:00')
  const sent = (await answerOf('hoa', '/plan/figures', '/plan/figures', figure)) as { figureId: string }
  const queue = (await answerOf('lan', '/plan/figures/queue', '/plan/figures/queue')) as { items: { id: string }[] }
  expect(queue.items.map(({ id }) => id)).toEqual([sent.figureId])
  await answerOf('lan', `/plan/figures/${sent.figureId}/confirm`, '/plan/figures/{id}/confirm', {})
  const target = (await answerOf('tam', `${plan}/targets/2.1.1`, `${plans}/targets/{ref}`)) as {
    values: [{ readings: [{ value: number }] }]
  }
  expect(target.values[0].readings[0].value).toBe(95)
  const now = momentOf(day('2025-05-06'), 5, 15)
  await countMeasures({ db: town.db, actor: nobody, now, requestId: 'count' })
  town.at('2025-05-14T08:00')
  const asked = '/measures/plan.figures_given/units/huyen-dong?from=2025-05-01&to=2025-05-31'
  expect(await answerOf('hoa', asked, '/measures/{code}/units/{unit}')).toMatchObject({
    value: { numerator: 1, denominator: 1, ratio: 1 },
  })
})

test('an account is opened with a link that is told once', async () => {
  const form = { login: 'moi', name: 'Trần Văn Mới', unit: 'so-y-te', role: 'unit_officer', title: 'Chuyên viên' }
  const made = (await answerOf('quan', '/admin/accounts', '/admin/accounts', { ...form, validFrom: '2025-05-14' })) as {
    path: string
  }
  expect(made.path).toMatch(/^\/thiet-lap\/[\w-]{20,}$/)
  expect((await town.as().open(made.path)).status).toBe(200)
})

test('a problem is told as RFC 9457 says', async () => {
  const answer = await town.as('lan').api('/plan/plans/khong-co')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
  expect(await answer.json()).toMatchObject({ type: 'about:blank', status: 404, code: 'plan.missing' })
  const wrong = await town.as('lan').api('/units?limit=0')
  expect(await wrong.json()).toMatchObject({ status: 422, fields: [{ path: 'limit' }] })
})
