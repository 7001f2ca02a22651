/** The way to the national portal: signs in, keeps the session, asks. Used by jobs alone. */
import type { Config } from '#kernel/config.ts'
import { postJson, type Posted } from '#kernel/post-json.ts'
import { dayOf } from '#kernel/time.ts'
import { adapterOn } from './adapter.ts'
import { type Line, type Reply, type Service, services } from './line.ts'
import { sendingRuleOn } from './sending-rule.ts'

export const nationalSystem = 'national'

type Settings = {
  readonly loginUrl: string
  readonly url: string
  readonly user: string
  readonly password: string
  readonly services: ReadonlySet<Service>
  readonly now: () => Date
  /** Else as the rule in force says. */
  readonly timeoutSeconds?: number
}

type Session = { readonly token: string; readonly until: number }

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

/** 5xx may come from something before the portal that lost its answer; other refusals without words never got in. */
function replyOf(posted: Posted, ok: readonly string[]): Reply {
  if (posted.kind !== 'answered') return posted
  const { status, text } = posted
  const body = jsonIn(text)
  if (status < 500 && isObject(body) && 'error_code' in body) {
    const code = String(body['error_code'])
    return { kind: ok.includes(code) ? 'taken' : 'refused', code, body, text }
  }
  return { kind: status >= 400 && status < 500 ? 'away' : 'unsure', text: `HTTP ${status}: ${text}` }
}

export function openNational(settings: Settings): Line {
  let session: Session | null = null
  let signingIn: Promise<Reply | Session> | null = null
  const contract = () => {
    const today = dayOf(settings.now())
    const adapter = adapterOn(nationalSystem, today)
    return adapter && { ...adapter, timeoutSeconds: settings.timeoutSeconds ?? sendingRuleOn(today).timeoutSeconds }
  }
  type Contract = NonNullable<ReturnType<typeof contract>>

  async function signIn({ ok, sessionMinutes, timeoutSeconds }: Contract): Promise<Reply | Session> {
    const body = { username: settings.user, password: settings.password }
    const reply = replyOf(await postJson(settings.loginUrl, { body, timeoutSeconds }), ok)
    const token = 'body' in reply && isObject(reply.body) ? reply.body['session'] : undefined
    if (reply.kind !== 'taken' || typeof token !== 'string') return { kind: 'away', text: `sign-in: ${reply.text}` }
    return (session = { token, until: settings.now().getTime() + sessionMinutes * 60_000 })
  }

  /** Of several that find none at the same time, one signs in. */
  const sessionNow = (now: Contract): Promise<Reply | Session> => {
    if (session && session.until > settings.now().getTime()) return Promise.resolve(session)
    return (signingIn ??= signIn(now).finally(() => (signingIn = null)))
  }

  return {
    system: nationalSystem,
    services: settings.services,
    ask: async (service, payload, messageId) => {
      const now = contract()
      if (!now) return { kind: 'away', text: 'no contract is in force' }
      const once = async (open: Session): Promise<Reply> => {
        const body = { session: open.token, service, ...payload }
        const headers = messageId ? { 'idempotency-key': messageId } : {}
        return replyOf(await postJson(settings.url, { body, headers, timeoutSeconds: now.timeoutSeconds }), now.ok)
      }
      const before = session
      const open = await sessionNow(now)
      if ('kind' in open) return open
      const reply = await once(open)
      const isOver = (one: Reply) =>
        /^HTTP 40[13]/.test(one.text) ||
        (one.kind === 'refused' && now.sessionWords.some((word) => one.text.toLowerCase().includes(word)))
      // What was refused did nothing: asked again on a new session, it says whether the old one was the reason.
      if (!isOver(reply) && !(reply.kind === 'refused' && open === before)) return reply
      if (session === open) session = null
      const fresh = await sessionNow(now)
      const again = 'kind' in fresh ? fresh : await once(fresh)
      return isOver(again) ? { kind: 'away', text: again.text } : again
    },
  }
}

/** Null while the house is connected to nobody. */
export function nationalLineOf(config: Config, now: () => Date): Line | null {
  const { NATIONAL_EXCHANGE_URL: url, NATIONAL_EXCHANGE_LOGIN_URL: loginUrl } = config
  const { NATIONAL_EXCHANGE_USER: user, NATIONAL_EXCHANGE_PASSWORD: password } = config
  if (!url || !loginUrl || !user || !password) return null
  const asked = config.NATIONAL_EXCHANGE_SERVICES ?? services
  return openNational({ url, loginUrl, user, password, services: new Set(asked), now })
}
