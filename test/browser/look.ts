/** A page in a real browser: what axe finds, whether it fits, whether a finger can hit everything. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, chromium } from 'playwright-core'

const quiet = ['--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** Debian's Chromium, or the one `CHROMIUM` names. */
export const openBrowser = () =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox', ...quiet] })

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/* Spacing a reader may set without losing anything (WCAG 1.4.12). */
const spacing = '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}'

type Axe = { run(at: Document, how: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }

/** Every fault of one document at one width, in words. `html` carries its own stylesheet. */
export async function faultsSeen(browser: Browser, html: string, width: number): Promise<string[]> {
  const phone = width < 700
  const context = await browser.newContext({ viewport: { width, height: 860 }, hasTouch: phone, isMobile: phone })
  try {
    const page = await context.newPage()
    await page.setContent(html)
    await page.evaluate(axe)
    const found = await page.evaluate(
      async (runOnly) => (await (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly })).violations,
      rules,
    )
    const faults = found.map((fault) => `${fault.id}: ${fault.nodes.map((node) => node.target.join(' ')).join(', ')}`)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, select, summary')]
        .filter((element) => {
          const box = element.getBoundingClientRect()
          const seen = box.width > 1 && box.height > 1
          const inText = element.tagName === 'A' && getComputedStyle(element).display === 'inline'
          return seen && !inText && (box.width < 24 || box.height < 24) && !element.matches('.ds-skip-link')
        })
        .map((element) => `too small to hit: ${element.textContent?.trim().slice(0, 40)}`),
    )
    // against the width asked for: a phone widens its window to what does not fit
    const overflow = async () => (await page.evaluate(() => document.documentElement.scrollWidth)) - width
    if ((await overflow()) > 0) faults.push(`wider than the screen by ${await overflow()} px`)
    await page.addStyleTag({ content: spacing })
    if ((await overflow()) > 0) faults.push(`wider than the screen with spaced text by ${await overflow()} px`)
    return [...faults, ...small]
  } finally {
    await context.close()
  }
}
