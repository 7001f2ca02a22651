/** The numbers of the one-stop law, dated: 15:00, once, three working days, a day before. Each says where it is written. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/one-stop-rules.json' with { type: 'json' }

/** `verified: false`: nobody has held it against the text in force, and every page that shows it says so. */
const Grounds = { citation: z.string(), verified: z.boolean() }
const cutOff = z.string().regex(/^\d{2}:\d{2}$/)

export const OneStopRules = z.object({
  code: z.string(),
  validFrom: Day.nullable(),
  /** The last day in force. */
  validTo: Day.nullable(),
  note: z.string().optional(),
  /** What is received after this goes to the handling unit at the start of the next working day. */
  handOver: z.object({ cutOff, ...Grounds }),
  /** Of procedures answered within the day: received after this, the result is due on the next working day. */
  sameDay: z.object({ cutOff, ...Grounds }),
  /** The officer's first answer to what was filed online. */
  firstAnswer: z.object({ workingHours: z.number().positive(), ...Grounds }),
  /** How often a dossier may be sent back for more; beyond that a supervisor answers for it. */
  supplement: z.object({ most: z.int().min(0), ...Grounds }),
  /** After a notice so early that it can be called part of the reception, time counts anew. `null`: it never does. */
  countsAnew: z.object({ noticeWithinWorkingDays: z.int().min(0), ...Grounds }).nullable(),
  extension: z.object({ most: z.int().min(0), apologyDaysBefore: z.int().min(0), ...Grounds }),
  /** When the clock of a dossier starts that was received away from the agency that decides. */
  elsewhere: z.object({ startsAt: z.enum(['received', 'reached_competent']), ...Grounds }),
  /** A term in days of the calendar that ends on a day off. */
  counting: z.object({ offDay: z.enum(['stay', 'earlier', 'later']), ...Grounds }),
})
export type OneStopRules = z.infer<typeof OneStopRules>

const rules = z.array(OneStopRules).min(1).parse(file.rules)

/** A dossier keeps the rules of the day on which it was received. Before the first ones, the first. */
export function oneStopRulesOn(on: Day, all: readonly OneStopRules[] = rules): OneStopRules {
  const found = all.findLast(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on)) ?? all[0]
  if (!found) throw new Error('there are no rules of the one-stop')
  return found
}
