/** What a dossier comes to under its service: its papers and its fees, for the answers that count. */
import { holds, type Scope, worth } from '#fields/evaluate.ts'
import type { Answers } from '#fields/form.ts'
import type { Knowns } from '#fields/known.ts'
import type { Day } from '#kernel/time.ts'
import {
  type Channel,
  classesOf,
  feeLines,
  type Fees,
  type HeldFact,
  type Papers,
  papersFor,
  type Saying,
  type Service,
} from '#modules/services/public.ts'

function sayingOf(scope: Scope): Saying {
  return {
    holds: (expression) => holds(expression, scope),
    numberOf: (expression) => {
      const value = worth(expression, scope)
      return typeof value === 'number' ? value : null
    },
  }
}

export type Reckoned = {
  readonly caseCode: string
  readonly channel: Channel
  readonly answers: Answers
  readonly today: Day
}

export const feesOf = (service: Service, { caseCode, channel, answers, today }: Reckoned): Fees =>
  feeLines(service, {
    case: caseCode,
    channel,
    saying: sayingOf({ answers, today }),
    classes: classesOf(answers),
    on: today,
  })

export function papersOf(service: Service, { caseCode, answers, today }: Reckoned, knowns: Knowns): Papers {
  const known = new Map<string, HeldFact>()
  for (const [key, fact] of Object.entries(knowns)) if (fact) known.set(key, { says: fact.says, at: fact.at })
  return papersFor(service, { case: caseCode, saying: sayingOf({ answers, today }), known })
}
