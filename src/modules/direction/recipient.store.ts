/** To whom a rung of the ladder speaks, as units stand on a day. */
import type { Db } from '#kernel/db/open.ts'
import type { Day } from '#kernel/time.ts'
import { listAncestors } from '#kernel/unit.store.ts'
import type { Rung } from './ladder.ts'

/** From the unit to the province; `above` is the unit between them, where there is one. */
export async function lineOf(db: Db, unitId: number, on: Day) {
  const line = await listAncestors(db, unitId, on)
  const parent = line[1]
  return { line, above: line.length > 2 && parent ? parent : null, top: line.at(-1) ?? null }
}

/** The unit a rung speaks to for a unit that was reminded. */
export async function unitOfRung(db: Db, unitId: number, rung: Rung, on: Day): Promise<number | null> {
  if (rung.of === 'unit') return unitId
  const { above, top } = await lineOf(db, unitId, on)
  return (rung.of === 'above' ? above : top)?.id ?? null
}
