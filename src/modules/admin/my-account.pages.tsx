/** One's own account: where one is signed in, password, second step, language. */
import { setCookie } from 'hono/cookie'
import { changePassword, chooseLanguage, disableSecondFactor, enableSecondFactor } from '#kernel/account.commands.ts'
import { getAccount } from '#kernel/account.store.ts'
import { newTotpSecret, totpUri } from '#kernel/second-factor.ts'
import { endSession } from '#kernel/sign-in.commands.ts'
import { listSessions } from '#kernel/sign-in.store.ts'
import { submit } from '#kernel/submit.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import type { Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import { AccountPage, PasswordPage, SecondFactorOffPage, SecondFactorOnPage } from './my-account.views.tsx'

const ownAccount = (c: WebContext) => getAccount(c.var.ctx.db, c.var.ctx.actor.accountId ?? '')

async function show(c: WebContext): Promise<Answer> {
  const { db, now } = c.var.ctx
  const account = await ownAccount(c)
  const sessions = await listSessions(db, account.id, new Date(now.getTime() - c.var.site.idleMinutes * 60_000))
  const { person } = c.var
  return (
    <AccountPage
      account={account}
      post={person?.post ?? ''}
      unit={person?.unit ?? ''}
      sessions={sessions}
      thisSession={c.var.sessionHash}
    />
  )
}

async function answerSession(c: WebContext): Promise<Answer> {
  const sent = await submit(c, endSession, { sessionHash: c.var.sessionHash })
  return sent.ok ? go(c, '/tai-khoan', 'admin.my_account.session_ended') : c.redirect('/tai-khoan', 303)
}

async function answerLanguage(c: WebContext): Promise<Answer> {
  const sent = await submit(c, chooseLanguage)
  const { locale } = sent.typed
  if (sent.ok && typeof locale === 'string')
    setCookie(c, 'lang', locale, { path: '/', maxAge: 31_536_000, sameSite: 'Lax' })
  return c.redirect('/tai-khoan', 303)
}

const wrongPassword = {
  typed: {},
  key: 'kernel.check_the_form',
  problems: [{ path: 'current', key: 'admin.my_password.wrong' }],
} as const satisfies Returned

const showPassword = async (c: WebContext): Promise<Answer> => <PasswordPage account={await ownAccount(c)} />

async function answerPassword(c: WebContext): Promise<Answer> {
  const sent = await submit(c, changePassword, { sessionHash: c.var.sessionHash })
  if (sent.ok && sent.result.done) return go(c, '/tai-khoan', 'admin.my_password.done')
  return { status: 422, page: <PasswordPage account={await ownAccount(c)} back={sent.ok ? wrongPassword : sent} /> }
}

async function secondFactorPage(c: WebContext, secret: string, back?: Returned) {
  const account = await ownAccount(c)
  if (account.totpSecret) return <SecondFactorOffPage back={back} />
  const uri = totpUri(new URL(c.var.site.publicUrl).host, account.login, secret)
  return <SecondFactorOnPage secret={secret} uri={uri} back={back} />
}

const showSecondFactor = (c: WebContext): Promise<Answer> => secondFactorPage(c, newTotpSecret())

async function answerSecondFactor(c: WebContext): Promise<Answer> {
  const sent = await submit(c, enableSecondFactor)
  if (sent.ok) return go(c, '/tai-khoan', 'admin.two_steps.on_done')
  const { secret } = sent.typed
  const again = typeof secret === 'string' && /^[A-Z2-7]{32}$/.test(secret) ? secret : newTotpSecret()
  return { status: sent.status, page: await secondFactorPage(c, again, sent) }
}

async function answerSecondFactorOff(c: WebContext): Promise<Answer> {
  const sent = await submit(c, disableSecondFactor)
  if (sent.ok && sent.result.done) return go(c, '/tai-khoan', 'admin.two_steps.off_done')
  return { status: sent.ok ? 422 : sent.status, page: await secondFactorPage(c, '', sent.ok ? wrongPassword : sent) }
}

export const myAccountPages = [
  get('/tai-khoan', 'signed_in', show),
  post('/tai-khoan/phien', 'signed_in', answerSession),
  post('/tai-khoan/ngon-ngu', 'signed_in', answerLanguage),
  get('/tai-khoan/mat-khau', 'signed_in', showPassword),
  post('/tai-khoan/mat-khau', 'signed_in', answerPassword),
  get('/tai-khoan/hai-buoc', 'signed_in', showSecondFactor),
  post('/tai-khoan/hai-buoc', 'signed_in', answerSecondFactor),
  post('/tai-khoan/hai-buoc/tat', 'signed_in', answerSecondFactorOff),
]
