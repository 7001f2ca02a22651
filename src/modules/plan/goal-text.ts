/** What a target asks for, as people write it: "≥ 95 %", "1–2 bậc", "90 / 85 / 70 %". */
import { hasMessage, say } from '#kernel/text.ts'
import type { Comparator } from './plan.ts'

const signs: Record<Comparator, string> = {
  at_least: '≥',
  more_than: '>',
  equal: '',
  at_most: '≤',
  less_than: '<',
  range: '',
}
const nbsp = '\u00a0'

export type GoalParts = {
  readonly comparator: Comparator
  readonly goal: number
  readonly goalMax: number | null
  readonly unit: string
}

/** `number` writes figures in the language of the reader (`numberText`). */
type Write = (value: number) => string

/** `percent` is "%" and `hours` is "giờ" in the language of the reader; any other unit is a word of the plan itself. */
export function unitWord(unit: string): string {
  const key = `plan.measure_unit.${unit}`
  return hasMessage(key) ? say(key) : unit
}

const sign = ({ comparator }: GoalParts) => (signs[comparator] ? `${signs[comparator]}${nbsp}` : '')
const figure = ({ goal, goalMax }: GoalParts, number: Write) =>
  goalMax === null ? number(goal) : `${number(goal)}–${number(goalMax)}`

const withUnit = (unit: string) => (unit ? nbsp + unitWord(unit) : '')

export const goalText = (parts: GoalParts, number: Write): string =>
  `${sign(parts)}${figure(parts, number)}${withUnit(parts.unit)}`

/** Several numbers of one target in one breath, when they share their sign and unit; else each by itself. */
export function goalsText(all: readonly GoalParts[], number: Write): string {
  const [first, ...others] = all
  if (!first) return ''
  const alike = others.every((one) => one.unit === first.unit && one.comparator === first.comparator)
  if (others.length === 0) return goalText(first, number)
  if (!alike) return all.map((one) => goalText(one, number)).join('; ')
  const figures = all.map((one) => figure(one, number)).join(' / ')
  return `${sign(first)}${figures}${withUnit(first.unit)}`
}

/** A value beside its unit. */
export const valueText = (value: number, unit: string, number: Write): string => `${number(value)}${withUnit(unit)}`
