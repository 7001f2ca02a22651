/** Time goes by without anybody changing anything: forecasts are made again every ten minutes, a unit at a time. */
import { z } from 'zod'
import type { Ctx } from '#kernel/ctx.ts'
import { job, type Schedule } from '#kernel/job.ts'
import { foresee, summed } from './forecast.ts'
import { listRunning, listUnitsToForecast, replaceForecast } from './forecast.store.ts'
import { paceIn } from './pace.store.ts'

async function forecastUnit(ctx: Pick<Ctx, 'db' | 'now'>, unitId: number): Promise<void> {
  const { calendar, perDay } = await paceIn(ctx, unitId)
  const queues = Map.groupBy(await listRunning(ctx.db, unitId), ({ holderId }) => holderId)
  const rows = [...queues].flatMap(([holderId, queue]) => {
    const sum = summed(foresee(queue, { now: ctx.now, calendar, perDay: perDay(holderId) }))
    return sum ? [{ holderId, ...sum }] : []
  })
  await ctx.db.transaction().execute((db) => replaceForecast(db, unitId, rows, ctx.now))
}

export async function forecastAll(ctx: Pick<Ctx, 'db' | 'now'>): Promise<void> {
  for (const unitId of await listUnitsToForecast(ctx.db)) {
    await forecastUnit(ctx, unitId)
    // The embedded database answers at once: others get their turn between two units.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

export const forecastJob = job({ name: 'overview.forecast.make', input: z.object({}), retries: 1, run: forecastAll })

/** Not at night: nothing becomes late then. */
export const forecastSchedule: Schedule = { name: forecastJob.name, cron: '*/10 6-19 * * *', tz: 'Asia/Ho_Chi_Minh' }
