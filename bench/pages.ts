/** What a visitor downloads before a public page stands, and whether it stands still while it comes. */
import type { Browser } from 'playwright-core'
import { stylesheetPath } from '../src/app/assets.ts'
import { modules } from '../src/app/modules.ts'
import { openBrowser } from '../test/browser/look.ts'
import { answerOf } from './answer.ts'
import { startApp } from './child.ts'
import { inPlace, settle } from './place.ts'
import { atMost, kilobytes, type Report } from './report.ts'

type PageFigures = {
  path: string
  status: number
  /** Bytes over the wire. */
  html: number
  /** Not a calendar or another download. */
  isPage: boolean
  /** Requests a browser made, and those that held up the first picture beside the style sheet. */
  requests: number
  blocking: string[]
  /** Cumulative layout shift: phone, desk. */
  shift: readonly number[]
  /** Whether links, forms and text are the same with scripts switched off. */
  plainToo: boolean
}

/** Public pages without a parameter, and whatever pages they link to. */
async function publicPaths(address: string): Promise<string[]> {
  const routes = modules
    .flatMap(({ pages }) => pages)
    .filter(({ method, needs }) => method === 'GET' && needs === 'public')
  const paths = new Set(routes.map(({ path }) => path).filter((path) => !path.includes(':')))
  const open = routes.map(({ path }) => new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`))
  for (const path of paths) {
    const html = await (await fetch(`${address}${path}`)).text()
    for (const [, href = ''] of html.matchAll(/href="(\/[^"?#]*)/g))
      if (open.some((known) => known.test(href))) paths.add(href)
  }
  return [...paths]
}

/** What a browser of one width sees: requests, what holds up the first picture, how far things jump, the text. */
async function lookAt(browser: Browser, address: string, width: number, javaScriptEnabled: boolean) {
  const phone = width < 700
  const viewport = { width, height: 800 }
  const context = await browser.newContext({ viewport, hasTouch: phone, isMobile: phone, javaScriptEnabled })
  try {
    const page = await context.newPage()
    const requests: string[] = []
    page.on('request', (request) => requests.push(`${request.resourceType()} ${new URL(request.url()).pathname}`))
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(300)
    const seen = await page.evaluate(async () => {
      const entries = performance.getEntriesByType('resource') as (PerformanceResourceTiming & {
        renderBlockingStatus?: string
      })[]
      const waits = entries
        .filter((entry) => entry.renderBlockingStatus === 'blocking')
        .map(({ name }) => new URL(name).pathname)
      const { document: shown } = globalThis
      const links = shown.querySelectorAll('a[href], form, input, button, summary').length
      return { waits, whole: `${shown.body.innerText.replace(/[0-9a-f-]{36}/g, '')} ${links}` }
    })
    return { ...seen, requests }
  } finally {
    await context.close()
  }
}

/** Summed up over the first second; needs scripts to be asked for, not to be shown. */
async function shiftOf(browser: Browser, address: string, width: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width, height: 800 } })
  try {
    await page.goto(address, { waitUntil: 'load' })
    return await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value
          }).observe({ type: 'layout-shift', buffered: true })
          setTimeout(() => resolve(sum), 1000)
        }),
    )
  } finally {
    await page.close()
  }
}

async function measure(browser: Browser, port: number, path: string): Promise<PageFigures> {
  const address = `http://127.0.0.1:${port}${path}`
  const { status, headers, body } = await answerOf({ port, path })
  const isPage = String(headers['content-type']).startsWith('text/html')
  if (!isPage) return { path, status, html: body.length, isPage, blocking: [], requests: 1, shift: [], plainToo: true }
  const [phone, plain] = [await lookAt(browser, address, 360, true), await lookAt(browser, address, 360, false)]
  const fonts = phone.requests.filter((request) => request.startsWith('font'))
  return {
    path,
    status,
    html: body.length,
    isPage,
    requests: phone.requests.length,
    blocking: [
      ...phone.waits.filter((name) => !name.endsWith('.css')),
      ...phone.waits.filter((name) => name.endsWith('.css')).slice(1),
      ...fonts,
    ],
    shift: [await shiftOf(browser, address, 360), await shiftOf(browser, address, 1280)],
    plainToo: phone.whole === plain.whole,
  }
}

/** The demonstration would show the same pages; this house has a plan in force and no tour of its own. */
const pagesBench = () =>
  inPlace('embedded', async (place) => {
    const { plan } = await settle(place, 100)
    const app = await startApp(place.env)
    const browser = await openBrowser()
    try {
      const sheet = await answerOf({ port: app.port, path: stylesheetPath() })
      const pages: PageFigures[] = []
      for (const path of new Set([...(await publicPaths(app.address)), `/tien-do/${plan}`]))
        pages.push(await measure(browser, app.port, path))
      const styles = { bytes: sheet.body.length, cached: String(sheet.headers['cache-control']) }
      return { pages, styles }
    } finally {
      await browser.close()
      await app.stop()
    }
  })

export async function pagesReport(): Promise<Report> {
  const { pages, styles } = await pagesBench()
  const shown = pages.filter(({ isPage }) => isPage)
  const most = (pick: (page: PageFigures) => number) => Math.max(...shown.map(pick))

  const plain = String
  return {
    lines: [
      atMost(
        'largest page, packed HTML',
        most(({ html }) => html),
        14 * 1024,
        kilobytes,
      ),
      atMost('the style sheet, packed', styles.bytes, 20 * 1024, kilobytes),
      atMost(
        'style sheets, scripts and fonts that block beside it',
        most(({ blocking }) => blocking.length),
        0,
        plain,
      ),
      atMost(
        'cumulative layout shift',
        most(({ shift }) => Math.max(...shift)),
        0,
        plain,
      ),
      atMost('pages that say less without scripts', shown.filter(({ plainToo }) => !plainToo).length, 0, plain),
      {
        what: 'the style sheet is kept for a year',
        found: styles.cached,
        wanted: 'immutable',
        met: styles.cached.includes('immutable'),
      },
    ],
    notes: pages.map(
      ({ path, status, html, requests }) => `${status} ${path}: ${kilobytes(html)}, ${requests} requests`,
    ),
    figures: { pages, styles },
  }
}
