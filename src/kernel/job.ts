/** A piece of background work: declared by a module, written down with the change that wants it, done by a worker. */
import type { z } from 'zod'
import type { Ctx } from './ctx.ts'

export type Job<In extends z.ZodType = z.ZodType> = {
  /** `plan.reminder.send` */
  readonly name: string
  readonly input: In
  /** How often it is tried again after it failed the first time, at growing intervals; at most `mostRetries`. */
  readonly retries: number
  /**
   * May be run again after it was cut off half way, so it must not do twice what may be done only once. Not in a
   * transaction: it opens its own, and does nothing slow inside.
   */
  readonly run: (ctx: Ctx, input: z.output<In>) => Promise<void>
}

export const job = <In extends z.ZodType>(declared: Job<In>): Job<In> => declared

/** A job that comes round by itself, with `{}` as its input. */
export type Schedule = {
  /** Of the job. */
  readonly name: string
  /** `minute hour day month weekday` */
  readonly cron: string
  readonly tz: 'Asia/Ho_Chi_Minh'
}

export const mostRetries = 20

export type JobState = 'created' | 'retry' | 'active' | 'completed' | 'cancelled' | 'failed'

export type JobRow = {
  id: string
  name: string
  state: JobState
  /** How often it was tried again. */
  retries: number
  createdAt: Date
  /** Not before this. */
  startAfter: Date
  startedAt: Date | null
  completedAt: Date | null
  /** What went wrong the last time; null when nothing did. */
  error: string | null
}
