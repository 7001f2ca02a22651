/** Figures of one time in the borders of another, put together from the facts themselves. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import type { Period, Value } from './measure.ts'
import { type Borders, type BorderUnit, type Passage, unitsWithin } from './measure-border.ts'
import { type Amounts, getMeasure, valueOrNull } from './measure-fact.store.ts'
import type { Day } from './time.ts'
import { idsBelow } from './unit.store.ts'

async function readBorders(db: Db, day: Day): Promise<Borders> {
  const { rows: units } = await sql<BorderUnit>`
    select unit_id as id, min(valid_from) as begins, nullif(max(coalesce(valid_to, 'infinity')), 'infinity') as ends,
      (array_agg(parent_id order by valid_from))[1] as first_parent,
      (array_agg(parent_id order by valid_from desc))[1] as last_parent
    from kernel.unit_version group by unit_id order by unit_id`.execute(db)
  const { rows: passages } = await sql<Passage>`
    select e.happened_on as on, f.unit_id as from, t.unit_id as to
    from kernel.unit_event e
    join kernel.unit_event_part f on f.event_id = e.id and f.side = 'from'
    join kernel.unit_event_part t on t.event_id = e.id and t.side = 'to'`.execute(db)
  return { day, units, passages }
}

/**
 * A measure over a period as if the units had stood as they did on `treeDay`: last year's figures in today's borders.
 * `divided` names the units that lay partly inside and are therefore left out.
 */
export async function valueInBordersOf(
  db: Db,
  about: { measure: string; unitId: number; period: Period; treeDay: Day },
): Promise<{ value: Value | null; divided: number[] }> {
  const { no, kind } = await getMeasure(db, about.measure)
  const below = new Set(await idsBelow(db, about.unitId, about.treeDay))
  const { within, divided } = unitsWithin(await readBorders(db, about.treeDay), below)
  const { from, to } = about.period
  const { rows } =
    kind === 'flow'
      ? await sql<Amounts>`
          select sum(numerator) as numerator, sum(denominator) as denominator from kernel.fact
          where measure_no = ${no} and unit_id = any(${within}::integer[]) and day between ${from}::date and ${to}::date`.execute(
          db,
        )
      : await sql<Amounts>`
          select sum(f.numerator) as numerator, sum(f.denominator) as denominator
          from kernel.unit_version v
          cross join lateral (
            select numerator, denominator from kernel.fact
            where measure_no = ${no} and unit_id = v.unit_id and day <= ${to}::date
            order by day desc limit 1) f
          where v.unit_id = any(${within}::integer[])
            and v.valid_from <= ${to}::date and (v.valid_to is null or v.valid_to > ${to}::date)`.execute(db)
  return { value: valueOrNull(rows[0]), divided }
}
