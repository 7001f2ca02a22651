/** In with an electronic identity, and out; and back to where one was going. */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { perform } from '#kernel/command.ts'
import type { IdentityProvider, ProviderFault } from '#kernel/identity-provider.ts'
import { keepFields, pathOfThisSite } from '#kernel/onward.ts'
import { citizenCookie, hashOf, sessionCookie } from '#kernel/session.store.ts'
import { formOf } from '#kernel/submit.ts'
import { signOut } from '#kernel/sign-in.commands.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { aboutAttempt, attemptMinutes, isStale, onwardOf, readAttempt, type SealedAttempt } from './attempt.ts'
import { readClaims, wayToLevelTwo } from './claims.ts'
import { findProviderStanding, keepProviderStanding } from './electronic-identity.store.ts'
import { keptFormPath } from './kept-form.pages.tsx'
import { keepForm } from './kept-form.store.ts'
import { signInCitizen, signOutCitizen } from './sign-in.commands.ts'
import { ConflictPage, FaultPage, LevelPage, SignInPage, type Lost, type Trouble } from './sign-in.views.tsx'

const home = '/dang-nhap-vneid'
const attemptCookie = 'tgv'

const isSecure = (c: WebContext) => c.var.site.publicUrl.startsWith('https:')

async function signInPage(c: WebContext, next: string, asked = false, lost?: Lost) {
  const provider = c.var.identityProvider
  const standing = provider && (await findProviderStanding(c.var.ctx.db, provider.code))
  const known = { provider: provider?.name ?? null, standing: standing ?? null }
  return <SignInPage next={next} {...known} asked={asked} lost={lost} />
}

async function show(c: WebContext): Promise<Answer> {
  const next = onwardOf(c.req.query('tiep'))
  return c.var.citizen ? c.redirect(next, 303) : signInPage(c, next)
}

async function leave(c: WebContext): Promise<Answer> {
  const { ctx, site, identityProvider: provider } = c.var
  if (!provider) return c.redirect(home, 303)
  const { url, attempt } = await provider.start(`${site.publicUrl}${home}/tro-lai`, c.req.query('muc') === '2' ? 2 : 1)
  const carried: SealedAttempt = { ...attempt, next: onwardOf(c.req.query('tiep')), at: ctx.now.getTime() }
  const sealed = ctx.secrets?.seal(JSON.stringify(carried), aboutAttempt) ?? ''
  const options = { httpOnly: true, sameSite: 'Lax', path: home, secure: isSecure(c) } as const
  setCookie(c, attemptCookie, sealed, { ...options, maxAge: attemptMinutes * 60 })
  c.header('cache-control', 'no-store')
  return c.redirect(url, 303)
}

/** Used once, whatever comes of it. */
function takeAttempt(c: WebContext): SealedAttempt | null {
  const sealed = getCookie(c, attemptCookie)
  deleteCookie(c, attemptCookie, { path: home })
  if (!sealed?.startsWith('v1.')) return null
  try {
    return readAttempt(c.var.ctx.secrets?.open(sealed, aboutAttempt) ?? '')
  } catch {
    return null
  }
}

const statusOf: Record<Trouble, number> = {
  refused: 200,
  stale: 422,
  forged: 422,
  slow: 503,
  down: 503,
  unreadable: 422,
}

const troubled = (trouble: Trouble, next: string, provider: IdentityProvider): Answer => ({
  status: statusOf[trouble],
  page: <FaultPage trouble={trouble} next={next} provider={provider.name} />,
})

