/** What an expression of a service says about one dossier. Rules ask it and do not know the language of expressions. */
import { holds, worth } from '#fields/evaluate.ts'
import type { Answers } from '#fields/form.ts'
import type { Day } from '#kernel/time.ts'

export type Saying = {
  /** Whether it holds; what nobody has answered yet does not. */
  readonly holds: (expression: string) => boolean
  /** The number it gives; `null` while an answer is missing. */
  readonly numberOf: (expression: string) => number | null
}

export function sayingOf(answers: Answers, on: Day): Saying {
  const scope = { answers, today: on }
  return {
    holds: (expression) => holds(expression, scope),
    numberOf: (expression) => {
      const value = worth(expression, scope)
      return typeof value === 'number' ? value : null
    },
  }
}
