import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '#app/app.tsx'
import { plainIntake } from '#kernel/scan.ts'
import { type Actor, nobody } from '#kernel/access.ts'
import { openTown, type Town } from './town.ts'
import { identityApi } from '#modules/identity/identity.api.ts'

let town: Town
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  town = await openTown()
  app = createApp(town.house)
})
afterAll(() => town.close())
beforeEach(() => town.at('2025-05-14T08:00'))

const form = { name: 'Cổng Dịch vụ công quốc gia', unit: 'tinh-mau', permissions: 'plan.read' }

/** As another system asks: no cookie, no origin. */
const ask = (body: Record<string, string> | string, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request('http://town.test/api/v1/oauth/token', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(body),
    }),
  )
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
})
const grant = { grant_type: 'client_credentials' }
const bearer = (token: string, path = '/plan/plans', more: RequestInit = {}) =>
  app.fetch(
    new Request(`http://town.test/api/v1${path}`, {
      ...more,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    }),
  )

async function register(id: string, more: Record<string, string> = {}): Promise<string> {
  const answer = await town.as('quan').send('/quan-tri/doi-tac/moi', { ...form, id, ...more })
  const codes = [...(await answer.text()).matchAll(/<code class="tg-code">([^<]+)<\/code>/g)].map(
    ([, code]) => code ?? '',
  )
  return codes[1] ?? ''
}
const tokenOf = async (id: string, secret: string) =>
  ((await (await ask(grant, basic(id, secret))).json()) as { access_token: string }).access_token

