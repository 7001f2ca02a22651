/** The numbers of direction, dated. Nobody above the province has laid them down, and pages say so. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/overview-rules.json' with { type: 'json' }

const OverviewRules = z.object({
  code: z.string(),
  validFrom: Day.nullable(),
  /** The last day in force. */
  validTo: Day.nullable(),
  assumed: z.boolean(),
  /** A dossier whose time runs and that nobody touched for so long is looked at. */
  unmovedWorkingDays: z.int().positive(),
  /** To answer an instruction, when the sender says nothing else. */
  answerWorkingDays: z.int().positive(),
  remindWorkingDaysBefore: z.int().min(0),
  escalateWorkingDaysAfter: z.int().min(0),
})
export type OverviewRules = z.infer<typeof OverviewRules>

const rules = z.array(OverviewRules).min(1).parse(file.rules)

/** Before the first, the first. */
export function overviewRulesOn(on: Day): OverviewRules {
  const found = rules.findLast(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on)) ?? rules[0]
  if (!found) throw new Error('nothing says how dossiers are directed')
  return found
}
