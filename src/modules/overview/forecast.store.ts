/** Forecasts as they were made last, and what they are made of. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { Waiting } from './forecast.ts'

export type Queued = Waiting & { readonly holderId: string | null }

/** Whose time runs in a unit. */
export const listRunning = (db: Db, unitId: number): Promise<Queued[]> =>
  db
    .selectFrom('overview.open_dossier')
    .select(['dossierId', 'holderId', 'dueAt', 'stepsDueAt', 'hoursAhead'])
    .where('unitId', '=', unitId)
    .where('standing', '=', 'running')
    .where('dueAt', 'is not', null)
    .orderBy('dueAt')
    .orderBy('dossierId')
    .execute()

/** Units with something open, or with a forecast that may hold no more. */
export const listUnitsToForecast = async (db: Db): Promise<number[]> =>
  (
    await db
      .selectFrom('overview.load')
      .select('unitId')
      .union(db.selectFrom('overview.forecast_run').select('unitId'))
      .orderBy('unitId')
      .execute()
  ).map(({ unitId }) => unitId)

export type Forecast = { readonly holderId: string | null; readonly late: number; readonly firstOn: Day }

export async function replaceForecast(db: Db, unitId: number, rows: readonly Forecast[], madeAt: Date): Promise<void> {
  await db
    .insertInto('overview.forecast_run')
    .values({ unitId, madeAt })
    .onConflict((conflict) => conflict.column('unitId').doUpdateSet({ madeAt }))
    .execute()
  await db.deleteFrom('overview.forecast').where('unitId', '=', unitId).execute()
  if (rows.length > 0)
    await db
      .insertInto('overview.forecast')
      .values(rows.map((row) => ({ unitId, ...row })))
      .execute()
}

export const listForecasts = (db: Db, units: readonly number[]): Promise<(Forecast & { unitId: number })[]> =>
  db
    .selectFrom('overview.forecast')
    .select(['unitId', 'holderId', 'late', 'firstOn'])
    .where('unitId', 'in', [...units])
    .execute()

/** The oldest of those units' forecasts: at least as new as this is everything shown. */
export async function forecastMadeAt(db: Db, units: readonly number[]): Promise<Date | null> {
  const row = await db
    .selectFrom('overview.forecast_run')
    .select((c) => c.fn.min('madeAt').as('madeAt'))
    .where('unitId', 'in', [...units])
    .executeTakeFirst()
  return row?.madeAt ?? null
}
