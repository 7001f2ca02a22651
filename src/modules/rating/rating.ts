/** How somebody was served, in their own marks and words. A rating is a condition for nothing. */
import type { FieldProblem } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { type Day, dayOf, plusDays } from '#kernel/time.ts'
import type { Dossier } from '#modules/dossiers/public.ts'
import type { RatingRules } from './rating-rule.ts'

/** Marks by criterion. */
export type Answers = Readonly<Record<string, string>>

/** After the result is given out, and not before: nobody shall rate to please. */
export const objectionToRate = ({ state }: Pick<Dossier, 'state'>): Key | null =>
  state === 'returned' ? null : 'rating.not_yet'

export const lastDayToChange = (givenAt: Date, { change }: RatingRules): Day => plusDays(dayOf(givenAt), change.days)

export const objectionToChange = (givenAt: Date, rules: RatingRules, today: Day): Key | null =>
  today <= lastDayToChange(givenAt, rules) ? null : 'rating.too_late_to_change'

/** Every mark on the scale, every criterion asked; what is needed is there. */
export function faultsOf(answers: Answers, { scale, criteria }: RatingRules): FieldProblem[] {
  const missing = criteria.asked.filter(({ code, needed }) => needed && answers[code] === undefined)
  const wrong = Object.entries(answers).filter(
    ([code, mark]) => !criteria.asked.some((one) => one.code === code) || !scale.marks.some((one) => one.code === mark),
  )
  return [
    ...missing.map(({ code }) => ({ path: `answers.${code}`, key: 'input.needed' as const })),
    ...wrong.map(([code]) => ({ path: `answers.${code}`, key: 'rating.not_on_the_sheet' as const })),
  ]
}

/** Somebody looks into it and answers. */
export const isLow = (answers: Answers, { scale, criteria }: RatingRules): boolean =>
  criteria.asked.some(({ code, opens }) => opens && scale.marks.some((mark) => mark.low && mark.code === answers[code]))

/** So few that numbers would tell who it was: they are not told at all. */
export const isTooFew = (count: number, { shown }: RatingRules): boolean => count < shown.least
