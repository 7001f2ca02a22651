/** What a person may do to a draft, item by item. Wording is never lost: it is moved, or kept with a dropped item. */
import { squeeze } from './wording.ts'
import {
  type Draft,
  type DraftItem,
  type DraftValue,
  itemOf,
  type ItemKind,
  objectionToConfirm,
  isDoubtful,
} from './draft.ts'
import { partOf, passageOf, type Source, type Span } from '#modules/texts/public.ts'
import { shortName } from './first-draft.ts'
import type { Key } from '#kernel/text.ts'

/** Who changed an item, and when: shown to whoever changes the same one a moment later. */
export type Stamp = { readonly by: string; readonly at: string }

export type Edit = Partial<
  Pick<DraftItem, 'kind' | 'ref' | 'heading' | 'title' | 'wording' | 'unit' | 'values' | 'days' | 'period'>
>

const touch = (item: DraftItem, stamp: Stamp): DraftItem => ({ ...item, rev: item.rev + 1, touched: { ...stamp } })

const change = (draft: Draft, id: string, stamp: Stamp, to: (item: DraftItem) => DraftItem): Draft => ({
  ...draft,
  items: draft.items.map((item) => (item.id === id ? touch(to(item), stamp) : item)),
})

/** Only what can be confirmed is; anything else stays as it was. */
export const confirm = (draft: Draft, id: string, stamp: Stamp): Draft => {
  const item = itemOf(draft, id)
  if (!item || item.state === 'dropped' || objectionToConfirm(item)) return draft
  return change(draft, id, stamp, (one) => ({ ...one, state: 'confirmed' }))
}

export const drop = (draft: Draft, id: string, stamp: Stamp): Draft =>
  itemOf(draft, id)?.state === 'dropped' ? draft : change(draft, id, stamp, (item) => ({ ...item, state: 'dropped' }))

/** Back among what waits to be confirmed. */
export const restore = (draft: Draft, id: string, stamp: Stamp): Draft =>
  itemOf(draft, id)?.state === 'dropped' ? change(draft, id, stamp, (item) => ({ ...item, state: 'proposed' })) : draft

/** Corrected is not yet confirmed. */
export const correct = (draft: Draft, id: string, edit: Edit, stamp: Stamp): Draft =>
  change(draft, id, stamp, (item) => ({
    ...item,
    ...edit,
    wording: squeeze(edit.wording ?? '') || item.wording,
    title: squeeze(edit.title ?? item.title) || shortName(squeeze(edit.wording ?? '') || item.wording),
    state: item.state === 'dropped' ? 'dropped' : 'proposed',
  }))

export function add(draft: Draft, kind: ItemKind, wording: string, id: string, stamp: Stamp): Draft {
  const text = squeeze(wording)
  const item: DraftItem = {
    id,
    kind,
    ref: '',
    heading: '',
    title: shortName(text),
    wording: text,
    span: null,
    state: 'proposed',
    doubts: [],
    values: [],
    unit: null,
    period: null,
    days: [],
    rev: 1,
    touched: { ...stamp },
  }
  const last = draft.items.findLastIndex((one) => one.kind === kind)
  return { ...draft, items: draft.items.toSpliced(last < 0 ? draft.items.length : last + 1, 0, item) }
}

/** Confirms everything of a kind that the reader had no doubt about; how many is in the result. */
export const confirmAllCertain = (draft: Draft, ids: ReadonlySet<string>, stamp: Stamp): Draft => ({
  ...draft,
  items: draft.items.map((item) =>
    ids.has(item.id) && isCertain(item) ? touch({ ...item, state: 'confirmed' }, stamp) : item,
  ),
})

export const isCertain = (item: DraftItem): boolean =>
  item.state === 'proposed' && !isDoubtful(item) && objectionToConfirm(item) === null

/** Where a wording may be parted: the places where a new sentence or clause begins. */
export function splitPoints(wording: string): number[] {
  const clauses = [...wording.matchAll(/[.;:,](?:\s)(?=\S)/gu)].map(({ index }) => index + 2)
  return clauses.filter((at) => at > 0 && at < wording.length)
}

export function objectionToSplit(item: DraftItem, at: number): Key | null {
  const { wording, state } = item
  if (state === 'dropped') return 'plan.draft.dropped'
  return wording.slice(0, at).trim() && wording.slice(at).trim() && wording[at - 1] === ' '
    ? null
    : 'plan.draft.nowhere_to_split'
}

