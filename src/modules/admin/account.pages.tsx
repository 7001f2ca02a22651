/** Accounts of the staff of one's unit and the units below: made, given posts, helped, closed. */
import { closeAccount, createAccount, reopenAccount, resetPassword } from '#kernel/account.commands.ts'
import { careOf, mustManage } from '#kernel/account-reach.store.ts'
import { getAccountByLogin, listAccounts } from '#kernel/account.store.ts'
import { fold } from '#kernel/fold.ts'
import { closePost, openPost } from '#kernel/post.commands.ts'
import { getPost, listPosts, listPostsIn } from '#kernel/post.store.ts'
import { listRoles } from '#kernel/role.store.ts'
import { hashOf } from '#kernel/session.store.ts'
import { submit } from '#kernel/submit.ts'
import { dayOf } from '#kernel/time.ts'
import { newToken } from '#kernel/token.ts'
import { listUnits } from '#kernel/unit.store.ts'
import { get, post, type Answer, type WebContext } from '#kernel/web.ts'
import type { Returned } from '#ui/form.tsx'
import { go } from '#ui/go.ts'
import {
  AccountListPage,
  AccountPage,
  ClosePostPage,
  LinkPage,
  NewAccountPage,
  PostListPage,
  type Choices,
} from './account.views.tsx'

const perPage = 50
const mostSearched = 10_000

/** With a word to search for, by name as well as login, with or without tone marks. */
async function showList(c: WebContext): Promise<Answer> {
  const { q = '', after = '' } = c.req.query()
  const { ctx } = c.var
  const scope = await careOf(ctx)
  const limit = q ? mostSearched : perPage + 1
  const all = await listAccounts(ctx.db, scope, { after, limit })
  const wanted = fold(q)
  const found = q ? all.filter(({ login, name }) => fold(`${login} ${name}`).includes(wanted)) : all
  const rows = found.slice(0, perPage)
  const more = !q && found.length > perPage ? rows.at(-1)?.login : undefined
  return <AccountListPage rows={rows} found={found.length} q={q} now={ctx.now} next={more} />
}

/** Units and roles one may choose from: those within reach, as they are today. */
async function choicesOf(c: WebContext): Promise<Choices> {
  const { ctx } = c.var
  const scope = await careOf(ctx)
  const within = scope && new Set(scope)
  const units = (await listUnits(ctx.db, dayOf(ctx.now))).filter(({ id }) => within?.has(id) ?? true)
  return { units, roles: await listRoles(ctx.db), today: dayOf(ctx.now) }
}

const showNew = async (c: WebContext): Promise<Answer> => <NewAccountPage choices={await choicesOf(c)} />

const linkTo = (c: WebContext, token: string) => `${c.var.site.publicUrl}/thiet-lap/${token}`

async function answerNew(c: WebContext): Promise<Answer> {
  const token = newToken()
  const sent = await submit(c, createAccount, { tokenHash: hashOf(token) })
  if (!sent.ok) return { status: sent.status, page: <NewAccountPage choices={await choicesOf(c)} back={sent} /> }
  return <LinkPage login={sent.result.login} link={linkTo(c, token)} />
}

const loginOf = (c: WebContext) => c.req.param('login') ?? ''

async function accountPage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const account = await getAccountByLogin(ctx.db, loginOf(c))
  await mustManage(ctx, account.id)
  const posts = await listPosts(ctx.db, account.id)
  return <AccountPage account={account} posts={posts} choices={await choicesOf(c)} now={ctx.now} back={back} />
}

const showOne = (c: WebContext): Promise<Answer> => accountPage(c)
const pathOf = (login: string) => `/quan-tri/tai-khoan/${encodeURIComponent(login)}`

async function answerOpenPost(c: WebContext): Promise<Answer> {
  const sent = await submit(c, openPost, { login: loginOf(c) })
  if (sent.ok) return go(c, pathOf(loginOf(c)), 'admin.post.opened')
  return { status: sent.status, page: await accountPage(c, sent) }
}

async function answerLink(c: WebContext): Promise<Answer> {
  const token = newToken()
  const sent = await submit(c, resetPassword, { login: loginOf(c), tokenHash: hashOf(token) })
  if (!sent.ok) return { status: sent.status, page: await accountPage(c, sent) }
  return <LinkPage login={sent.result.login} link={linkTo(c, token)} />
}

async function answerClose(c: WebContext): Promise<Answer> {
  const sent = await submit(c, closeAccount, { login: loginOf(c) })
  if (sent.ok) return go(c, pathOf(loginOf(c)), 'admin.account.closed_now')
  return { status: sent.status, page: await accountPage(c, sent) }
}

async function answerReopen(c: WebContext): Promise<Answer> {
  const sent = await submit(c, reopenAccount, { login: loginOf(c) })
  if (sent.ok) return go(c, pathOf(loginOf(c)), 'admin.account.reopened')
  return { status: sent.status, page: await accountPage(c, sent) }
}

async function showPosts(c: WebContext): Promise<Answer> {
  const { ctx } = c.var
  return <PostListPage posts={await listPostsIn(ctx.db, await careOf(ctx), dayOf(ctx.now), 1000)} />
}

async function closePage(c: WebContext, back?: Returned) {
  const { ctx } = c.var
  const found = await getPost(ctx.db, c.req.param('post') ?? '')
  await mustManage(ctx, found.accountId)
  return <ClosePostPage post={found} today={dayOf(ctx.now)} back={back} />
}

const showClosePost = (c: WebContext): Promise<Answer> => closePage(c)

async function answerClosePost(c: WebContext): Promise<Answer> {
  const sent = await submit(c, closePost, { postId: c.req.param('post') })
  if (!sent.ok) return { status: sent.status, page: await closePage(c, sent) }
  const { login } = await getPost(c.var.ctx.db, sent.result.postId)
  return go(c, pathOf(login), 'admin.post.closed')
}

const needs = 'admin.accounts'

export const accountPages = [
  get('/quan-tri/tai-khoan', needs, showList),
  get('/quan-tri/tai-khoan/moi', needs, showNew),
  post('/quan-tri/tai-khoan/moi', needs, answerNew),
  get('/quan-tri/tai-khoan/:login', needs, showOne),
  post('/quan-tri/tai-khoan/:login/vi-tri', needs, answerOpenPost),
  post('/quan-tri/tai-khoan/:login/lien-ket', needs, answerLink),
  post('/quan-tri/tai-khoan/:login/dong', needs, answerClose),
  post('/quan-tri/tai-khoan/:login/mo-lai', needs, answerReopen),
  get('/quan-tri/vi-tri', needs, showPosts),
  get('/quan-tri/vi-tri/:post/dong', needs, showClosePost),
  post('/quan-tri/vi-tri/:post/dong', needs, answerClosePost),
]
