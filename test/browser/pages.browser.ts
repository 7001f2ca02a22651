/**
 * Every page of the demonstration that each kind of person can reach by links, in a real browser: nothing that axe
 * finds, nothing wider than the window, no dead end, no complaint in the console, a keyboard that always shows where it
 * is. Pages built the same way are looked at once.
 */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressed, crawl, type Found, shapeOf } from './crawl.ts'
import { type RunningHouse, startHouse } from './house.ts'
import { openBrowser } from './look.ts'
import { openPerson } from './person.ts'
import { pageFaults } from './sight.ts'

/** What a page for everybody may weigh on its way to a phone. */
const lightest = 14 * 1024

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([startHouse({ demo: true }), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await house?.clear()
})

/** Built like a page that was looked at before: the same kinds of elements with the same classes. */
const seen = new Set<string>()
function isNew({ html }: Found): boolean {
  const parts = [...html.matchAll(/<([a-z]\w*)(?:[^>]*?\sclass="([^"]*)")?/g)].map(
    ([, tag, style = '']) => `${tag}.${style}`,
  )
  const build = [...new Set(parts)].sort().join()
  const fresh = !seen.has(build)
  seen.add(build)
  return fresh
}

/** One page of each shape, and of those built differently at most one more. */
function worthALook(pages: readonly Found[]): Found[] {
  const byShape = Map.groupBy(
    pages.filter(({ html }) => html),
    ({ path }) => shapeOf(path),
  )
  return [...byShape.values()].flatMap((alike) => alike.filter(isNew).slice(0, 2))
}

async function visit(login: string | null) {
  const person = await openPerson(browser, house.address, { script: true, width: 1280 })
  const { page, context, complaints } = person
  await person.to(login ? '/dang-nhap' : '/')
  if (login) {
    await page.locator(`form:has(input[value="${login}"]) button`).click()
    await page.waitForURL((url) => url.pathname !== '/dang-nhap')
    if (page.url().endsWith('/vi-tri')) await page.locator('main form button').first().click()
  }
  const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const pages = await crawl(house.address, cookie, ['/', new URL(page.url()).pathname])
  const faults = pages.flatMap((found) => linkFaults(found, login))
  const looked = worthALook(pages)
  for (const { path } of looked) {
    await page.setViewportSize({ width: 1280, height: 860 })
    await person.to(path)
    faults.push(...(await pageFaults(page)).map((fault) => `${path}: ${fault}`))
  }
  await person.leave()
  return { pages, faults: [...faults, ...complaints] }
}

const linkFaults = ({ path, from, status, html }: Found, login: string | null): string[] => {
  if (status >= 400) return [`${path}: answers ${status}, linked on ${from}`]
  if (login || !html) return []
  const size = compressed(html)
  return size > lightest ? [`${path}: ${size} bytes packed`] : []
}

/** So many different pages at least: a crawl that finds no way in proves nothing. */
test.each([
  ['nobody', null, 3],
  ['an officer of a district', 'cai-be.demo', 20],
  ['the lead department', 'chu-tri.demo', 35],
  ['a head of a unit', 'van-phong.demo', 20],
  ['somebody with two posts', 'hai-vi-tri.demo', 10],
  ['a leader', 'lanh-dao.demo', 20],
  ['the administrator', 'quan-tri.demo', 20],
  ['an auditor', 'kiem-tra.demo', 15],
] as const)('every page that %s can reach', async (_, login, atLeast) => {
  const { pages, faults } = await visit(login)
  expect(new Set(pages.map(({ path }) => shapeOf(path))).size).toBeGreaterThanOrEqual(atLeast)
  expect(faults).toEqual([])
})
