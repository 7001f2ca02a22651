/** A provider whose clock is not ours: an answer from a little ahead or behind is good, one from further away is not. */
import { createServer, type Server } from 'node:http'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closed, listening } from '#test/sandbox.ts'
import type { IdentityProvider } from './identity-provider.ts'
import { openOidc } from './oidc.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const text = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

type Answered = { skew: number; lives: number; nonce: string }
let answered: Answered
let server: Server
let at: string
let provider: IdentityProvider

const idToken = ({ skew, lives, nonce }: Answered) => {
  const now = Math.floor(Date.now() / 1000) + skew
  const body = `${text({ alg: 'RS256', kid: 'k' })}.${text({ iss: at, aud: 'us', sub: 'DEMO-P-01', iat: now, exp: now + lives, nonce })}`
  return `${body}.${sign('sha256', Buffer.from(body), privateKey).toString('base64url')}`
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    const answer =
      path === '/jwks'
        ? { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }
        : path === '/token'
          ? { access_token: 'a', token_type: 'Bearer', id_token: idToken(answered) }
          : { sub: 'DEMO-P-01' }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer))
  })
  at = await listening(server)
  provider = openOidc({
    code: 'test',
    name: 'Test',
    issuer: at,
    authorizeUrl: `${at}/authorize`,
    tokenUrl: `${at}/token`,
    userinfoUrl: `${at}/userinfo`,
    jwksUrl: `${at}/jwks`,
    clientId: 'us',
    clientSecret: 'secret',
  })
})
afterAll(() => closed(server))

const comeBack = async (skew: number, lives = 300) => {
  const { attempt } = await provider.start('http://town.test/back', 1)
  answered = { skew, lives, nonce: attempt.nonce }
  return provider.finish(new URL(`http://town.test/back?code=c&state=${attempt.state}`), attempt)
}

describe('the clock of the provider', () => {
  test.each([0, 20, -20])('may differ by seconds (%i)', async (skew) => {
    expect(await comeBack(skew)).toMatchObject({ ok: true, claims: { sub: 'DEMO-P-01' } })
  })

  test('a token that was over by a few seconds of ours when it came still counts', async () => {
    expect(await comeBack(-310, 300)).toMatchObject({ ok: true })
  })

  test.each([
    ['an hour behind: the answer is over', -3600],
    ['two minutes past its end', -420],
  ])('%s', async (_, skew) => {
    expect(await comeBack(skew)).toMatchObject({ ok: false, fault: 'stale' })
  })
})

test('the verifier that is carried is the one whose hash was sent', async () => {
  const { url, attempt } = await provider.start('http://town.test/back', 2)
  const sent = new URL(url).searchParams.get('code_challenge')
  expect(sent).toBe(createHash('sha256').update(attempt.verifier).digest('base64url'))
})
