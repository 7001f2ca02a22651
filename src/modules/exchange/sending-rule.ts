/** How often and how long something is tried: dated numbers of our own, which say that they are. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/exchange-rules.json' with { type: 'json' }

const Seconds = z.int().min(1)

export const SendingRule = z.object({
  code: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  /** Nobody has laid it down. */
  assumed: z.boolean(),
  /** Messages of different dossiers on their way at the same time. */
  atOnce: z.int().min(1).max(50),
  mostPerRun: z.int().min(1),
  /** Who took a message and said nothing for so long has died. */
  leaseSeconds: Seconds,
  timeoutSeconds: z.number().min(0.01),
  backOff: z.object({ firstSeconds: Seconds, mostSeconds: Seconds, jitter: z.number().min(0).max(1) }),
  /** After an answer that never came, before the other side is asked whether it has it. */
  checkAfterSeconds: Seconds,
  mostAttempts: z.int().min(1),
  circuit: z.object({ failures: z.int().min(1), openSeconds: Seconds, mostOpenSeconds: Seconds }),
  reconcile: z.object({
    daysBack: z.int().min(1),
    pageSize: z.int().min(1),
    mostPages: z.int().min(1),
    /** How often one difference is sent again before it is left to an officer. */
    mostRequeues: z.int().min(0),
    /** What changed more recently may still be on its way. */
    quietMinutes: z.int().min(0),
  }),
})
export type SendingRule = z.infer<typeof SendingRule>

const rules = z.array(SendingRule).min(1).parse(file.rules)

export function sendingRuleOn(on: Day, all: readonly SendingRule[] = rules): SendingRule {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('no rule for sending')
  return found
}

/** The last figures of an id are chance: two messages that failed together do not come back together. */
const chanceOf = (id: string, attempts: number): number =>
  (((Number.parseInt(id.slice(-6), 16) || 0) * (2 * attempts + 1)) % 0x1000000) / 0x1000000

/** Seconds until it is tried again after so many attempts. */
export function backOff({ firstSeconds, mostSeconds, jitter }: SendingRule['backOff'], attempts: number, id: string) {
  const whole = Math.min(mostSeconds, firstSeconds * 2 ** Math.min(30, Math.max(0, attempts - 1)))
  return Math.max(1, whole * (1 - jitter * chanceOf(id, attempts)))
}

/** Seconds for which a system is left alone when it failed again after so many pauses. */
export const pauseAfter = ({ openSeconds, mostOpenSeconds }: SendingRule['circuit'], trips: number): number =>
  Math.min(mostOpenSeconds, openSeconds * 2 ** Math.min(20, Math.max(0, trips - 1)))
