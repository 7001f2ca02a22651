/** A new text of a plan that is already here: its items take the ids of those they carry on. */
import { type Draft, type DraftItem, type DraftValue } from './draft.ts'
import { likeness } from './wording.ts'

/** A number that stayed needs less in common than a number that moved. */
const sameRefLikeness = 0.4
const movedLikeness = 0.6

type Pair = { old: DraftItem; now: DraftItem; score: number }

/** Best pairs first; every item in one pair at most. Items of different kinds never carry on one another. */
function pairsOf(before: readonly DraftItem[], after: readonly DraftItem[]): Map<string, DraftItem> {
  const pairs = after.flatMap((now) =>
    before
      .filter(({ kind }) => kind === now.kind)
      .flatMap((old): Pair[] => {
        const sameRef = old.ref !== '' && old.ref === now.ref
        const alike = likeness(old.wording, now.wording)
        return alike >= (sameRef ? sameRefLikeness : movedLikeness)
          ? [{ old, now, score: alike + (sameRef ? 0.5 : 0) }]
          : []
      }),
  )
  const found = new Map<string, DraftItem>()
  const taken = new Set<string>()
  for (const { old, now } of pairs.sort((a, b) => b.score - a.score)) {
    if (found.has(now.id) || taken.has(old.id)) continue
    found.set(now.id, old)
    taken.add(old.id)
  }
  return found
}

/** Values take ids by level and unit, then by order. */
function carryValues(before: readonly DraftValue[], after: readonly DraftValue[]): DraftValue[] {
  const left = [...before]
  const ids = new Map<string, string>()
  const take = (now: DraftValue, fits: (old: DraftValue) => boolean) => {
    const at = left.findIndex(fits)
    const [old] = at < 0 ? [] : left.splice(at, 1)
    if (old) ids.set(now.id, old.id)
  }
  const alike = (a: DraftValue, b: DraftValue) => a.level === b.level && a.unit === b.unit
  for (const now of after) take(now, (old) => alike(old, now) && old.goal === now.goal)
  for (const now of after) if (!ids.has(now.id)) take(now, (old) => alike(old, now))
  return after.map((now) => ({
    ...now,
    id: ids.get(now.id) ?? now.id,
    partOf: now.partOf && (ids.get(now.partOf) ?? now.partOf),
  }))
}

const keepDayIds = (before: DraftItem['days'], after: DraftItem['days']) =>
  after.map((day) => before.find(({ on }) => on === day.on) ?? day)

/** The same figures at their places in the new text. */
const placeAgain = (before: readonly DraftValue[], after: readonly DraftValue[]): DraftValue[] =>
  before.map((value, at) => ({
    ...value,
    span:
      (after[at]?.literal === value.literal ? after[at] : after.find(({ literal }) => literal === value.literal))
        ?.span ?? null,
  }))

/** What was decided about the same words holds; about changed words a person decides again. */
function carryOn(old: DraftItem, now: DraftItem, wasRead: string | undefined): DraftItem {
  const { id, title, rev } = old
  if (wasRead === now.wording)
    return { ...old, ref: now.ref || old.ref, span: now.span, values: placeAgain(old.values, now.values), rev: rev + 1 }
  return {
    ...now,
    id,
    title,
    rev: rev + 1,
    values: carryValues(old.values, now.values),
    days: keepDayIds(old.days, now.days),
    doubts: [{ key: 'plan.doubt.wording_changed', params: {} }, ...now.doubts],
  }
}

/** An item the new text no longer has: dropped, and there to be restored. Its place was in the other text. */
const gone = (item: DraftItem): DraftItem => ({
  ...item,
  span: null,
  state: 'dropped',
  values: item.values.map((value) => ({ ...value, span: null })),
  doubts: [{ key: 'plan.doubt.not_in_new_text', params: {} }],
  rev: item.rev + 1,
})

/**
 * The draft of a new text, carrying on the one before. `readAs` tells what wording was read for an item of the earlier
 * text, before anybody corrected it.
 */
export function carryOver(before: Draft, after: Draft, readAs: (item: DraftItem) => string | undefined): Draft {
  const pairs = pairsOf(before.items, after.items)
  const carried = after.items.map((now) => {
    const old = pairs.get(now.id)
    return old ? carryOn(old, now, readAs(old)) : now
  })
  const kept = new Set(carried.map(({ id }) => id))
  return {
    document: after.document,
    items: [...carried, ...before.items.filter(({ id }) => !kept.has(id)).map(gone)],
    warnings: after.warnings,
  }
}
