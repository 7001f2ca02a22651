import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day, plusDays } from '#kernel/time.ts'
import {
  type Asked,
  coverageCounts,
  coverageOf,
  firstDraft,
  isUnitPlanLate,
  itemFrom,
  leftOut,
  nextOwnRef,
  objectionToPublishUnitPlan,
  withItem,
  withoutItem,
} from './unit-plan.ts'
import type { SharedWork } from '#modules/plan/public.ts'

const thing = (id: string, leadUnitId: number | null, ...cooperating: number[]): SharedWork => ({
  id,
  kind: 'task',
  ref: id,
  title: id,
  wording: id,
  dueOn: null,
  leadUnitId,
  cooperating,
})
const things = [thing('a', 1), thing('b', 2, 1), thing('c', 2), thing('d', null)]

describe('what a unit begins with', () => {
  test('is what it leads and what it cooperates on', () =>
    expect(firstDraft(things, 1).items.map(({ id }) => id)).toEqual(['a', 'b']))

  test('what it takes out again is shown as left out, and nothing of others is', () => {
    const draft = withoutItem(firstDraft(things, 1), 'a')
    expect(leftOut(things, draft, 1).map(({ id }) => id)).toEqual(['a'])
  })

  test('taking up the same thing twice leaves one', () => {
    const draft = firstDraft(things, 1)
    expect(withItem(draft, itemFrom(things[0] ?? thing('a', 1))).items).toHaveLength(2)
  })

  test('own items are numbered on, also after one was taken out', () => {
    const own = (ref: string) => ({ ...itemFrom(thing(ref, 1)), isOwn: true })
    expect(nextOwnRef({ items: [] })).toBe('1')
    expect(nextOwnRef({ items: [itemFrom(thing('9', 1)), own('1'), own('3')] })).toBe('4')
  })
})

describe('publishing', () => {
  const today = day('2025-03-20')
  const draft = firstDraft(things, 1)
  test('needs something in it', () =>
    expect(objectionToPublishUnitPlan({ items: [] }, today, today)).toBe('plan.unit_plan.empty'))
  test('needs a day that has come', () => {
    expect(objectionToPublishUnitPlan(draft, plusDays(today, 1), today)).toBe('plan.unit_plan.issued_in_future')
    expect(objectionToPublishUnitPlan(draft, today, today)).toBeNull()
  })
})

describe('coverage', () => {
  const dueOn = day('2025-03-31')
  const asked = (state: Asked['state'], publishedOn: string | null = null): Asked => ({
    unitId: 1,
    dueOn,
    state,
    publishedOn: publishedOn === null ? null : day(publishedOn),
  })

  test('the day itself is in time, the day after is late', () => {
    expect(isUnitPlanLate(asked('draft'), dueOn)).toBe(false)
    expect(isUnitPlanLate(asked('draft'), plusDays(dueOn, 1))).toBe(true)
  })

  test('what was published in time never becomes late, what was published late stays so', () => {
    const later = day('2026-01-01')
    expect(isUnitPlanLate(asked('published', '2025-03-31'), later)).toBe(false)
    expect(isUnitPlanLate(asked('published', '2025-04-01'), later)).toBe(true)
  })

  test('every asked unit is counted in exactly one place', () => {
    const states = fc.constantFrom<Asked['state']>(null, 'draft', 'published', 'closed')
    fc.assert(
      fc.property(fc.array(states), fc.integer({ min: -40, max: 40 }), (all, shift) => {
        const today = plusDays(dueOn, shift)
        const rows = all.map((state) => asked(state, coverageOf(asked(state)) === 'published' ? '2025-03-01' : null))
        const { published, draft, none, late, asked: total } = coverageCounts(rows, today)
        expect(published + draft + none).toBe(total)
        expect(late).toBe(shift > 0 ? draft + none : 0)
      }),
    )
  })
})
