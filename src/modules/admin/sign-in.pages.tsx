/** In and out: password, code, post; and back to where one was going. */
import { deleteCookie, setCookie } from 'hono/cookie'
import { listDemonstrationAccounts } from '#kernel/demonstration.store.ts'
import { perform } from '#kernel/command.ts'
import { listPostsOn } from '#kernel/post.store.ts'
import { refuse } from '#kernel/problem.ts'
import { hashOf, sessionCookie } from '#kernel/session.store.ts'
import {
  choosePost,
  confirmSecondFactor,
  signIn,
  signInAsDemonstration,
  signOut,
  type SignedIn,
} from '#kernel/sign-in.commands.ts'
import { formOf, submit } from '#kernel/submit.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import { keepFields, pathOfThisSite, readOnward, withNext, type Onward } from '#kernel/onward.ts'
import { ChoosePostPage, SecondFactorPage, SendAgainPage, SignInPage } from './sign-in.views.tsx'

/** Where the browser stands, for the owner of the session to recognise it by. */
const deviceOf = (c: WebContext) => ({
  userAgent: c.req.header('user-agent')?.slice(0, 400) ?? null,
  address: c.var.address,
})

function giveCookie(c: WebContext, token: string) {
  const secure = c.var.site.publicUrl.startsWith('https:')
  setCookie(c, sessionCookie, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure })
}

/** Refused without a field to blame: said above the form. */
const turnedDown = (typed: Readonly<Record<string, string | readonly string[]>>, key: Key) => ({
  typed: Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, [value].flat()])),
  problems: [],
  key,
})

const demonstrationOf = (c: WebContext) => listDemonstrationAccounts(c.var.ctx.db, dayOf(c.var.ctx.now))

const goOn = (c: WebContext, { next, kept }: Onward): Answer =>
  kept ? <SendAgainPage next={next} kept={kept} /> : c.redirect(next, 303)

async function afterStep(c: WebContext, result: SignedIn, onward: Onward): Promise<Answer> {
  if (result.outcome === 'second_factor')
    return onward.kept ? <SecondFactorPage onward={onward} /> : c.redirect(withNext('/dang-nhap/ma', onward), 303)
  if (!result.mustChoose) return goOn(c, onward)
  if (!onward.kept) return c.redirect(withNext('/vi-tri', onward), 303)
  const posts = await listPostsOn(c.var.ctx.db, result.accountId ?? '', dayOf(c.var.ctx.now))
  return <ChoosePostPage posts={posts} now={null} onward={onward} />
}

const showSignIn = async (c: WebContext): Promise<Answer> => {
  const onward = readOnward(c.req.query())
  return c.var.person ? goOn(c, onward) : <SignInPage onward={onward} demonstration={await demonstrationOf(c)} />
}

async function answerSignIn(c: WebContext): Promise<Answer> {
  const token = newToken()
  const sent = await submit(c, signIn, { tokenHash: hashOf(token), ...deviceOf(c) })
  const onward = readOnward(sent.typed)
  if (sent.ok && sent.result.outcome !== 'refused') {
    giveCookie(c, token)
    return afterStep(c, sent.result, onward)
  }
  const back = sent.ok ? turnedDown(sent.typed, 'admin.sign_in.refused') : sent
  const page = <SignInPage onward={onward} demonstration={await demonstrationOf(c)} back={back} />
  return { status: 422, page }
}

async function answerDemonstration(c: WebContext): Promise<Answer> {
  const token = newToken()
  const sent = await submit(c, signInAsDemonstration, { tokenHash: hashOf(token), ...deviceOf(c) })
  if (!sent.ok) refuse('missing', 'kernel.missing')
  giveCookie(c, token)
  return afterStep(c, sent.result, readOnward(sent.typed))
}

/** Between the password and the code there is a session, but nobody is signed in yet. */
const isHalfway = (c: WebContext) => c.var.person === null && c.var.sessionHash !== null

const showSecondFactor = (c: WebContext): Answer => {
  const onward = readOnward(c.req.query())
  return isHalfway(c) ? <SecondFactorPage onward={onward} /> : c.redirect(withNext('/dang-nhap', onward), 303)
}

async function answerSecondFactor(c: WebContext): Promise<Answer> {
  if (!isHalfway(c)) return c.redirect('/dang-nhap', 303)
  const sent = await submit(c, confirmSecondFactor, { sessionHash: c.var.sessionHash })
  const onward = readOnward(sent.typed)
  if (sent.ok && sent.result.outcome === 'open') return afterStep(c, sent.result, onward)
  const back = sent.ok ? turnedDown(sent.typed, 'admin.second_factor.refused') : sent
  return { status: 422, page: <SecondFactorPage onward={onward} back={back} /> }
}

async function answerSignOut(c: WebContext): Promise<Answer> {
  if (c.var.person) await perform(c.var.ctx, signOut, { sessionHash: c.var.sessionHash })
  deleteCookie(c, sessionCookie, { path: '/' })
  return c.redirect('/', 303)
}

const showPosts = async (c: WebContext): Promise<Answer> => {
  const { actor, db, now } = c.var.ctx
  const posts = await listPostsOn(db, actor.accountId ?? '', dayOf(now))
  return <ChoosePostPage posts={posts} now={actor.postId} onward={readOnward(c.req.query())} />
}

async function answerPost(c: WebContext): Promise<Answer> {
  const sent = await submit(c, choosePost, { sessionHash: c.var.sessionHash })
  return sent.ok ? goOn(c, readOnward(sent.typed)) : c.redirect('/vi-tri', 303)
}

/**
 * What stands in place of an answer that only staff may have: the way to sign in, and on from there. A form that was
 * sent is carried along, so that an idle lock never costs anybody what they typed.
 */
export async function signInFirst(c: WebContext): Promise<Answer> {
  const url = new URL(c.req.url)
  const next = pathOfThisSite(url.pathname + url.search) ?? '/'
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(c.req.header('content-type') ?? '')
  const { kept, files } = c.req.method === 'POST' && isForm ? keepFields(await formOf(c)) : { kept: null, files: 0 }
  const onward = c.req.method === 'POST' && !kept ? { next: '/', kept: null } : { next, kept }
  const page = <SignInPage onward={onward} demonstration={await demonstrationOf(c)} lostFiles={files} asked />
  return { status: 401, page }
}

export const signInPages = [
  get('/dang-nhap', 'public', showSignIn),
  post('/dang-nhap', 'public', answerSignIn),
  post('/dang-nhap/minh-hoa', 'public', answerDemonstration),
  get('/dang-nhap/ma', 'public', showSecondFactor),
  post('/dang-nhap/ma', 'public', answerSecondFactor),
  post('/dang-xuat', 'public', answerSignOut),
  get('/vi-tri', 'signed_in', showPosts),
  post('/vi-tri', 'signed_in', answerPost),
]
