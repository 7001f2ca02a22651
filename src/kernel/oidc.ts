/** A provider of electronic identities that speaks OpenID Connect: code flow, PKCE, everything known about it told beforehand. */
import * as oidc from 'openid-client'
import type { Attempt, IdentityProvider, ProviderFault, Vouched } from './identity-provider.ts'

export type OidcSettings = {
  readonly code: string
  readonly name: string
  readonly issuer: string
  readonly authorizeUrl: string
  readonly tokenUrl: string
  readonly userinfoUrl: string
  readonly jwksUrl: string
  readonly clientId: string
  readonly clientSecret: string
  /** For each request to it; people do not wait longer. */
  readonly timeoutSeconds?: number
}

const patience = 8

/** Only where the address itself says so: a provider on the same machine, for demonstration and tests. */
const isPlain = (url: string) => new URL(url).protocol === 'http:'

function configurationOf(settings: OidcSettings): oidc.Configuration {
  const server: oidc.ServerMetadata = {
    issuer: settings.issuer,
    authorization_endpoint: settings.authorizeUrl,
    token_endpoint: settings.tokenUrl,
    userinfo_endpoint: settings.userinfoUrl,
    jwks_uri: settings.jwksUrl,
  }
  const { clientId, clientSecret } = settings
  const config = new oidc.Configuration(server, clientId, clientSecret, oidc.ClientSecretBasic(clientSecret))
  config.timeout = settings.timeoutSeconds ?? patience
  if (isPlain(settings.tokenUrl)) oidc.allowInsecureRequests(config)
  // The token comes straight from the provider; its signature is looked at all the same.
  oidc.enableNonRepudiationChecks(config)
  return config
}

export function openOidc(settings: OidcSettings): IdentityProvider {
  const config = configurationOf(settings)
  return {
    code: settings.code,
    name: settings.name,
    start: async (redirectUri, level) => {
      const attempt = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
        acr_values: `LoA${level}`,
        // On a shared computer the next person must not come in as the one before.
        prompt: 'login',
      })
      return { url: url.href, attempt }
    },
    finish: (callback, attempt) => finish(config, callback, attempt),
    check: () => check(settings),
  }
}

async function finish(config: oidc.Configuration, callback: URL, attempt: Attempt): Promise<Vouched> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, callback, {
      pkceCodeVerifier: attempt.verifier,
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      idTokenExpected: true,
    })
    const vouched = tokens.claims()
    if (!vouched) return { ok: false, fault: 'forged', cause: null }
    const more = await oidc.fetchUserInfo(config, tokens.access_token, vouched.sub)
    return { ok: true, claims: { ...more, ...vouched } }
  } catch (fault) {
    return { ok: false, fault: faultOf(fault), cause: fault }
  }
}

const codeOf = (fault: unknown): string => (fault instanceof Error && 'code' in fault ? String(fault.code) : '')

function faultOf(fault: unknown): ProviderFault {
  if (fault instanceof oidc.AuthorizationResponseError) return authorizationFault(fault.error)
  if (fault instanceof oidc.ResponseBodyError) {
    if (fault.error === 'invalid_grant') return 'stale'
    return fault.status >= 500 ? 'down' : 'forged'
  }
  if (/TIMEOUT|ABORT/.test(codeOf(fault))) return 'slow'
  if (codeOf(fault) === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return 'stale'
  if (isFromTheNetwork(fault) || isBrokenAnswer(fault)) return 'down'
  return 'forged'
}

const authorizationFault = (error: string): ProviderFault => {
  if (error === 'access_denied' || error === 'login_required' || error === 'interaction_required') return 'refused'
  return error === 'server_error' || error === 'temporarily_unavailable' ? 'down' : 'forged'
}

/** What `fetch` throws when nobody answers: a TypeError around the fault of the socket. */
const isFromTheNetwork = (fault: unknown): boolean => {
  const inner = fault instanceof Error ? fault.cause : undefined
  return (
    /^(E[A-Z]+|UND_ERR\w*|CERT_\w+|DEPTH_\w+|SELF_SIGNED\w*)$/.test(codeOf(inner)) ||
    isFetchFailed(fault) ||
    isFetchFailed(inner)
  )
}
const isFetchFailed = (fault: unknown): boolean => fault instanceof TypeError && fault.message === 'fetch failed'

/** An error page in the place of an answer. */
const isBrokenAnswer = (fault: unknown): boolean =>
  /^OAUTH_(RESPONSE_IS_NOT_CONFORM|RESPONSE_IS_NOT_JSON|PARSE_ERROR)$/.test(codeOf(fault))

async function check({ jwksUrl, timeoutSeconds = patience }: OidcSettings): Promise<'up' | 'slow' | 'down'> {
  try {
    const answer = await fetch(jwksUrl, { signal: AbortSignal.timeout(timeoutSeconds * 1000), redirect: 'error' })
    await answer.body?.cancel()
    return answer.ok ? 'up' : 'down'
  } catch (fault) {
    return fault instanceof DOMException && fault.name === 'TimeoutError' ? 'slow' : 'down'
  }
}
