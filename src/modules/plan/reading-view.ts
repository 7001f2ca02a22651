/** What machines are told of a number of the plan: its goal, what is known, how it stands. */
import { z } from 'zod'
import { Day } from '#kernel/time.ts'
import { comparators } from './plan.ts'
import { type Standing, standings } from './status.ts'

/** Sentences as keys of the catalogue with what they speak of: another system says them in its own words. */
export const SentenceView = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

const Reading = z.object({
  on: Day,
  value: z.number(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  units: z.int(),
})

export const ValueView = z.object({
  id: z.uuid(),
  subject: z.string(),
  level: z.string().nullable(),
  comparator: z.enum(comparators),
  goal: z.number(),
  goalMax: z.number().nullable(),
  unit: z.string(),
  aim: z.boolean(),
  deadline: Day,
  measureCode: z.string().nullable(),
  standing: z.enum(standings),
  gap: z.number().nullable(),
  forecast: z.number().nullable(),
  why: SentenceView,
  readings: z.array(Reading),
})

type Status = {
  readonly status: Standing
  readonly gap: number | null
  readonly forecast: number | null
  readonly why: z.infer<typeof SentenceView>
}

export const statusView = ({ status, gap, forecast, why }: Status) => ({ standing: status, gap, forecast, why })

export const NoteView = z.object({
  id: z.uuid(),
  kind: z.enum(['progress', 'risk', 'risk_closed']),
  wording: z.string(),
  shareDone: z.number().nullable(),
  at: z.iso.datetime(),
  by: z.string().nullable(),
  unitId: z.int(),
  fileName: z.string().nullable(),
})