describe('a partner system', () => {
  test('is registered, is given a token for its secret, and does what it may and no more', async () => {
    const secret = await register('cong-quoc-gia')
    expect(secret).toMatch(/^[\w-]{43}$/)
    const answer = await ask(grant, basic('cong-quoc-gia', secret))
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const told = (await answer.json()) as { access_token: string }
    expect(told).toMatchObject({ token_type: 'Bearer', expires_in: 900, scope: 'plan.read' })
    expect((await bearer(told.access_token)).status).toBe(200)
    expect((await bearer(told.access_token, '/admin/accounts')).status).toBe(403)
    expect((await bearer(told.access_token, '/identity/me')).status).toBe(403)
    // Neither secret nor token is kept anywhere.
    const kept = [
      await town.db.selectFrom('identity.client').selectAll().execute(),
      await town.db.selectFrom('identity.client_token').selectAll().execute(),
      await town.db
        .selectFrom('kernel.event')
        .select(['result', 'detail', 'about'])
        .where('command', 'like', 'identity.client.%')
        .execute(),
    ]
    expect(JSON.stringify(kept)).not.toContain(secret)
    expect(JSON.stringify(kept)).not.toContain(told.access_token)
  })

  test('may say its secret in the form, and is refused as RFC 6749 says', async () => {
    const secret = await register('he-thong-a')
    const inForm = { ...grant, client_id: 'he-thong-a', client_secret: secret }
    expect((await ask(inForm)).status).toBe(200)
    const told = async (answer: Response | Promise<Response>) => {
      const { status, headers } = await answer
      return [
        status,
        ((await (await answer).json()) as { error: string }).error,
        headers.get('www-authenticate')?.slice(0, 5),
      ]
    }
    expect(await told(ask({ client_id: 'he-thong-a', client_secret: secret }))).toEqual([
      400,
      'invalid_request',
      undefined,
    ])
    expect(await told(ask({ ...inForm, grant_type: 'password' }))).toEqual([400, 'unsupported_grant_type', undefined])
    expect(await told(ask(grant))).toEqual([401, 'invalid_client', 'Basic'])
    expect(await told(ask(grant, basic('he-thong-a', 'sai')))).toEqual([401, 'invalid_client', 'Basic'])
    expect(await told(ask(grant, basic('khong-co', secret)))).toEqual([401, 'invalid_client', 'Basic'])
    expect(await told(ask(inForm, basic('he-thong-a', secret)))).toEqual([400, 'invalid_request', undefined])
    expect(await told(ask({ ...inForm, scope: 'admin.accounts' }))).toEqual([400, 'invalid_scope', undefined])
    const twice = 'grant_type=client_credentials&grant_type=client_credentials'
    expect(await told(ask(twice, basic('he-thong-a', secret)))).toEqual([400, 'invalid_request', undefined])
  })

  test('has its token for a quarter of an hour', async () => {
    const token = await tokenOf('he-thong-b', await register('he-thong-b'))
    town.at('2025-05-14T08:14')
    expect((await bearer(token)).status).toBe(200)
    town.at('2025-05-14T08:15')
    const late = await bearer(token)
    expect([late.status, late.headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"'])
  })

  test('loses its secret and its tokens when it is given a new one, or ended', async () => {
    const secret = await register('he-thong-c')
    const token = await tokenOf('he-thong-c', secret)
    await town.as('quan').send('/quan-tri/doi-tac/he-thong-c/khoa-moi')
    expect((await bearer(token)).status).toBe(401)
    expect((await ask(grant, basic('he-thong-c', secret))).status).toBe(401)
    const other = await register('he-thong-d')
    const live = await tokenOf('he-thong-d', other)
    await town.as('quan').send('/quan-tri/doi-tac/he-thong-d/cham-dut')
    expect([(await bearer(live)).status, (await ask(grant, basic('he-thong-d', other))).status]).toEqual([401, 401])
  })

  test('ends on its last day', async () => {
    const secret = await register('he-thong-e', { 'lastDay.day': '14', 'lastDay.month': '5', 'lastDay.year': '2025' })
    const token = await tokenOf('he-thong-e', secret)
    expect((await bearer(token)).status).toBe(200)
    town.at('2025-05-15T00:00')
    expect((await ask(grant, basic('he-thong-e', secret))).status).toBe(401)
  })

  test('is not registered twice under one id, without a permission, or for a unit out of reach', async () => {
    await register('he-thong-f')
    const again = await town.as('quan').send('/quan-tri/doi-tac/moi', { ...form, id: 'he-thong-f' })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('đã có hệ thống dùng')])
    const none = await town.as('quan').send('/quan-tri/doi-tac/moi', { ...form, id: 'he-thong-g', permissions: [] })
    expect(none.status).toBe(422)
    const all = await town
      .as('quan')
      .send('/quan-tri/doi-tac/moi', { ...form, id: 'he-thong-h', permissions: 'admin.accounts' })
    expect(all.status).toBe(422)
  })

  test('is told its secret once: the same submission again has none', async () => {
    const actor: Actor = {
      ...nobody,
      accountId: town.accountId('quan'),
      unitId: town.unitId('tinh-mau'),
      permissions: new Set(['identity.clients']),
    }
    const ctx = { db: town.db, actor, now: town.now(), requestId: 'r-1', key: 'đăng ký I' }
    const body = { id: 'he-thong-i', name: 'Hệ thống I', unit: 'tinh-mau', permissions: ['plan.read'] }
    const endpoint = identityApi.find(({ method, path }) => method === 'POST' && path === '/identity/clients')
    const first = (await endpoint?.answer(ctx, body, town.house.files, plainIntake)) as { secret: string }
    expect(await tokenOf('he-thong-i', first.secret)).toMatch(/^[\w-]{43}$/)
    expect(await endpoint?.answer(ctx, body, town.house.files, plainIntake)).toEqual({
      clientId: 'he-thong-i',
      secret: null,
    })
    expect(await tokenOf('he-thong-i', first.secret)).toMatch(/^[\w-]{43}$/)
  })
})

describe('a token', () => {
  test.each(['', 'x', 'khong-co-dau', 'Bearer'])('“%s” is none', async (token) => {
    expect((await bearer(token)).status).toBe(401)
  })

  test('that is wrong is refused even beside the cookie of somebody who may', async () => {
    const answer = await app.fetch(
      new Request('http://town.test/api/v1/plan/plans', { headers: { authorization: 'Basic eDp5' } }),
    )
    expect(answer.status).toBe(401)
  })

  test('is described where machines look', async () => {
    const document = (await (await town.as().open('/api/v1/openapi.json')).json()) as {
      components: { securitySchemes: object }
    }
    expect(document.components.securitySchemes).toMatchObject({
      partner: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: 'http://town.test/api/v1/oauth/token' } } },
    })
  })
})