async function returned(c: WebContext): Promise<Answer> {
  const { ctx, site, identityProvider: provider } = c.var
  if (!provider) return c.redirect(home, 303)
  const attempt = takeAttempt(c)
  if (!attempt) return troubled('forged', '/', provider)
  if (isStale(attempt, ctx.now)) return troubled('stale', attempt.next, provider)
  const callback = new URL(`${site.publicUrl}${home}/tro-lai${new URL(c.req.url).search}`)
  const vouched = await provider.finish(callback, attempt)
  if (!vouched.ok) {
    await noteFault(c, provider, vouched.fault)
    return troubled(vouched.fault, attempt.next, provider)
  }
  const read = readClaims(vouched.claims, dayOf(ctx.now))
  if (!read) return troubled('unreadable', attempt.next, provider)
  const token = newToken()
  const device = { userAgent: c.req.header('user-agent')?.slice(0, 400) ?? null, address: c.var.address }
  const input = { provider: provider.code, vouched: read, tokenHash: hashOf(token), ...device }
  const { outcome } = await perform(ctx, signInCitizen, input)
  if (outcome === 'conflict') return { status: 409, page: <ConflictPage /> }
  await leaveAsStaff(c)
  setCookie(c, citizenCookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) })
  return c.redirect(attempt.next, 303)
}

/** People who come next are told before they set out. */
async function noteFault(c: WebContext, provider: IdentityProvider, fault: ProviderFault) {
  if (fault === 'slow' || fault === 'down')
    await keepProviderStanding(c.var.ctx.db, provider.code, { at: c.var.ctx.now, state: fault })
}

/** One browser is one actor. */
async function leaveAsStaff(c: WebContext) {
  if (c.var.person) await perform(c.var.ctx, signOut, { sessionHash: c.var.sessionHash })
  deleteCookie(c, sessionCookie, { path: '/' })
}

async function answerSignOut(c: WebContext): Promise<Answer> {
  if (c.var.citizen) await perform(c.var.ctx, signOutCitizen, { sessionHash: c.var.sessionHash })
  deleteCookie(c, citizenCookie, { path: '/' })
  return c.redirect('/', 303)
}

const showLevel = (c: WebContext): Answer => (
  <LevelPage
    has={c.var.ctx.actor.citizen?.assurance ?? 1}
    next={onwardOf(c.req.query('tiep'))}
    provider={c.var.identityProvider?.name ?? 'VNeID'}
    way={wayToLevelTwo(dayOf(c.var.ctx.now))}
  />
)

/**
 * What stands in place of an answer that only citizens may have. A form that was sent by whoever was just signed in is
 * kept and can be sent on; any other leads back to the page it stood on.
 */
export async function citizenSignInFirst(c: WebContext): Promise<Answer> {
  const url = new URL(c.req.url)
  if (c.req.method === 'GET')
    return { status: 401, page: await signInPage(c, onwardOf(url.pathname + url.search), true) }
  const { id, files } = await keptFormOf(c, url.pathname + url.search)
  const next = id ? keptFormPath(id) : onwardOf(pageOf(c))
  return { status: 401, page: await signInPage(c, next, true, { isKept: id !== null, files }) }
}

const isForm = (c: WebContext) =>
  /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header('content-type') ?? '')

/** What came with the cookie of a session that has ended meanwhile. */
async function keptFormOf(c: WebContext, path: string): Promise<{ id: string | null; files: number }> {
  const token = getCookie(c, citizenCookie)
  const to = pathOfThisSite(path)
  if (!token || to === null || !isForm(c)) return { id: null, files: 0 }
  const { kept, files } = keepFields(await formOf(c))
  return { id: await keepForm(c.var.ctx, hashOf(token), to, kept), files }
}

/** Of this site only: the page that sent the form. */
function pageOf(c: WebContext): string | null {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return null
  const { origin, pathname, search } = new URL(from)
  const isOurs = origin === new URL(c.var.site.publicUrl).origin || origin === new URL(c.req.url).origin
  return isOurs ? pathOfThisSite(pathname + search) : null
}

export const signInPages = [
  get(home, 'public', show),
  get(`${home}/di`, 'public', leave),
  get(`${home}/tro-lai`, 'public', returned),
  get(`${home}/muc-do`, 'citizen', showLevel),
  post('/dang-xuat-cong-dan', 'public', answerSignOut),
]
