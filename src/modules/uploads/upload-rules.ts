/** How files are made fit and when one looks hard to read: dated numbers of our own, which say that they are. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import file from '../../../data/national/upload-rules.json' with { type: 'json' }

export const UploadRules = z.object({
  code: z.string(),
  validFrom: Day,
  /** The last day in force. */
  validTo: Day.nullable(),
  /** Nobody above the province has laid it down. */
  assumed: z.boolean(),
  /** A photo is made smaller than this, in pixels; large enough for 200 dots an inch on A4. */
  photo: z.object({ longSide: z.int().min(2339), quality: z.int().min(50).max(100) }),
  legible: z.object({
    longSide: z.int().min(1),
    sharpness: z.number().min(0),
    darkness: z.number().min(0).max(255),
    glareShare: z.number().min(0).max(1),
    glareUnder: z.number().min(0).max(255),
  }),
  /** What never came to its end goes after so many days; what nobody used, after these. */
  unfinishedDays: z.int().min(1),
  unusedDays: z.int().min(1),
  /** Of one owner. */
  mostUnused: z.object({ files: z.int().min(1), megabytes: z.int().min(1) }),
  mostParts: z.int().min(2),
  /** Of all browsers behind one address in which nobody has signed in: files at once, and so many more a minute. */
  strangers: z.object({ atOnce: z.int().min(1), perMinute: z.int().min(1) }),
})
export type UploadRules = z.infer<typeof UploadRules>

const rules = z.array(UploadRules).min(1).parse(file.rules)

export function uploadRulesOn(on: Day, all: readonly UploadRules[] = rules): UploadRules {
  const found = all.findLast(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on) ?? all[0]
  if (!found) throw new Error('no rules for uploads')
  return found
}
