/** Up to which day each measure was counted, and how it stood before. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import type { MeasureCode } from './measure.ts'

/** The last day counted; nobody else counts until this transaction ends. Null before the first time. */
export async function holdCountedTo(db: Db, measure: MeasureCode): Promise<Day | null> {
  const rows = await db
    .selectFrom('board.counting')
    .select((c) => c.ref('countedTo').$castTo<Day>().as('countedTo'))
    .where('measure', '=', measure)
    .forUpdate()
    .execute()
  return rows[0]?.countedTo ?? null
}

export const updateCountedTo = (db: Db, measure: MeasureCode, countedTo: Day) =>
  db
    .insertInto('board.counting')
    .values({ measure, countedTo })
    .onConflict((conflict) => conflict.column('measure').doUpdateSet({ countedTo }))
    .execute()

/** As last known before a day, by unit. */
export async function standingBefore(db: Db, measure: MeasureCode, on: Day) {
  const { rows } = await sql<{ unitId: number; numerator: string; denominator: string }>`
    select distinct on (f.unit_id) f.unit_id, f.numerator, f.denominator
    from kernel.fact f join kernel.measure m on m.no = f.measure_no
    where m.code = ${measure} and f.day < ${on}::date
    order by f.unit_id, f.day desc`.execute(db)
  return new Map(
    rows.map(({ unitId, numerator, denominator }) => [
      unitId,
      { numerator: Number(numerator), denominator: Number(denominator) },
    ]),
  )
}