/** The values whose figures stand in the first `at` characters, and those after. A figure typed by hand stays in front. */
function partValues({ wording, values }: DraftItem, at: number): [DraftValue[], DraftValue[]] {
  let from = 0
  const places = values.map(({ literal }) => {
    const found = literal ? wording.indexOf(literal, from) : -1
    if (found >= 0) from = found + literal.length
    return found
  })
  const first = values.filter((_, index) => (places[index] ?? -1) < at)
  const rest = values.filter((_, index) => (places[index] ?? -1) >= at)
  const within = (part: DraftValue[]) =>
    part.map((value) => (part.some(({ id }) => id === value.partOf) ? value : { ...value, partOf: null }))
  return [within(first), within(rest)]
}

/** The places of both halves: exact while the wording is still the printed one, else that of the whole for both. */
function partSpan({ span, wording }: DraftItem, at: number, source: Source): [Span | null, Span | null] {
  if (!span) return [null, null]
  const passage = passageOf(source, span.start, span.end)
  if (passage.text !== wording) return [span, span]
  return [partOf(source, passage, 0, at).span, partOf(source, passage, at, wording.length).span]
}

/** The next free of `II.2.1-4b`, `II.2.1-4c` … */
function nextRef(draft: Draft, ref: string): string {
  if (!ref) return ''
  const base = ref.replace(/(?<=\d)[b-z]$/u, '')
  const taken = new Set(draft.items.map((item) => item.ref))
  for (let letter = 98; letter <= 122; letter++) {
    const tried = `${base}${String.fromCharCode(letter)}`
    if (!taken.has(tried)) return tried
  }
  return `${ref}+`
}

/** Parts an item before the character `at` of its wording; the second half is a new item, the first keeps its id. */
export function split(draft: Draft, id: string, at: number, newId: string, source: Source, stamp: Stamp): Draft {
  const item = itemOf(draft, id)
  if (!item || objectionToSplit(item, at)) return draft
  const [firstValues, restValues] = partValues(item, at)
  const [firstSpan, restSpan] = partSpan(item, at, source)
  const half = (wording: string, values: DraftValue[], span: Span | null): DraftItem => ({
    ...touch(item, stamp),
    wording: wording.trim(),
    values,
    span,
    state: 'proposed',
    doubts: item.doubts.filter(({ key }) => !key.startsWith('plan.doubt.')),
  })
  const first = half(item.wording.slice(0, at), firstValues, firstSpan)
  const rest = half(item.wording.slice(at), restValues, restSpan)
  const second = { ...rest, id: newId, ref: nextRef(draft, item.ref), title: nameOf(rest), days: [], rev: 1 }
  return { ...draft, items: draft.items.flatMap((one) => (one.id === id ? [first, second] : [one])) }
}

const nameOf = ({ values: [value], wording }: DraftItem) => shortName(value?.subject || wording)

/** The item a given one would be joined to: the one before it of its kind that is still there. */
export function beforeOf(draft: Draft, id: string): DraftItem | undefined {
  const item = itemOf(draft, id)
  const alike = draft.items.filter(({ kind, state }) => kind === item?.kind && state !== 'dropped')
  return alike[alike.findIndex((one) => one.id === id) - 1]
}

export const objectionToJoin = (draft: Draft, id: string): Key | null => {
  if (itemOf(draft, id)?.state === 'dropped') return 'plan.draft.dropped'
  return beforeOf(draft, id) ? null : 'plan.draft.nothing_before'
}

function around(a: Span | null, b: Span | null): Span | null {
  if (!a || !b) return a ?? b
  const [first, last] = a.start <= b.start ? [a, b] : [b, a]
  return {
    start: first.start,
    end: Math.max(a.end, b.end),
    fromLine: first.fromLine,
    toLine: Math.max(a.toLine, last.toLine),
  }
}

/** Makes an item part of the one before it, which keeps its id, number and name. */
export function join(draft: Draft, id: string, stamp: Stamp): Draft {
  const item = itemOf(draft, id)
  const before = beforeOf(draft, id)
  if (!item || !before || objectionToJoin(draft, id)) return draft
  const joined: DraftItem = touch(
    {
      ...before,
      wording: `${before.wording} ${item.wording}`,
      values: [...before.values, ...item.values],
      days: [...before.days, ...item.days.filter(({ on }) => !before.days.some((one) => one.on === on))],
      doubts: [...before.doubts, ...item.doubts],
      span: around(before.span, item.span),
      state: 'proposed',
    },
    stamp,
  )
  const items = draft.items.filter((one) => one.id !== id).map((one) => (one.id === before.id ? joined : one))
  return { ...draft, items }
}

/** Another name for a heading, in every item that stands under it. */
export const renameHeading = (draft: Draft, from: string, to: string, stamp: Stamp): Draft => ({
  ...draft,
  items: draft.items.map((item) => (item.heading === from ? touch({ ...item, heading: squeeze(to) }, stamp) : item)),
})

export const settle = (draft: Draft, warningId: string): Draft => ({
  ...draft,
  warnings: draft.warnings.map((one) => (one.id === warningId ? { ...one, settled: true } : one)),
})
