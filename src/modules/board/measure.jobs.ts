/** Every morning: what was due up to yesterday is counted from the rows. Days that were missed are made up for. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { job, type Schedule } from '#kernel/job.ts'
import type { Fact, Period } from '#kernel/measure.ts'
import { rollUp } from '#kernel/measure-closing.store.ts'
import { recordFacts } from '#kernel/measure-fact.store.ts'
import { type Day, day, dayOf, plusDays } from '#kernel/time.ts'
import { flowFacts, type MeasureCode, measureCodes, stockFacts } from './measure.ts'
import { askedFigures, dueTasks, firstYear } from '#modules/plan/public.ts'
import { holdCountedTo, standingBefore, updateCountedTo } from './measure.store.ts'
import { wantedAnswers } from '#modules/direction/public.ts'

const counts: Readonly<Record<MeasureCode, (db: Db, within: Period) => Promise<Fact[]>>> = {
  'plan.figures_given': async (db, within) => flowFacts('plan.figures_given', await askedFigures(db, within)),
  'plan.tasks_on_time': async (db, within) => {
    const before = await standingBefore(db, 'plan.tasks_on_time', within.from)
    return stockFacts('plan.tasks_on_time', await dueTasks(db), within, before)
  },
  'plan.reminders_answered': async (db, within) =>
    flowFacts('plan.reminders_answered', await wantedAnswers(db, within)),
}

/** One transaction counts so many days at most. */
const daysAtOnce = 62

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/** Whether there may be more to count. */
const countSome = (ctx: Ctx, measure: MeasureCode, to: Day): Promise<boolean> =>
  ctx.db.transaction().execute(async (db) => {
    const countedTo = await holdCountedTo(db, measure)
    const year = countedTo === null ? await firstYear(db) : null
    if (countedTo === null && year === null) return false
    const from = countedTo === null ? day(`${year}-01-01`) : plusDays(countedTo, 1)
    if (from > to) return false
    const within = { from, to: earlier(to, plusDays(from, daysAtOnce - 1)) }
    await recordFacts(db, await counts[measure](db, within), ctx.now)
    await updateCountedTo(db, measure, within.to)
    return true
  })

/** Up to yesterday, from the day after the last one counted. May run as often as it likes: a day is counted once. */
export async function countMeasures(ctx: Ctx): Promise<void> {
  const yesterday = plusDays(dayOf(ctx.now), -1)
  for (const measure of measureCodes) while (await countSome(ctx, measure, yesterday));
  await rollUp(ctx.db, dayOf(ctx.now))
}

const countJob = job({
  name: 'plan.measure.count',
  input: z.object({}),
  retries: 3,
  run: countMeasures,
})

export const measureJobs = [countJob]

/** Before the reminders climb and people come. */
export const measureSchedules: readonly Schedule[] = [
  { name: countJob.name, cron: '15 5 * * *', tz: 'Asia/Ho_Chi_Minh' },
]
