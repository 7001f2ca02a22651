/** What changed between two versions of a procedure, field by field: what went, and what came. */
import type { Procedure } from './procedure.ts'

/** As pages name them; of lists, single members are compared. */
export const comparedFields = [
  'name',
  'decision',
  'levels',
  'kind',
  'field',
  'ministry',
  'subjects',
  'agency',
  'authority',
  'delegated',
  'cooperating',
  'receivedAt',
  'related',
  'channels',
  'groups',
  'steps',
  'requirements',
  'legalBases',
  'results',
  'keywords',
  'description',
  'url',
] as const satisfies readonly (keyof Procedure)[]
export type ComparedField = (typeof comparedFields)[number]

export type Difference = {
  readonly field: ComparedField
  readonly removed: readonly unknown[]
  readonly added: readonly unknown[]
}

const membersOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === '' || value === null || value === undefined ? [] : [value]

/** Members of `all` that are not in `others`, as often as they are more. */
function without(all: readonly unknown[], others: readonly unknown[]): unknown[] {
  const left = new Map<string, number>()
  for (const other of others) left.set(JSON.stringify(other), (left.get(JSON.stringify(other)) ?? 0) + 1)
  return all.filter((one) => {
    const key = JSON.stringify(one)
    const count = left.get(key) ?? 0
    if (count > 0) left.set(key, count - 1)
    return count === 0
  })
}

export const differencesOf = (before: Procedure, after: Procedure): Difference[] =>
  comparedFields.flatMap((field) => {
    const [old, now] = [membersOf(before[field]), membersOf(after[field])]
    const [removed, added] = [without(old, now), without(now, old)]
    const reordered = removed.length === 0 && added.length === 0 && JSON.stringify(old) !== JSON.stringify(now)
    if (reordered) return [{ field, removed: old, added: now }]
    return removed.length + added.length > 0 ? [{ field, removed, added }] : []
  })
