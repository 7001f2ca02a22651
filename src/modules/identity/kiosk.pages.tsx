/**
 * A shared device at the one-stop desk (§10.16): who stands before it shows their electronic identity, which takes the place
 * of checking a card; everything else is as anywhere. What differs is that nothing stays behind.
 */
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { may } from '#kernel/access.ts'
import { perform } from '#kernel/command.ts'
import { kioskCookie, kioskPlaces } from '#kernel/kiosk.ts'
import { signOut } from '#kernel/sign-in.commands.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { KioskPage } from './kiosk.views.tsx'
import { signOutCitizen } from './sign-in.commands.ts'

const { home, finish, idle } = kioskPlaces
const year = 31_536_000

/** All but the one that says which device it is; those of the provider lie under its own path. */
function clear(c: WebContext) {
  for (const name of Object.keys(getCookie(c)))
    if (name !== kioskCookie) for (const path of ['/', '/dang-nhap-vneid']) deleteCookie(c, name, { path })
  c.header('clear-site-data', '"cache", "storage"')
}

const page = (c: WebContext, how: 'ready' | 'done' | 'idle'): Answer => (
  <KioskPage
    isOn={c.var.site.kiosk}
    maySet={may(c.var.ctx.actor, 'identity.assist')}
    how={how}
    minutes={c.var.site.idleMinutes}
    provider={c.var.identityProvider?.name ?? 'VNeID'}
  />
)

const show = (c: WebContext): Answer => page(c, c.req.query('xong') === undefined ? 'ready' : 'done')

async function answerFinish(c: WebContext): Promise<Answer> {
  if (c.var.citizen) await perform(c.var.ctx, signOutCitizen, { sessionHash: c.var.sessionHash })
  clear(c)
  return c.redirect(`${home}?xong`, 303)
}

/** Walked to by a clock, not by a person. The session has ended by its own time, or does now. */
async function showIdle(c: WebContext): Promise<Answer> {
  if (!c.var.site.kiosk) return c.redirect(home, 303)
  if (c.var.citizen) await perform(c.var.ctx, signOutCitizen, { sessionHash: c.var.sessionHash })
  clear(c)
  // As nobody: the page itself must not greet who has just left.
  c.set('citizen', null)
  return page(c, 'idle')
}

/** Whoever sets it up leaves it as nobody's. */
async function answerOn(c: WebContext): Promise<Answer> {
  await perform(c.var.ctx, signOut, { sessionHash: c.var.sessionHash })
  clear(c)
  const secure = c.var.site.publicUrl.startsWith('https:')
  setCookie(c, kioskCookie, '1', { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: year, secure })
  return c.redirect(home, 303)
}

function answerOff(c: WebContext): Answer {
  deleteCookie(c, kioskCookie, { path: '/' })
  return c.redirect(home, 303)
}

export const kioskPages = [
  get(home, 'public', show),
  get(idle, 'public', showIdle),
  post(finish, 'public', answerFinish),
  post(`${home}/bat`, 'identity.assist', answerOn),
  post(`${home}/tat`, 'identity.assist', answerOff),
]
