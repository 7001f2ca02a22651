import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Draft, type DraftItem, itemKinds, itemOf, objectionsToPublish, progressOf } from './draft.ts'
import { extractPlan, sourceOf } from '#modules/texts/public.ts'
import { draftOf } from './first-draft.ts'
import * as revision from './revision.ts'
import { splitPoints } from './revision.ts'

const text = readFileSync('test/plans/parts.txt', 'utf8').normalize('NFC')
const source = sourceOf(text)
const counter = () => {
  let last = 0
  return () => `id-${++last}`
}
const draft: Draft = draftOf(extractPlan(text), counter())
const stamp = { by: 'Phạm Thị Lan', at: '2025-05-14T01:00:00.000Z' }
const find = (words: string, among: Draft = draft): DraftItem => {
  const item = among.items.find(({ wording }) => wording.includes(words))
  if (!item) throw new Error(`nothing says "${words}"`)
  return item
}
const get = (among: Draft, id: string): DraftItem => itemOf(among, id) ?? find('nowhere', among)

describe('a draft', () => {
  test('holds everything that was read, all of it waiting, with its place', () => {
    expect(draft.items.length).toBeGreaterThan(12)
    expect(progressOf(draft.items)).toMatchObject({ confirmed: 0, dropped: 0, waiting: draft.items.length })
    expect(draft.items.every(({ span }) => span && span.end <= text.length)).toBe(true)
  })

  test('takes the last day of the year for a target whose words name none, and says so', () => {
    const [value] = find('GRDP').values
    expect(value).toMatchObject({ deadline: '2025-12-31', assumed: true })
    expect(find('80,5%').values[0]).toMatchObject({ goal: 80.5, assumed: false })
  })

  test('names a target by what is measured, not by its number', () => {
    expect(find('Từ 95%').title).toMatch(/^Thủ tục hành chính/)
  })

  test('keeps what the reader is not sure of at the item it is about', () => {
    expect(find('Hình thành sàn').doubts.map(({ key }) => key)).toContain('texts.warning.no_value')
  })
})

describe('what a person does', () => {
  test('confirming takes effect once, and only when nothing is missing', () => {
    const { id } = find('GRDP')
    const confirmed = revision.confirm(draft, id, stamp)
    expect(get(confirmed, id)).toMatchObject({ state: 'confirmed', rev: 2, touched: stamp })
    const without = { ...get(draft, id), values: get(draft, id).values.map((value) => ({ ...value, deadline: null })) }
    const lacking = revision.correct(draft, id, { values: without.values }, stamp)
    expect(get(revision.confirm(lacking, id, stamp), id).state).toBe('proposed')
  })

  test('a correction of something confirmed waits to be confirmed again', () => {
    const { id } = find('GRDP')
    const corrected = revision.correct(revision.confirm(draft, id, stamp), id, { title: 'Kinh tế số trên GRDP' }, stamp)
    expect(get(corrected, id)).toMatchObject({ state: 'proposed', title: 'Kinh tế số trên GRDP' })
  })

  test('a split gives each half its own words, figures and place, and a number of its own to the second', () => {
    const target = revision.correct(
      draft,
      find('Thời gian xử lý').id,
      { wording: '100% kết quả được cấp điện tử; phấn đấu 50% có dữ liệu trong Kho.' },
      stamp,
    )
    const item = get(target, find('Thời gian xử lý').id)
    const base = item.values[0]
    if (!base) throw new Error('the target has no value')
    const two = revision.correct(
      target,
      item.id,
      {
        values: [
          { ...base, id: 'a', literal: '100%' },
          { ...base, id: 'b', literal: '50%', partOf: 'a' },
        ],
      },
      stamp,
    )
    const at = get(two, item.id).wording.indexOf('phấn đấu')
    const parted = revision.split(two, item.id, at, 'new', source, stamp)
    expect(get(parted, item.id)).toMatchObject({ wording: '100% kết quả được cấp điện tử;', values: [{ id: 'a' }] })
    expect(get(parted, 'new')).toMatchObject({
      wording: 'phấn đấu 50% có dữ liệu trong Kho.',
      ref: `${item.ref}b`,
      values: [{ id: 'b', partOf: null }],
    })
  })

  test('while the wording is the printed one, the halves of a split share the place between them', () => {
    const item = find('Hỗ trợ ít nhất')
    const at = splitPoints(item.wording)[0] ?? 0
    const parted = revision.split(draft, item.id, at, 'new', source, stamp)
    const [first, second] = [get(parted, item.id).span, get(parted, 'new').span]
    expect(first?.start).toBe(item.span?.start)
    expect(second?.end).toBe(item.span?.end)
    expect(text.slice(second?.start, second?.end)).toBe(get(parted, 'new').wording)
    expect(first?.end ?? 0).toBeLessThanOrEqual(second?.start ?? 0)
  })

  test('all that is certain is confirmed at once, and nothing else', () => {
    const after = revision.confirmAllCertain(draft, new Set(draft.items.map(({ id }) => id)), stamp)
    for (const item of after.items) expect(item.state === 'confirmed').toBe(get(draft, item.id).doubts.length === 0)
  })

  test('a heading is renamed in every item under it', () => {
    const heading = find('GRDP').heading
    const renamed = revision.renameHeading(draft, heading, 'Kinh tế số của tỉnh', stamp)
    expect(renamed.items.some((item) => item.heading === heading)).toBe(false)
    expect(renamed.items.filter((item) => item.heading === 'Kinh tế số của tỉnh').length).toBeGreaterThan(1)
  })
})

