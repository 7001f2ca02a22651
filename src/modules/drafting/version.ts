/** A plan as published, and what changed from one version to the next. */
import { type Draft, type DraftItem, DraftItem as DraftItemSchema, PlanHeading, type DraftValue } from './draft.ts'
import { z } from 'zod'
import { type Part, wordDiff } from './wording.ts'

export const VersionItem = DraftItemSchema.omit({ state: true, doubts: true, rev: true, touched: true })
export type VersionItem = z.infer<typeof VersionItem>

/** `source`: the text the spans point into, so that a version can be read beside its source for ever. */
export const Content = z.object({ document: PlanHeading, items: z.array(VersionItem), source: z.string() })
export type Content = z.infer<typeof Content>

const published = ({ state: _s, doubts: _d, rev: _r, touched: _t, ...item }: DraftItem): VersionItem => item

/** What a draft would publish: what is confirmed, and nothing else. */
export const contentOf = (draft: Draft, source: string): Content => ({
  document: draft.document,
  items: draft.items.filter(({ state }) => state === 'confirmed').map(published),
  source,
})

const headingFields = ['number', 'issuedOn', 'issuer', 'title', 'year'] as const
const itemFields = ['kind', 'ref', 'heading', 'title', 'unit', 'period'] as const
const valueFields = ['comparator', 'goal', 'goalMax', 'unit', 'subject', 'level', 'deadline', 'aim', 'change'] as const

type Plain = string | number | boolean | null
/** One field of one thing: what it was, what it is. */
export type FieldChange<Field extends string = string> = { field: Field; before: Plain; after: Plain }

function fieldChanges<Field extends string>(
  fields: readonly Field[],
  before: Readonly<Record<Field, Plain>>,
  after: Readonly<Record<Field, Plain>>,
): FieldChange<Field>[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: before[field], after: after[field] }))
}

type HeadingChange = FieldChange<(typeof headingFields)[number]>
export type ValueChange = { before: DraftValue | null; after: DraftValue | null }

export type ItemChange = {
  before: VersionItem
  after: VersionItem
  fields: FieldChange<(typeof itemFields)[number]>[]
  /** Null when the wording is the same. */
  wording: Part[] | null
  values: ValueChange[]
  days: { added: string[]; removed: string[] }
}

export type Diff = {
  document: HeadingChange[]
  added: VersionItem[]
  removed: VersionItem[]
  changed: ItemChange[]
  unchanged: number
}

function valueChanges(before: readonly DraftValue[], after: readonly DraftValue[]): ValueChange[] {
  const differs = (a: DraftValue, b: DraftValue) => valueFields.some((field) => a[field] !== b[field])
  const kept = before.flatMap((value): ValueChange[] => {
    const now = after.find(({ id }) => id === value.id) ?? null
    return now && !differs(value, now) ? [] : [{ before: value, after: now }]
  })
  const come = after.filter(({ id }) => !before.some((one) => one.id === id))
  return [...kept, ...come.map((value) => ({ before: null, after: value }))]
}

function itemChange(before: VersionItem, after: VersionItem): ItemChange | null {
  const was = before.days.map(({ on }) => on)
  const is = after.days.map(({ on }) => on)
  const change: ItemChange = {
    before,
    after,
    fields: fieldChanges(itemFields, before, after),
    wording: before.wording === after.wording ? null : wordDiff(before.wording, after.wording),
    values: valueChanges(before.values, after.values),
    days: { added: is.filter((on) => !was.includes(on)), removed: was.filter((on) => !is.includes(on)) },
  }
  const isSame =
    !change.fields.length &&
    !change.wording &&
    !change.values.length &&
    !change.days.added.length &&
    !change.days.removed.length
  return isSame ? null : change
}

/** By id: an item that moved or was reworded is still itself. Where it was read from is not part of what it says. */
export function diffOf(before: Content, after: Content): Diff {
  const was = new Map(before.items.map((item) => [item.id, item]))
  const is = new Map(after.items.map((item) => [item.id, item]))
  const changed = after.items.flatMap((item) => {
    const earlier = was.get(item.id)
    return (earlier && itemChange(earlier, item)) || []
  })
  const both = after.items.filter(({ id }) => was.has(id)).length
  return {
    document: fieldChanges(headingFields, before.document, after.document),
    added: after.items.filter(({ id }) => !was.has(id)),
    removed: before.items.filter(({ id }) => !is.has(id)),
    changed,
    unchanged: both - changed.length,
  }
}

export const isEmptyDiff = ({ document, added, removed, changed }: Diff): boolean =>
  document.length + added.length + removed.length + changed.length === 0
