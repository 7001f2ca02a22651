/** Values of a target as people read them. */
import { hasMessage, say, t } from '#kernel/text.ts'
import { dayText, numberText } from '#ui/figures.ts'
import type { Comparator } from '#modules/plan/public.ts'
import type { DraftValue } from './draft.ts'

const signs: Record<Comparator, string> = {
  at_least: '≥',
  more_than: '>',
  equal: '=',
  at_most: '≤',
  less_than: '<',
  range: '',
}

export const measureText = (unit: string) =>
  hasMessage(`plan.measure_unit.${unit}`) ? say(`plan.measure_unit.${unit}`) : unit

const figureText = (value: number) => numberText(value, 6)

/** "≥ 95 %" */
export function goalText({ comparator, goal, goalMax, unit, aim }: Omit<DraftValue, 'id'>): string {
  const figure = goalMax === null ? figureText(goal) : `${figureText(goal)}–${figureText(goalMax)}`
  const said = [signs[comparator], figure, measureText(unit)].filter(Boolean).join('\u00a0')
  return aim ? t('plan.value.aim', { goal: said }) : said
}

/** With what it is of, its level and its last day. */
export function valueText(value: DraftValue): string {
  const level =
    value.level && hasMessage(`plan.draft.level.${value.level}`) ? say(`plan.draft.level.${value.level}`) : ''
  const goal = [goalText(value), level].filter(Boolean).join(', ')
  return value.deadline ? t('plan.value.deadline', { goal, on: dayText(value.deadline) }) : goal
}
