/** The life of a request, from top to bottom. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import { letIn } from '#kernel/access.ts'
import { refuse } from '#kernel/problem.ts'
import type { Web, WebContext, Route } from '#kernel/web.ts'
import { tokenPath } from '#modules/identity/public.ts'
import { apiRoutes } from './api.ts'
import { assets } from './assets.ts'
import { deliver, deliverTable } from './deliver.tsx'
import { gallery } from './gallery.tsx'
import { doorkeeper } from './doorkeeper.ts'
import { health } from './health.ts'
import type { House } from './house.ts'
import { identify } from './identify.ts'
import { learnWords } from './modules.ts'
import { answerProblem } from './problems.tsx'
import { shared } from './shared.ts'

/** Enough for a scanned plan or an evidence photo; larger uploads come in pieces. */
const largestBody = 30 * 1024 * 1024

/** Of a body that is refused, so much is still read. */
const mostSwallowed = 500 * 1024 * 1024

export function createApp(house: House) {
  learnWords(house.modules)
  // Behind a proxy a request comes in by another scheme or name than the one its page was read under.
  const home = new URL(house.publicUrl).origin
  const app = new Hono<Web>()
  const pages = shared(house)
  const keepDoor = doorkeeper()
  app.onError((fault, c) => answerProblem(house, c, fault))
  app.notFound((c) => answerProblem(house, c, null))
  app.route('/', health(house))
  app.route('/', assets())
  app.use(pages.keep)
  app.use(async (c, next) => {
    await next()
    if (c.var.contentPolicy) c.res.headers.set('content-security-policy', c.var.contentPolicy)
  })
  app.use(
    secureHeaders({
      contentSecurityPolicy,
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: house.publicUrl.startsWith('https:'),
    }),
  )
  app.use(identify(house))
  const fromHere = csrf({ origin: (origin, c) => origin === home || origin === new URL(c.req.url).origin })
  // Partner systems fetch their tokens with a form, from no page and without a cookie that counts.
  app.use((c, next) => (c.req.path === tokenPath ? next() : fromHere(c, next)))
  const routes = routesOf(house)
  const hold = bodyLimit({ maxSize: largestBody, onError: (c) => refuseBody(c.req.raw) })
  const inPieces = piecesOf(routes)
  app.use((c, next) => (inPieces.some((pattern) => pattern.test(c.req.path)) ? next() : hold(c, next)))
  for (const route of routes) app.on(route.method, route.path, (c) => keepDoor(c, route, () => enter(house, c, route)))
  app.route('/api/v1', apiRoutes(house))
  if (house.demo) app.route('/ui', gallery(house))
  const { fetch } = app
  // What is kept is given out before anything else is asked: at once, so that the server writes it without a stream.
  app.fetch = (request, ...server) => pages.find(request, server[0]) ?? fetch(request, ...server)
  return app
}

/**
 * Read to its end, within reason: a browser that is still sending would see a torn line instead of the page. What comes
 * without a length was already being read when it proved too long; nobody but machines sends like that.
 */
async function refuseBody({ body }: Request): Promise<never> {
  let left = mostSwallowed
  const reader = body?.locked ? undefined : body?.getReader()
  for (let part = await reader?.read(); part && !part.done && left > 0; part = await reader?.read())
    left -= (part.value as Uint8Array).byteLength
  return refuse('too_large', 'kernel.too_large')
}

/** Addresses with a word of their own come before those that take anything in its place. */
const routesOf = (house: House): readonly Route[] =>
  house.modules.flatMap(({ pages }) => pages).toSorted((a, b) => (patternOf(a) < patternOf(b) ? -1 : 1))

/** Addresses whose bodies are not held back here: the limit would have them wait in memory. */
const piecesOf = (routes: readonly Route[]): RegExp[] =>
  routes.filter(({ inPieces }) => inPieces).map(({ path }) => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`))

const patternOf = ({ path }: Route) => path.replace(/:\w+/g, '\uffff')

/** Nobody passes a door that does not let them. */
async function enter(house: House, c: WebContext, route: Route) {
  letIn(c.var.ctx.actor, route.needs)
  const answer = await route.answer(c)
  return (await deliverTable(house, c, answer)) ?? deliver(house, c, answer, route.sharedFor)
}

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  scriptSrc: ["'self'"],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}
