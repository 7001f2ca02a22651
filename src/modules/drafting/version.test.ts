import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { day } from '#kernel/time.ts'
import { Draft, type DraftItem } from './draft.ts'
import { extractPlan, passageOf, sourceOf } from '#modules/texts/public.ts'
import { draftOf } from './first-draft.ts'
import { carryOver } from './matching.ts'
import { type Content, contentOf, diffOf, isEmptyDiff, type VersionItem } from './version.ts'
import { likeness, wordDiff } from './wording.ts'

const text = readFileSync('test/plans/parts.txt', 'utf8').normalize('NFC')
let last = 0
const read = (from: string) => draftOf(extractPlan(from), () => `id-${++last}`)
const confirmed = (draft: Draft): Draft => ({
  ...draft,
  items: draft.items.map((item) => ({ ...item, state: 'confirmed' as const, title: `tên ${item.ref}` })),
})
const first = confirmed(read(text))
const content = contentOf(first, text)
const readAs = ({ span }: DraftItem) => (span ? passageOf(sourceOf(text), span.start, span.end).text : undefined)

const change = (words: string, to: (item: VersionItem) => VersionItem): Content => ({
  ...content,
  items: content.items.map((item) => (item.wording.includes(words) ? to(item) : item)),
})

describe('a draft that is kept', () => {
  test('reads back as it was written', () => expect(Draft.parse(JSON.parse(JSON.stringify(first)))).toEqual(first))
})

describe('a published content', () => {
  test('is what was confirmed, and nothing else', () => {
    const half = {
      ...first,
      items: first.items.map((item, at) => (at % 2 ? { ...item, state: 'dropped' as const } : item)),
    }
    expect(contentOf(half, text).items.length).toBe(Math.ceil(first.items.length / 2))
  })
})

describe('the difference of two versions', () => {
  test('of a version and itself is none', () => {
    expect(isEmptyDiff(diffOf(content, content))).toBe(true)
    expect(diffOf(content, content).unchanged).toBe(content.items.length)
  })

  test('does not count where something was read', () => {
    const moved = change('GRDP', (item) => ({ ...item, span: null }))
    expect(isEmptyDiff(diffOf(content, moved))).toBe(true)
  })

  test('names the field, and shows the wording word by word', () => {
    const after = change('GRDP', (item) => ({ ...item, ref: 'X.1', wording: `${item.wording} Sửa.` }))
    const [changed] = diffOf(content, after).changed
    expect(changed?.fields).toEqual([{ field: 'ref', before: changed?.before.ref, after: 'X.1' }])
    expect(changed?.wording?.at(-1)).toEqual({ kind: 'added', text: 'Sửa.' })
  })

  test('tells which value changed, came and went', () => {
    const after = change('GRDP', (item) => ({
      ...item,
      values: item.values.map((value) => ({ ...value, deadline: day('2025-06-30') })),
    }))
    expect(diffOf(content, after).changed[0]?.values).toMatchObject([
      { before: { deadline: '2025-12-31' }, after: { deadline: '2025-06-30' } },
    ])
    const without = change('GRDP', (item) => ({ ...item, values: [] }))
    expect(diffOf(content, without).changed[0]?.values[0]?.after).toBeNull()
    expect(diffOf(without, content).changed[0]?.values[0]?.before).toBeNull()
  })

  test('is turned round when the versions are', () =>
    fc.assert(
      fc.property(fc.subarray(content.items), fc.subarray(content.items), (some, others) => {
        const [a, b] = [
          { ...content, items: some },
          { ...content, items: others },
        ]
        const there = diffOf(a, b)
        const back = diffOf(b, a)
        const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort()
        expect(ids(there.added)).toEqual(ids(back.removed))
        expect(ids(there.removed)).toEqual(ids(back.added))
        expect(there.unchanged).toBe(back.unchanged)
      }),
    ))
})

describe('the difference of two wordings', () => {
  const words = fc.array(fc.constantFrom('thủ', 'tục', 'hồ', 'sơ', '95%', 'tỉnh'), { maxLength: 30 })
  test('holds both wordings whole', () =>
    fc.assert(
      fc.property(words, words, (a, b) => {
        const parts = wordDiff(a.join(' '), b.join(' '))
        const of = (...kinds: string[]) =>
          parts
            .filter(({ kind }) => kinds.includes(kind))
            .map(({ text: part }) => part)
            .join(' ')
        expect(of('same', 'removed')).toBe(a.join(' '))
        expect(of('same', 'added')).toBe(b.join(' '))
      }),
    ))

  test('keeps as many words as can be kept', () => {
    expect(wordDiff('Tối thiểu 95% thủ tục', 'Tối thiểu 98% thủ tục')).toEqual([
      { kind: 'same', text: 'Tối thiểu' },
      { kind: 'removed', text: '95%' },
      { kind: 'added', text: '98%' },
      { kind: 'same', text: 'thủ tục' },
    ])
  })

  test('likeness is 1 of the same, 0 of nothing shared, and the same both ways', () => {
    expect(likeness('hồ sơ trực tuyến', 'hồ sơ trực tuyến')).toBe(1)
    expect(likeness('hồ sơ', 'doanh nghiệp')).toBe(0)
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(likeness(a.join(' '), b.join(' '))).toBe(likeness(b.join(' '), a.join(' ')))
      }),
    )
  })
})

describe('a new text of a plan', () => {
  const carry = (from: string) => carryOver(first, read(from), readAs)
  const by = (draft: Draft, words: string) => draft.items.find(({ wording }) => wording.includes(words))

  test('that says the same keeps every id, name and confirmation', () => {
    const again = carry(text)
    expect(again.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id))
    expect(again.items.every(({ state }) => state === 'confirmed')).toBe(true)
    expect(isEmptyDiff(diffOf(content, contentOf(again, text)))).toBe(true)
  })

  test('with another figure keeps the ids, and has a person look again', () => {
    const again = carry(text.replace('≥ 80,5%', '≥ 90%'))
    const old = by(first, '80,5%')
    const now = by(again, '≥ 90%')
    expect(now).toMatchObject({ id: old?.id, title: old?.title, state: 'proposed' })
    expect(now?.values[0]).toMatchObject({ id: old?.values[0]?.id, goal: 90 })
    expect(now?.doubts[0]?.key).toBe('plan.doubt.wording_changed')
  })

  test('with a target more in front keeps the ids of those that moved', () => {
    const again = carry(
      text.replace('- Tỷ trọng kinh tế số', '- Tối thiểu 40% hộ kinh doanh có tài khoản số.\n- Tỷ trọng kinh tế số'),
    )
    expect(by(again, 'GRDP')).toMatchObject({ id: by(first, 'GRDP')?.id, state: 'confirmed' })
    expect(by(again, 'GRDP')?.ref).not.toBe(by(first, 'GRDP')?.ref)
    expect(by(again, 'hộ kinh doanh')?.state).toBe('proposed')
  })

  test('without a target keeps it dropped, to be restored', () => {
    const again = carry(text.replace(/- Thời gian xử lý[^\n]*\n/, ''))
    expect(by(again, 'Thời gian xử lý')).toMatchObject({ state: 'dropped', span: null })
  })

  test('has every place in the new text', () => {
    const longer = text.replace('PHẦN I\n', 'Lời dẫn thêm vào.\n\nPHẦN I\n')
    for (const { span, wording, state } of carry(longer).items) {
      if (!span || state === 'dropped') continue
      expect(passageOf(sourceOf(longer), span.start, span.end).text).toBe(wording)
    }
  })
})
