/** Who may publish what, by the rule in force on the day. */
import { z } from 'zod'
import type { Key } from '#kernel/text.ts'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/service-rules.json' with { type: 'json' }
import { isInForce } from './fee.ts'

const PublishingRule = z.object({
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** Whoever changed the draft last does not publish it. */
  fourEyes: z.boolean(),
  /** Nobody has laid it down. */
  assumed: z.boolean(),
})
export type PublishingRule = z.infer<typeof PublishingRule>

const rules = z.array(PublishingRule).min(1).parse(file.rules)

export function publishingRuleOn(on: Day, all: readonly PublishingRule[] = rules): PublishingRule {
  const found = all.findLast((one) => isInForce(one, on)) ?? all[0]
  if (!found) throw new Error('there is no rule for publishing')
  return found
}

type Publishing = { faults: number; changedBy: string | null; accountId: string | null; rule: PublishingRule }

/** Why this draft is not published by this person now, or null. The page and the command ask the same. */
export function objectionToPublish({ faults, changedBy, accountId, rule }: Publishing): Key | null {
  if (faults > 0) return 'services.version.has_faults'
  return rule.fourEyes && changedBy !== null && changedBy === accountId ? 'services.version.own_draft' : null
}
