/**
 * What a citizen is told of a procedure beyond the national text: how the province offers it, for which cases, with which
 * papers, limits and fees. Made when a service is published; read as it stands, so that its page is one row.
 */
import type { Words } from '#fields/form.ts'

/** `full`: wholly online (toàn trình) · `partial`: some act needs a person to be there, and the reason is said. */
export type ServiceLevel = 'full' | 'partial'

export const channels = ['online', 'direct', 'post'] as const
export type Channel = (typeof channels)[number]

/** `unit` as the law counts: working days of the receiving unit, days of the calendar, hours worked. */
export type TimeLimit = {
  readonly amount: number
  readonly unit: 'working_hour' | 'working_day' | 'day' | 'month'
  readonly note?: Words
}

export type OfferedPaper = {
  readonly name: Words
  /** What one may bring instead, or when it is not needed at all. */
  readonly note?: Words
  /** The state finds it itself; the citizen brings it only when that fails. */
  readonly held: boolean
}

export type OfferedCase = {
  readonly code: string
  readonly title: Words
  readonly papers: readonly OfferedPaper[]
  readonly limits: Readonly<Partial<Record<Channel, TimeLimit>>>
  /** By channel, in words: "Miễn phí", "8.000 đ mỗi bản". */
  readonly fees: Readonly<Partial<Record<Channel, Words>>>
}

export type Offer = {
  readonly procedure: string
  /** `modelled`: with cases and a form of its own · `general`: by the general form · `handed_over`: filed elsewhere. */
  readonly kind: 'modelled' | 'general' | 'handed_over'
  readonly title: Words
  readonly lead?: Words
  readonly level?: ServiceLevel
  /** Why not wholly online, with the article that says so. */
  readonly partialReason?: { readonly says: Words; readonly citation: string }
  readonly channels: readonly Channel[]
  readonly cases: readonly OfferedCase[]
  readonly steps: readonly { readonly title: Words; readonly text: Words }[]
  readonly results: readonly { readonly code: string; readonly name: Words }[]
  /** Of filling in, as the designers tried it. */
  readonly minutes?: number
  /** The system that owns the procedure, where one files. */
  readonly handedOverTo?: { readonly name: string; readonly url: string }
}
