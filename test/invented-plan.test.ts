import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#kernel/problem.ts'
import { extractPlan } from '#modules/texts/extraction.ts'
import { inventedPlan } from './invented-plan.ts'
import { expectSpansToHold, printedItems } from './plan-spans.ts'

const head =
  'ỦY BAN NHÂN DÂN TỈNH MẪU\nSố: 9/KH-UBND\nMẫu, ngày 02 tháng 01 năm 2025\nKẾ HOẠCH\nCHUYỂN ĐỔI SỐ NĂM 2025\n'

test('every plan in every manner is read: its figures, tasks, solutions, units, and where they stand', () => {
  fc.assert(
    fc.property(inventedPlan, ({ text, targets, tasks, solutions, units }) => {
      const plan = extractPlan(text)
      expect(
        plan.targets.map(({ values }) => values.map(({ comparator, value, unit }) => [comparator, value, unit])),
      ).toEqual(targets.map((bullet) => bullet.map(({ comparator, value, unit }) => [comparator, value, unit])))
      expect([plan.tasks.length, plan.solutions.length]).toEqual([tasks, solutions])
      expect(plan.duties.map(({ unit }) => unit)).toEqual(units)
      const refs = [...plan.targets, ...plan.tasks, ...plan.solutions, ...plan.duties].map(({ ref }) => ref)
      expect(new Set(refs).size).toBe(refs.length)
      expectSpansToHold(text, plan)
    }),
    { numRuns: 300 },
  )
})

const scrap = fc.constantFrom(
  'I. MỤC TIÊU',
  'II. NHIỆM VỤ',
  '1. ',
  '1.1. A',
  'a) B',
  '- ',
  '+ 95%',
  '|',
  '[1]',
  '\t',
  'PHỤ LỤC I',
  'Trên đây là',
  './.',
  'TT\tChỉ tiêu\tKế hoạch',
  'trước ngày 31/2',
  'báo cáo năm trước ngày 99',
  'Quý IX/2025',
  '0 - 0%',
  'họp năm',
  'VI. TỔ CHỨC THỰC HIỆN',
  'Căn cứ Luật số',
  '| 1 | |',
  '999999999999999999999%',
)

test('no text does anything but give a plan or be refused', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc
      .array(fc.oneof(scrap, fc.string({ maxLength: 30 })), { maxLength: 40 })
      .map((lines) => `${head}${lines.join('\n')}`),
  )
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const plan = extractPlan(text)
        const normal = text.normalize('NFC')
        for (const { span } of printedItems(plan)) {
          expect(span.start).toBeLessThanOrEqual(span.end)
          expect(span.end).toBeLessThanOrEqual(normal.length)
        }
      } catch (problem) {
        if (!(problem instanceof Problem)) throw problem
      }
    }),
    { numRuns: 1000 },
  )
})

describe('one thing over and over is read to its end', () => {
  const long = (piece: string) => piece.repeat(Math.ceil(250_000 / piece.length))
  const pieces = [
    '1',
    '1.1 ',
    '95% ',
    '[1',
    '   ',
    '\n',
    '|',
    'a) X\n',
    '- 1%\n+ 2%\n',
    'số: 12/',
    'báo cáo năm trước ngày ',
    '01/02/2025 ',
    'PHỤ LỤC\n',
  ]
  test.each([...pieces, 'TT\tChỉ tiêu\tĐVT\n'])('%j', (piece) => {
    const plan = extractPlan(`${head}I. CHỈ TIÊU\n- 5% hộ.\n- Y ${long(piece)}`)
    expect(plan.targets[0]).toMatchObject({ ref: 'I-1', text: '5% hộ.' })
  })
})
