/**
 * An invented provider of electronic identities, for demonstrations and tests: anybody may come in as any of the invented
 * people. `npm start` never loads this file.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { type Configuration } from 'oidc-provider'
import type { OidcSettings } from '#kernel/oidc.ts'
import { openMemory } from './sandbox-memory.ts'
import { choicePage, errorPage, sandboxName, type SandboxShell } from './sandbox.views.tsx'
import { claimNames, claimsOf, type Citizens } from './sandbox-people.ts'

const sandboxPath = '/vneid-thu-nghiem'

export type Sandbox = {
  /** How the house speaks with it. */
  readonly settings: OidcSettings
  readonly isFor: (request: IncomingMessage) => boolean
  readonly answer: (request: IncomingMessage, response: ServerResponse) => void
}

type Wanted = {
  citizens: Citizens
  /** As browsers reach it. */
  publicUrl: string
  /** As this process reaches it. */
  nearUrl: string
  /** Where people are sent back to. */
  redirectUri: string
  behindProxy: boolean
  shell: SandboxShell
}

export function openSandbox({ citizens, publicUrl, nearUrl, redirectUri, behindProxy, shell }: Wanted): Sandbox {
  const clientId = 'tien-giang-so'
  const clientSecret = randomBytes(24).toString('hex')
  const client = { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }
  const provider = new Provider(`${publicUrl}${sandboxPath}`, configurationOf(citizens, client, shell))
  provider.proxy = behindProxy
  const protocol = provider.callback()
  const near = `${nearUrl}${sandboxPath}`
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const whole = request.url ?? ''
    if (/^\/chon\/[\w-]+$/.test(whole.slice(sandboxPath.length)))
      return answerChoice(provider, citizens, shell, request, response)
    // Nobody is remembered: on one computer one person comes in after the other.
    request.headers.cookie = (request.headers.cookie ?? '').replace(/(^|;\s*)_session[^;]*/g, '')
    // The library is mounted below a path: it looks for both.
    Object.assign(request, { originalUrl: whole, url: whole.slice(sandboxPath.length) || '/' })
    return protocol(request, response)
  }
  return {
    settings: {
      code: 'sandbox',
      name: sandboxName(),
      issuer: `${publicUrl}${sandboxPath}`,
      authorizeUrl: `${publicUrl}${sandboxPath}/auth`,
      tokenUrl: `${near}/token`,
      userinfoUrl: `${near}/me`,
      jwksUrl: `${near}/jwks`,
      clientId,
      clientSecret,
    },
    isFor: ({ url = '' }) => url === sandboxPath || url.startsWith(`${sandboxPath}/`),
    answer: (request, response) => void answer(request, response).catch(() => response.destroy()),
  }
}

type Client = { client_id: string; client_secret: string; redirect_uris: string[] }

function configurationOf(citizens: Citizens, client: Client, shell: SandboxShell): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    adapter: openMemory(Date.now),
    clients: [{ ...client, grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid: 'thu-nghiem', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: [randomBytes(24).toString('hex')] },
    acrValues: ['LoA1', 'LoA2'],
    scopes: ['openid'],
    claims: { openid: claimNames },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    interactions: { url: (_, { uid }) => `${sandboxPath}/chon/${uid}` },
    // One press says who one is; nothing is asked a second time.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: client.client_id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
    findAccount: (_, accountId) => {
      const [techId = '', level = '1'] = accountId.split('~')
      const claims = claimsOf(citizens, techId, level)
      return claims && { accountId, claims: async () => ({ sub: techId, ...claims }) }
    },
    renderError: (ctx) => {
      ctx.type = 'html'
      ctx.set('content-security-policy', contentSecurityPolicy)
      ctx.body = errorPage(shell)
    },
  }
}

async function answerChoice(
  provider: Provider,
  citizens: Citizens,
  shell: SandboxShell,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const details = await provider.interactionDetails(request, response).catch(() => null)
  if (!details) return send(response, 400, errorPage(shell))
  if (request.method !== 'POST') return send(response, 200, choicePage(shell, citizens))
  const chosen = new URLSearchParams(await bodyOf(request))
  const techId = chosen.get('ai') ?? ''
  const level = chosen.get('muc') === '2' ? '2' : '1'
  if (!claimsOf(citizens, techId, level))
    return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'turned back' })
  const isOrganisation = citizens.organisations.some((one) => one.techId === techId)
  const login = { accountId: `${techId}~${level}`, acr: isOrganisation ? 'LoA2' : `LoA${level}`, remember: false }
  return provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > 2_000) break
  }
  return text
}

const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

function send(response: ServerResponse, status: number, html: string) {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': contentSecurityPolicy,
  })
  response.end(html)
}
