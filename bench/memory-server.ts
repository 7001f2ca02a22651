/**
 * The same page from memory: the real route is answered once, by the real app; then the component and its rows are kept,
 * the database is closed, and every request renders them anew, packs and sends them. No session, no right, no query.
 */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type ComponentType, h, isValidElement, type VNode } from 'preact'
import { gzipSync } from 'node:zlib'
import { createApp } from '../src/app/app.tsx'
import { deliver, shellOf } from '../src/app/deliver.tsx'
import { furnish } from '../src/app/furnish.ts'
import type { House } from '../src/app/house.ts'
import { modules } from '../src/app/modules.ts'
import { scopeOf } from '../src/kernel/access.store.ts'
import { isAtTop } from '../src/kernel/account-reach.store.ts'
import { browseEvents } from '../src/kernel/event-browse.store.ts'
import { openSecretBox } from '../src/kernel/secret-box.ts'
import { openFolderHouse } from '../src/kernel/file-house.ts'
import { openLog } from '../src/kernel/log.ts'
import { findSession } from '../src/kernel/session.store.ts'
import type { Web, WebContext } from '../src/kernel/web.ts'
import { renderPage } from '../src/ui/render.tsx'
import { median } from './load.ts'
import { openPlace, pack, type Place } from './place.ts'

export type Ready = { port: number; steps: Readonly<Record<string, number>> }

const { place, path, token } = JSON.parse(process.env['BENCH'] ?? '') as { place: Place; path: string; token: string }
let answered: VNode | null = null
let asked: WebContext | null = null

const watched = modules.map((module) => ({
  ...module,
  pages: module.pages.map((route) => ({
    ...route,
    answer: async (c: WebContext) => {
      const answer = await route.answer(c)
      if (isValidElement(answer)) [answered, asked] = [answer, c]
      return answer
    },
  })),
}))

/** Milliseconds of one step alone, the median of many. */
async function timeOf(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < 400; run++) {
    const start = performance.now()
    await work()
    if (run >= 100) times.push(performance.now() - start)
  }
  return median(times)
}

const database = await openPlace(place)
const { db } = database
const now = new Date()
const house: House = {
  db,
  files: await openFolderHouse('var/bench/files'),
  secrets: openSecretBox(['a key for a bench that keeps nothing']),
  modules: watched,
  now: () => now,
  log: openLog('error'),
  publicUrl: 'http://127.0.0.1',
  idleMinutes: 1440,
  demo: false,
  isReady: () => true,
  province: await furnish(db, { pack, demo: false, now }),
}
const first = await createApp(house).request(path, { headers: { cookie: `tgs=${token}` } })
const [page, vars] = [answered as VNode | null, (asked as WebContext | null)?.var]
if (first.status !== 200 || !page || !vars) throw new Error(`${path} answered ${first.status}`)

const again = () => h(page.type as ComponentType<object>, page.props)
const app = new Hono<Web>().get('*', (c) => {
  const { site, ctx, locale, person, sessionHash } = vars
  for (const [name, value] of Object.entries({ site, ctx, locale, person, sessionHash }))
    c.set(name as 'ctx', value as never)
  return deliver(house, c, again())
})

const shell = shellOf(house, asked as unknown as WebContext)
const html = renderPage(shell, page)
const { ctx } = vars
const scope = await scopeOf(ctx)
const steps = {
  session: await timeOf(() => findSession(db, token, now, 1440)),
  'at the top?': await timeOf(() => isAtTop(ctx)),
  scope: await timeOf(() => scopeOf(ctx)),
  '50 rows': await timeOf(() => browseEvents(db, { scope, limit: 51 })),
  render: await timeOf(() => renderPage(shell, again())),
  gzip: await timeOf(() => gzipSync(html, { level: 5 })),
}
await database.close()
const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
  process.send?.({ port, steps } satisfies Ready),
)
process.on('disconnect', () => server.close())
