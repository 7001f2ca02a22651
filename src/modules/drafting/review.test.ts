import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unitNamed, unitsMeant } from './addressee.ts'
import type { Draft } from './draft.ts'
import { extractPlan } from '#modules/texts/public.ts'
import { draftOf } from './first-draft.ts'
import { planCode } from './plan-code.ts'
import { publicationOf } from './publication.ts'
import { excerptOf, type Piece, type Shown, viewOf } from './review.ts'
import { linePath, sourcePageOf } from '#modules/plan/public.ts'
import { TypedItem } from './typed.ts'
import { contentOf } from './version.ts'

const text = readFileSync('test/plans/parts.txt', 'utf8').normalize('NFC')
let last = 0
const draft = draftOf(extractPlan(text), () => `id-${++last}`)
const plain = (words: string) => words.replace(/\s+/g, ' ').trim()

const many = (count: number): Draft => ({
  ...draft,
  items: Array.from({ length: count }, (_, at) => {
    const [item] = draft.items
    if (!item) throw new Error('nothing was read')
    return { ...item, id: `n${at}`, kind: 'task' as const, heading: `Nhóm ${Math.floor(at / 40)}`, doubts: [] }
  }),
})

describe('one page of the review', () => {
  test('shows the targets first, and what an address names wrongly is taken for them', () => {
    for (const asked of [{}, { sheet: 'khong-co' }, { sheet: 'chi-tieu', section: 'la', page: 99 }])
      expect(viewOf(draft, asked).sheet).toBe('target')
  })

  test('of a long plan holds one heading, thirty items at most', () => {
    const view = viewOf(many(100), { sheet: 'nhiem-vu', section: 'nhom-1', page: 2 })
    expect(view.sections.map(({ heading }) => heading)).toEqual(['Nhóm 0', 'Nhóm 1', 'Nhóm 2'])
    expect(view.shown.map(({ n }) => n)).toEqual(Array.from({ length: 10 }, (_, at) => String(71 + at)))
  })

  test('finds an item wherever it stands', () =>
    fc.assert(
      fc.property(fc.nat(99), (at) => {
        const view = viewOf(many(100), { sheet: 'nhiem-vu', item: `n${at}` })
        expect(view.shown.some(({ item }) => item.id === `n${at}`)).toBe(true)
      }),
    ))

  test('puts what is not sure in the order of the text', () => {
    const starts = viewOf(draft, { sheet: 'chua-chac' }).shown.map(({ item }) => item.span?.start ?? 0)
    expect(starts.length).toBeGreaterThan(1)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

describe('the source beside the items', () => {
  const markedAs = (pieces: readonly Piece[], n: string) => {
    const from = pieces.findIndex((piece) => piece.n === n)
    return pieces
      .slice(from)
      .map(({ text: words }) => words)
      .join('')
  }

  test('has one mark for each item, before the very words it was read from', () =>
    fc.assert(
      fc.property(fc.subarray(draft.items), (items) => {
        const shown = items.map((item, at): Shown => ({ n: String(at + 1), item }))
        const pieces = excerptOf(text, shown).flatMap((block) => (block.kind === 'text' ? block.pieces : []))
        expect(pieces.filter(({ n }) => n !== undefined)).toHaveLength(items.length)
        for (const { n, item } of shown) {
          const words = plain(text.slice(item.span?.start, item.span?.end))
          expect(plain(markedAs(pieces, n)).startsWith(words.slice(0, 20))).toBe(true)
        }
      }),
    ))

  test('is the text itself, no word twice, where nothing is left out', () => {
    const shown = draft.items.map((item, at): Shown => ({ n: String(at + 1), item }))
    const blocks = excerptOf(text, shown)
    const words = blocks.map((block) =>
      block.kind === 'gap' ? '…' : plain(block.pieces.map((piece) => piece.text).join('')),
    )
    for (const stretch of words.join(' ').split('…')) expect(plain(text)).toContain(plain(stretch))
  })

  test('is empty for items that were added by hand', () => {
    const [item] = draft.items
    expect(excerptOf(text, item ? [{ n: '1', item: { ...item, span: null } }] : [])).toEqual([])
  })

  test('in pages of lines has every line once, where its link leads', () => {
    const long = Array.from({ length: 1001 }, (_, at) => `dòng ${at + 1}`).join('\n')
    const pages = [1, 2, 3].map((page) => sourcePageOf(long, page))
    expect(pages.flatMap(({ lines }) => lines).join('\n')).toBe(long)
    expect(linePath('x', 400)).toBe('/ke-hoach/x/van-ban#dong-400')
    expect(linePath('x', 401)).toBe('/ke-hoach/x/van-ban?trang=2#dong-401')
    expect(sourcePageOf(long, Number.NaN).from).toBe(1)
    expect(sourcePageOf(long, 99).page).toBe(3)
  })
})

describe('what is typed', () => {
  const value = { comparator: 'at_least', unit: 'percent', aim: 'false', level: '', subject: '', id: '' }
  const read = (typed: object) => TypedItem.safeParse({ values: { 0: { ...value, ...typed } } })
  test('figures with a comma, thousands with a dot, days as people write them', () => {
    expect(read({ goal: '80,5', deadline: '5/6/2025' }).data?.values?.[0]).toMatchObject({
      goal: 80.5,
      deadline: '2025-06-05',
    })
    expect(read({ goal: '1.200', deadline: '' }).data?.values?.[0]).toMatchObject({ goal: 1200, deadline: null })
    expect(read({ goal: '', deadline: '' }).data?.values?.[0]?.goal).toBeNull()
  })
  test('what is no figure and no day is refused at its field', () => {
    expect(read({ goal: 'nhiều' }).error?.issues[0]?.path).toEqual(['values', 0, 'goal'])
    expect(read({ goal: '5', deadline: '31/2/2025' }).error?.issues[0]?.path).toEqual(['values', 0, 'deadline'])
  })
  test('several days in one box', () => {
    expect(TypedItem.parse({ days: '20/3/2025; 2025-06-20;' }).days).toEqual(['2025-03-20', '2025-06-20'])
  })
})

const units = [
  { id: 1, name: 'Ủy ban nhân dân tỉnh Mẫu', shortName: 'UBND tỉnh', kind: 'province' },
  { id: 2, name: 'Sở Tài chính', shortName: null, kind: 'department' },
  { id: 3, name: 'Sở Thông tin và Truyền thông', shortName: 'Sở TT&TT', kind: 'department' },
  { id: 4, name: 'UBND huyện Đông', shortName: null, kind: 'district' },
  { id: 5, name: 'UBND xã An Bình', shortName: null, kind: 'commune' },
]

describe('whom the words mean', () => {
  test('one unit by its name, however the committee is written', () => {
    expect(unitNamed('Sở Tài chính', units)?.id).toBe(2)
    expect(unitNamed('Ủy ban nhân dân huyện Đông', units)?.id).toBe(4)
    expect(unitNamed('Sở', units)).toBeUndefined()
    expect(unitNamed('', units)).toBeUndefined()
  })
  test('a group of units by its kind', () => {
    const meant = (words: string) => unitsMeant(words, units).map(({ id }) => id)
    expect(meant('Các sở, ban, ngành tỉnh, Ủy ban nhân dân các huyện, thị xã, thành phố')).toEqual([2, 3, 4])
    expect(meant('Ủy ban nhân dân các xã, phường, thị trấn')).toEqual([5])
    expect(meant('Các doanh nghiệp viễn thông')).toEqual([])
  })
})

describe('what a version puts in force', () => {
  const all = { ...draft, items: draft.items.map((item) => ({ ...item, state: 'confirmed' as const })) }
  const live = publicationOf(contentOf(all, text), units)
  test('targets with their figures, tasks, and who leads where the text says so', () => {
    expect(live.targets).toHaveLength(draft.items.filter(({ kind }) => kind === 'target').length)
    expect(live.values.every(({ targetId }) => live.targets.some(({ id }) => id === targetId))).toBe(true)
    expect(live.tasks.find(({ wording }) => wording.includes('bố trí kinh phí'))?.leadUnitId).toBe(2)
  })
  test('the units that must issue a plan of their own, with the day', () => {
    expect(live.asks).toContainEqual({ unitId: 4, dueOn: '2025-03-31' })
  })
})

test('the code of a plan tells its number and year', () => {
  const head = { ...draft.document, number: '466/KH-UBND' }
  expect(planCode({ ...head, issuedOn: null, year: 2024 }, 'abcdef0123')).toBe('466-kh-ubnd-2024')
  expect(planCode({ ...head, number: null }, 'abcdef0123')).toBe('du-thao-abcdef01')
})
