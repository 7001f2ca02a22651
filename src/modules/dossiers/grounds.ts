/** Under what each act on a dossier stands, as of a day; and the coded reasons one chooses from. */
import { z } from 'zod'
import { Words } from '#fields/form.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { Day, dayOf } from '#kernel/time.ts'
import file from '../../../data/national/dossier-acts.json' with { type: 'json' }

const groundNames = [
  'receive',
  'refuse_at_desk',
  'supplement',
  'hand_over',
  'process',
  'consult',
  'extend',
  'refuse',
  'issue',
  'return',
  'stop',
  'withdraw',
  'payment',
] as const
export type GroundName = (typeof groundNames)[number]

/** `verified: false`: nobody has held it against the text in force, and pages say so. */
const Ground = z.object({ citation: z.string(), verified: z.boolean() })
export type Ground = z.infer<typeof Ground>

const Reason = Words.extend({ code: z.string() })
export type Reason = z.infer<typeof Reason>

const Acts = z.object({
  acts: z
    .array(
      z.object({ validFrom: Day.nullable(), validTo: Day.nullable(), grounds: z.record(z.enum(groundNames), Ground) }),
    )
    .min(1),
  reasons: z.object({
    refuse_at_desk: z.array(Reason),
    refuse: z.array(Reason),
    stop: z.array(Reason),
    defect: z.array(Reason),
  }),
  secondSupplement: Words.extend(Ground.shape),
})

const { acts, reasons, secondSupplement } = Acts.parse(file)
export { reasons, secondSupplement }

export const isReason = (of: keyof typeof reasons, code: string): boolean =>
  reasons[of].some((one) => one.code === code)

/** Before the first, the first. */
export function groundOn(name: GroundName, on: Day): Ground {
  const found = acts.findLast(({ validFrom, validTo }) => (validFrom ?? on) <= on && on <= (validTo ?? on)) ?? acts[0]
  if (!found) throw new Error('nothing says under what dossiers are handled')
  return found.grounds[name]
}

/** For the event of a command. */
export const citing =
  (name: GroundName) =>
  ({ now }: Pick<Ctx, 'now'>): string =>
    groundOn(name, dayOf(now)).citation
