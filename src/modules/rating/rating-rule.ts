/** The sheet of ratings, dated: its scale, what is asked, and the numbers that go with it. */
import { z } from 'zod'
import { Words } from '#fields/form.ts'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/rating-rules.json' with { type: 'json' }

/** `verified: false`: a choice of the platform or not held against the text in force, and pages say so. */
const Grounds = { citation: z.string(), verified: z.boolean() }

const Mark = Words.extend({ code: z.string(), low: z.boolean() })
/** `opens`: a low mark here is looked into and answered. */
const Criterion = Words.extend({ code: z.string(), needed: z.boolean(), opens: z.boolean() })

export const RatingRules = z.object({
  code: z.string(),
  validFrom: Day.nullable(),
  /** The last day in force. */
  validTo: Day.nullable(),
  scale: z.object({ marks: z.array(Mark).min(2), ...Grounds }),
  criteria: z.object({ asked: z.array(Criterion).min(1), ...Grounds }),
  /** For so long its owner may rate anew. */
  change: z.object({ days: z.int().min(0), ...Grounds }),
  answer: z.object({ workingDays: z.int().positive(), ...Grounds }),
  /** Fewer ratings than these are not told as numbers. */
  shown: z.object({ least: z.int().positive(), ...Grounds }),
})
export type RatingRules = z.infer<typeof RatingRules>

const rules = z.array(RatingRules).min(1).parse(file.rules)

/** Before the first, the first. */
export function ratingRulesOn(on: Day): RatingRules {
  const found = rules.findLast(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on)) ?? rules[0]
  if (!found) throw new Error('nothing says how ratings are asked')
  return found
}
