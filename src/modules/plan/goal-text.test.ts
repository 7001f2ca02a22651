import { expect, test } from 'vitest'
import { addMessages, inLocale } from '#kernel/text.ts'
import { numberText } from '#ui/figures.ts'
import { messages } from './target.messages.vi.ts'
import { type GoalParts, goalsText, goalText } from './goal-text.ts'

addMessages('vi', messages)

const number = (value: number) => numberText(value, 2)
const goal = (comparator: GoalParts['comparator'], value: number, unit: string, goalMax: number | null = null) => ({
  comparator,
  goal: value,
  goalMax,
  unit,
})
const said = (write: () => string) => inLocale('vi', write).replaceAll('\u00a0', ' ')

test('a goal is written as people write it', () => {
  expect(said(() => goalText(goal('at_least', 95, 'percent'), number))).toBe('≥ 95 %')
  expect(said(() => goalText(goal('more_than', 90, 'percent'), number))).toBe('> 90 %')
  expect(said(() => goalText(goal('equal', 100, 'percent'), number))).toBe('100 %')
  expect(said(() => goalText(goal('at_most', 24, 'hours'), number))).toBe('≤ 24 giờ')
  expect(said(() => goalText(goal('range', 1, 'ranks', 2), number))).toBe('1–2 bậc')
  expect(said(() => goalText(goal('at_least', 12.5, ''), number))).toBe('≥ 12,5')
})

test('a unit that only the plan knows is kept as printed', () => {
  expect(said(() => goalText(goal('at_least', 3, 'mô hình'), number))).toBe('≥ 3 mô hình')
})

test('several goals share what they have in common', () => {
  const levels = [90, 85, 70].map((value) => goal('equal', value, 'percent'))
  expect(said(() => goalsText(levels, number))).toBe('90 / 85 / 70 %')
  const mixed = [goal('equal', 100, 'percent'), goal('at_least', 80, 'percent')]
  expect(said(() => goalsText(mixed, number))).toBe('100 %; ≥ 80 %')
  expect(said(() => goalsText([], number))).toBe('')
})