describe('what stands against publishing', () => {
  const everything = (): Draft => ({
    ...draft,
    items: draft.items.map((item) => ({ ...item, state: 'confirmed' as const })),
  })
  const keys = (among: Draft) => objectionsToPublish(among).map(({ key }) => key)

  test('nothing, when all is confirmed or dropped', () => expect(keys(everything())).toEqual([]))
  test('an item that waits', () => expect(keys(draft)).toContain('plan.publish.waiting'))
  test('two targets of one number', () => {
    const ref = find('GRDP').ref
    const same = everything().items.map((item) => (item.kind === 'target' ? { ...item, ref } : item))
    expect(keys({ ...everything(), items: same })).toContain('plan.publish.same_ref')
  })
  test('a target without a deadline', () => {
    const lacking = everything().items.map((item) => ({
      ...item,
      values: item.values.map((value) => ({ ...value, deadline: null })),
    }))
    expect(keys({ ...everything(), items: lacking })).toContain('plan.publish.incomplete')
  })
  test('a plan without a number', () =>
    expect(keys({ ...everything(), document: { ...draft.document, number: null } })).toContain(
      'plan.publish.no_number',
    ))
})

type Step = { do: string; at: number; where: number; words: string }

const steps = fc.array(
  fc.record({
    do: fc.constantFrom('confirm', 'correct', 'drop', 'restore', 'split', 'join', 'add', 'certain'),
    at: fc.nat(200),
    where: fc.nat(20),
    words: fc.constantFrom('Lời văn  khác', 'x', 'Một câu. Hai câu; ba câu.'),
  }),
  { maxLength: 25 },
)

function take(before: Draft, { do: what, at, where, words }: Step, newId: () => string): Draft {
  const item = before.items[at % before.items.length]
  if (!item) return before
  const points = splitPoints(item.wording)
  switch (what) {
    case 'confirm':
      return revision.confirm(before, item.id, stamp)
    case 'correct':
      return revision.correct(before, item.id, { wording: words }, stamp)
    case 'drop':
      return revision.drop(before, item.id, stamp)
    case 'restore':
      return revision.restore(before, item.id, stamp)
    case 'split':
      return revision.split(before, item.id, points[where % points.length] ?? where, newId(), source, stamp)
    case 'join':
      return revision.join(before, item.id, stamp)
    case 'add':
      return revision.add(before, itemKinds[where % itemKinds.length] ?? 'task', words, newId(), stamp)
    default:
      return revision.confirmAllCertain(before, new Set(before.items.map(({ id }) => id)), stamp)
  }
}

const wordsOf = ({ items }: Draft) =>
  items
    .flatMap(({ wording }) => wording.split(' '))
    .sort()
    .join(' ')

describe('after any number of steps', () => {
  test('every place lies in the source and no two items share an id', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const ids = counter()
        const after = all.reduce((now, step) => take(now, step, () => `new-${ids()}`), draft)
        expect(new Set(after.items.map(({ id }) => id)).size).toBe(after.items.length)
        for (const { span } of after.items) {
          if (!span) continue
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(span.fromLine).toBeLessThanOrEqual(span.toLine)
        }
      }),
      { numRuns: 150 },
    ))

  test('without a correction and an addition, not one word is gone, and every figure is still there', () =>
    fc.assert(
      fc.property(steps, (all) => {
        const ids = counter()
        const kept = all.filter((step) => step.do !== 'correct' && step.do !== 'add')
        const after = kept.reduce((now, step) => take(now, step, () => `new-${ids()}`), draft)
        expect(wordsOf(after)).toBe(wordsOf(draft))
        const figures = ({ items }: Draft) => items.flatMap(({ values }) => values.map(({ id }) => id)).sort()
        expect(figures(after)).toEqual(figures(draft))
      }),
      { numRuns: 150 },
    ))

  test('joining what was split gives the wording, the figures and the id back', () =>
    fc.assert(
      fc.property(fc.nat(200), fc.nat(20), (at, where) => {
        const item = draft.items[at % draft.items.length] ?? find('GRDP')
        const points = splitPoints(item.wording)
        if (!points.length) return
        const parted = revision.split(draft, item.id, points[where % points.length] ?? 0, 'new', source, stamp)
        const joined = get(revision.join(parted, 'new', stamp), item.id)
        expect(joined.wording).toBe(item.wording)
        expect(joined.values.map(({ id }) => id)).toEqual(item.values.map(({ id }) => id))
        expect(joined.span).toEqual(item.span)
      }),
    ))
})
