/** How long what was not filed is kept: the province's own choice, as dated data. */
import { z } from 'zod'
import { Day, plusDays } from '#kernel/time.ts'
import file from '../../../data/national/draft-retention.json' with { type: 'json' }

export const Retention = z.object({
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  /** Nobody above the province has laid it down. */
  assumed: z.boolean(),
  /** Counted from the last change. */
  draftDays: z.int().min(1),
  stashHours: z.int().min(1),
})
export type Retention = z.infer<typeof Retention>

const retentions = z.array(Retention).min(1).parse(file.retentions)

/** Of the day; before the first one, the first. */
export function retentionOn(on: Day, all: readonly Retention[] = retentions): Retention {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('nothing says how long drafts are kept')
  return found
}

/** The last day on which a draft that was changed today is there. */
export const draftExpiresOn = (today: Day): Day => plusDays(today, retentionOn(today).draftDays)
