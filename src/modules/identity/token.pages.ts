/** Where partner systems fetch their tokens (RFC 6749 §4.4): a form of its own, and faults of its own. */
import { perform } from '#kernel/command.ts'
import { hashOf } from '#kernel/session.store.ts'
import { newToken } from '#kernel/token.ts'
import { post, type Answer, type WebContext } from '#kernel/web.ts'
import { readBasic, tokenMinutes } from './client.ts'
import { issueToken } from './client.commands.ts'

const headers = { 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' }

function fault(c: WebContext, status: 400 | 401, error: string, description: string): Response {
  if (status === 401) c.header('www-authenticate', 'Basic realm="oauth", charset="UTF-8"')
  return c.body(JSON.stringify({ error, error_description: description }), status, headers)
}

async function answerToken(c: WebContext): Promise<Answer> {
  const isForm = c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')
  const form = new URLSearchParams(isForm ? await c.req.text() : '')
  if (new Set(form.keys()).size !== [...form.keys()].length)
    return fault(c, 400, 'invalid_request', 'a parameter twice')
  const kind = form.get('grant_type')
  if (!kind) return fault(c, 400, 'invalid_request', 'grant_type is missing')
  const header = c.req.header('authorization')
  const [id, secret] = [form.get('client_id'), form.get('client_secret')]
  if (header && secret) return fault(c, 400, 'invalid_request', 'two ways to sign in at once')
  const given = header ? readBasic(header) : id && secret ? { id, secret } : null
  if (!given) return fault(c, 401, 'invalid_client', 'who asks is not said')
  if (kind !== 'client_credentials') return fault(c, 400, 'unsupported_grant_type', 'client_credentials only')
  const token = newToken()
  // A wrong id is looked for all the same: nobody learns which ids there are.
  const input = { id: given.id.slice(0, 40), secretHash: hashOf(given.secret), tokenHash: hashOf(token) }
  const { key: _key, ...ctx } = c.var.ctx
  const { issued, permissions } = await perform(ctx, issueToken, input)
  if (!issued) return fault(c, 401, 'invalid_client', 'unknown, wrong or over')
  const wanted = form.get('scope')?.split(' ').filter(Boolean) ?? []
  if (wanted.some((one) => !permissions.includes(one))) return fault(c, 400, 'invalid_scope', 'more than was given')
  const body = {
    access_token: token,
    token_type: 'Bearer',
    expires_in: tokenMinutes * 60,
    scope: permissions.join(' '),
  }
  return c.body(JSON.stringify(body), 200, headers)
}

export const tokenPath = '/api/v1/oauth/token'
export const tokenPages = [post(tokenPath, 'public', answerToken)]
