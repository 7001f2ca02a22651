/** One page of the running house in a real browser, at every width people have: all that is wrong with it, in words. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A small phone, a phone, 1280 px with the text twice as large, a desk, a wall. */
const widths = [320, 390, 640, 1280, 3840]

type Found = { id: string; nodes: { target: unknown[]; any: { message: string }[] }[] }
type Axe = { run(at: Document, how: object): Promise<{ violations: Found[] }> }

/** What axe finds on the page as it stands. */
async function axeFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(
    async (runOnly) => (await (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly })).violations,
    rules,
  )
  return found.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(', ')}${nodes.length > 3 ? ` and ${nodes.length - 3} more` : ''}`,
  )
}

/** The page at its full height: what passes under a bar that sticks to the window can be scrolled clear of it. */
async function axeOnAll(page: Page) {
  const { width } = page.viewportSize() ?? { width: 1280 }
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width, height: Math.min(height, 12_000) })
  return axeFaults(page)
}

/** What sticks out of the window to the right, and by how much. Parts that scroll by themselves may. */
const overflow = (page: Page, width: number) =>
  page.evaluate((wide) => {
    const over = document.documentElement.scrollWidth - wide
    if (over <= 0) return null
    const widest = [...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().right > wide + 0.5)
      .map((one) => `${one.tagName.toLowerCase()}.${String(one.getAttribute('class') ?? '').split(' ')[0] ?? ''}`)
    return `by ${over} px: ${[...new Set(widest)].slice(-3).join(', ')}`
  }, width)

/** The keyboard: the first stop jumps to the text, and every stop is seen. */
async function keyboardFaults(page: Page, stops = 12): Promise<string[]> {
  const faults: string[] = []
  // a refused form starts at its list of faults; the page is walked from its beginning all the same
  await page.evaluate(() => {
    document.body.tabIndex = -1
    document.body.focus()
    document.body.removeAttribute('tabindex')
    scrollTo(0, 0)
  })
  for (let stop = 0; stop < stops; stop++) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate(focused)
    if (at === null) break
    if (stop === 0 && !at.skips) faults.push(`the first stop of the keyboard is not the skip link but ${at.name}`)
    if (!at.seen) faults.push(`focus is not to be seen on ${at.name}`)
  }
  return faults
}

function focused() {
  const at = document.activeElement
  if (!at || at === document.body) return null
  const style = getComputedStyle(at)
  const box = at.getBoundingClientRect()
  const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none'
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0
  const words = (at.textContent?.trim() || at.getAttribute('name') || '').slice(0, 40)
  return {
    name: `${at.tagName.toLowerCase()} “${words}”`,
    skips: at.matches('.ds-skip-link'),
    seen: ring && inside && style.visibility !== 'hidden',
  }
}

/** Everything at once, at every width. The page must be open already. */
export async function pageFaults(page: Page): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 3840 ? 2160 : 860 })
    const over = await overflow(page, width)
    if (over) faults.push(`wider than ${width} px ${over}`)
    if (width === 1280) faults.push(...(await keyboardFaults(page)))
    if (width === 390 || width === 1280) faults.push(...(await axeOnAll(page)).map((one) => `${one} (${width} px)`))
  }
  return faults
}
