/** Somebody at a browser of their own: what they see goes wrong is collected. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export type Person = {
  readonly page: Page
  readonly context: BrowserContext
  /** What the console and the server complained of, with the page it was on. */
  readonly complaints: string[]
  /** Goes to an address of the house. */
  readonly to: (path: string) => Promise<void>
  /** Presses the first of these and waits until the next page has come. */
  readonly go: (press: Locator) => Promise<void>
  /** A button, or a link, by its words. */
  readonly press: (words: string | RegExp, within?: string) => Promise<void>
  readonly follow: (words: string | RegExp, within?: string) => Promise<void>
  readonly fill: (fields: Readonly<Record<string, string>>, within?: string) => Promise<void>
  /** Three boxes under one name. */
  readonly day: (name: string, day: string) => Promise<void>
  /** What the page says, as one reads it. */
  readonly sees: (words: string | RegExp) => Promise<void>
  readonly leave: () => Promise<void>
}

export type Sight = { readonly script: boolean; readonly width: number }

export async function openPerson(browser: Browser, address: string, { script, width }: Sight): Promise<Person> {
  const phone = width < 700
  const context = await browser.newContext({
    baseURL: address,
    javaScriptEnabled: script,
    viewport: { width, height: 860 },
    isMobile: phone,
    hasTouch: phone,
    locale: 'vi-VN',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(20_000)
  const page = await context.newPage()
  const complaints = watch(page)
  const inside = (within?: string) => (within ? page.locator(within) : page.locator('body'))
  return {
    page,
    context,
    complaints,
    to: async (path) => void (await page.goto(path)),
    go: (press) => onward(page, press),
    press: (words, within) => onward(page, inside(within).getByRole('button', { name: words, exact: true })),
    follow: (words, within) => onward(page, inside(within).getByRole('link', { name: words })),
    fill: async (fields, within) => {
      for (const [name, value] of Object.entries(fields))
        await fillOne(inside(within).locator(`[name="${name}"]`), value)
    },
    day: async (name, day) => {
      const [year = '', month = '', date = ''] = day.split('-')
      for (const [part, value] of Object.entries({ day: date, month, year }))
        await page.locator(`[name="${name}.${part}"]`).fill(value)
    },
    sees: async (words) => {
      const body = await page.locator('main').innerText()
      expect(body.replace(/\s+/g, ' ')).toMatch(typeof words === 'string' ? literal(words) : words)
    },
    leave: () => context.close(),
  }
}

/** With SHOTS naming a folder, what a person sees is kept there as pictures. */
export const shotOf = (of: string) => async (who: Pick<Person, 'page'>, name: string) => {
  const folder = process.env['SHOTS']
  if (folder) await who.page.screenshot({ path: `${folder}/${of}-${name}.png`, fullPage: true })
}

async function onward(page: Page, press: Locator) {
  await Promise.all([page.waitForEvent('load'), press.first().click()])
}

const literal = (words: string) => new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))

async function fillOne(field: ReturnType<Page['locator']>, value: string) {
  const one = field.first()
  const tag = await one.evaluate((element) => element.tagName)
  const kind = await one.getAttribute('type')
  if (tag === 'SELECT') await one.selectOption(value)
  else if (kind === 'radio' || kind === 'checkbox') await field.and(field.page().locator(`[value="${value}"]`)).check()
  else await one.fill(value)
}

/** A refused form (422, 409) and a locked door (401, 403) are answers; a fault of ours is not. */
const isAnswer = (status: number) => status < 500

function watch(page: Page): string[] {
  const complaints: string[] = []
  const at = () => new URL(page.url()).pathname
  page.on('pageerror', (fault) => complaints.push(`${at()}: ${fault.message}`))
  page.on('console', (message) => {
    const { type, text } = { type: message.type(), text: message.text() }
    if (type === 'error' && !/status of 4\d\d/.test(text)) complaints.push(`${at()}: ${text}`)
  })
  page.on('response', (response) => {
    if (!isAnswer(response.status())) complaints.push(`${response.url()}: ${response.status()}`)
  })
  // a page that asks before it is left is answered: leave
  page.on('dialog', (dialog) => void dialog.accept())
  return complaints
}
