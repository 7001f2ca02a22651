import { expect, test } from 'vitest'
import { inLocale } from '#kernel/text.ts'
import { numberText } from '#ui/figures.ts'
import { type GoalParts, goalsText, goalText } from './goal-text.ts'

const number = (value: number) => inLocale('vi', () => numberText(value, 2))
const goal = (comparator: GoalParts['comparator'], value: number, unit: string, goalMax: number | null = null) => ({
  comparator,
  goal: value,
  goalMax,
  unit,
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a goal is written as people write it', () => {
  expect(plain(goalText(goal('at_least', 95, '%'), number))).toBe('≥ 95 %')
  expect(plain(goalText(goal('more_than', 90, '%'), number))).toBe('> 90 %')
  expect(plain(goalText(goal('equal', 100, '%'), number))).toBe('100 %')
  expect(plain(goalText(goal('at_most', 24, 'giờ'), number))).toBe('≤ 24 giờ')
  expect(plain(goalText(goal('range', 1, 'bậc', 2), number))).toBe('1–2 bậc')
  expect(plain(goalText(goal('at_least', 12.5, ''), number))).toBe('≥ 12,5')
})

test('several goals share what they have in common', () => {
  const levels = [90, 85, 70].map((value) => goal('equal', value, '%'))
  expect(plain(goalsText(levels, number))).toBe('90 / 85 / 70 %')
  const mixed = [goal('equal', 100, '%'), goal('at_least', 80, '%')]
  expect(plain(goalsText(mixed, number))).toBe('100 %; ≥ 80 %')
  expect(goalsText([], number)).toBe('')
})
