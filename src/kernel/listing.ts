/** Long lists for machines: so many at a time, and on from the last one seen, so that nothing is skipped or told twice. */
import { z } from 'zod'

/** `after`: the `next` of the answer before. */
export const Listing = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(200).default(''),
}

/** `next`: null at the end of the list. */
export const listOfItems = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

export type Listed<T> = { items: T[]; next: string | null }

/** Rows found with `limit + 1`: what is one too many says that there are more. */
export function upTo<T>(rows: readonly T[], limit: number, keyOf: (row: T) => string): Listed<T> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: rows.length > limit && last !== undefined ? keyOf(last) : null }
}

/** A list that is at hand whole, in an order of its own. After a key that is no longer there, it begins again. */
export function sliceAfter<T>(
  rows: readonly T[],
  { limit, after }: { limit: number; after: string },
  keyOf: (row: T) => string,
): Listed<T> {
  const at = after === '' ? -1 : rows.findIndex((row) => keyOf(row) === after)
  return upTo(rows.slice(at + 1), limit, keyOf)
}
