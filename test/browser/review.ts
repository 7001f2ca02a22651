/** Going through the items that were read from a text, as somebody does who trusts none of them unseen. */
import { expect } from 'vitest'
import type { Person } from './person.ts'

const item = 'form:has(.tg-item)'

/** The pages of the review where something waits: every kind of item, every section of it. */
async function stretches({ page }: Person, review: string): Promise<string[]> {
  const found: string[] = []
  await page.goto(review)
  const sheets = await page.locator('.tg-chips a').evaluateAll(hrefsOf)
  for (const sheet of sheets.filter((href) => !/chua-chac|da-bo/.test(href))) {
    await page.goto(sheet)
    const sections = await page.locator('nav[aria-label="Phần của văn bản"] a').evaluateAll(hrefsOf)
    found.push(...(sections.length ? sections : [sheet]))
  }
  return found
}

const hrefsOf = (links: Element[]) => links.map((link) => link.getAttribute('href') ?? '')

/** Confirms what the reader was sure of at one press, and the rest one by one. */
export async function confirmAll(person: Person, review: string) {
  const { page } = person
  for (const stretch of await stretches(person, review)) {
    await page.goto(stretch)
    for (;;) {
      const certain = page.getByRole('button', { name: /^Xác nhận \d+ mục máy chắc/ })
      const names = page.getByRole('button', { name: 'Giữ như văn bản' })
      const one = page.getByRole('button', { name: 'Xác nhận', exact: true })
      const next = [certain, names, one]
      const open = (await Promise.all(next.map((button) => button.count()))).findIndex((count) => count > 0)
      if (open < 0) break
      await person.go(next[open] ?? one)
      expect(await page.locator('main [role=alert]').allInnerTexts()).toEqual([])
    }
  }
  await page.goto(review)
  await person.sees('Mọi mục đã được xem. Có thể công bố.')
}

/** Items of a kind that are still to be looked at, by their place on the page. */
export const itemsOf = ({ page }: Person) => page.locator(item)
