/** What the steps of the journey hand on to one another. */
import type { Browser } from 'playwright-core'
import type { RunningHouse } from './house.ts'
import type { Sight } from './person.ts'
import type { Staff } from './staff.ts'

/** `house`, `browser` and `staff` are there once the first steps have been made. */
export type Story = {
  house: RunningHouse
  browser: Browser
  staff: Staff
  readonly sight: Sight
  /** The file of the plan's text. */
  readonly text: string
  readonly shot: (who: Staff['lan'], name: string) => Promise<void>
}

export const plan = '/ke-hoach/466-kh-ubnd-2024'
export const review = `${plan}/duyet`
/** How content people are with how their matters are settled. */
export const target = `${plan}/chi-tieu/II.2.1-5`
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')

/** A day so many days from today, as the house counts them. */
export const dayIn = (days: number) =>
  new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
