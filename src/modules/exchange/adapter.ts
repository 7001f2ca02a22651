/** Which contract another system has on a day: names of services and codes, as dated data. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/exchange-adapters.json' with { type: 'json' }

const codesOf = <T extends string>(names: readonly T[]) => z.record(z.enum(names), z.string())

export const Adapter = z.object({
  system: z.string(),
  code: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  citation: z.string(),
  assumed: z.boolean(),
  assumptions: z.array(z.string()),
  services: z.object({ dossier: z.string(), progress: z.string(), lookUp: z.string() }),
  /** What `error_code` says when all is well. */
  ok: z.array(z.string()).min(1),
  sessionMinutes: z.int().min(1),
  /** A refusal that says one of them speaks of the session, not of what was told. */
  sessionWords: z.array(z.string()),
  codes: z.object({
    way: codesOf(['direct', 'online', 'post']),
    channel: codesOf(['direct', 'online', 'post']),
    applicant: codesOf(['citizen', 'business', 'household_business']),
    copy: codesOf(['original', 'copy', 'electronic']),
    fee: codesOf(['ordinary', 'appraisal', 'extension']),
    collected: codesOf(['at_reception', 'at_supplement', 'at_return']),
    paidOnline: codesOf(['no', 'national', 'other']),
    limitUnit: codesOf(['working_hour', 'working_day', 'day', 'month']),
    yes: z.string(),
    no: z.string(),
  }),
})
export type Adapter = z.infer<typeof Adapter>

const adapters = z.array(Adapter).min(1).parse(file.adapters)

/** Null: nobody has agreed on how to speak to that system on that day. */
export const adapterOn = (system: string, on: Day, all: readonly Adapter[] = adapters): Adapter | null =>
  all.findLast((one) => one.system === system && one.validFrom <= on && (one.validTo ?? on) >= on) ?? null

/** All systems that a contract is known with. */
export const systems: readonly string[] = [...new Set(adapters.map(({ system }) => system))]
