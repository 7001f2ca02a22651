/** The units that dossiers are handed in to, as they are called today. */
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { fullName } from './receiver.ts'
import { listUnits, type UnitRow } from '#kernel/unit.store.ts'

const minute = 60_000
const name = 'filing.units'

/** Kept for a minute at most: units change by decisions, and every dossier names one. */
export async function unitsToday({ db, now, shelf }: Ctx): Promise<readonly UnitRow[]> {
  const read = () => listUnits(db, dayOf(now))
  if (!shelf) return read()
  if (db.isTransaction) return shelf.peek<readonly UnitRow[]>(name) ?? read()
  return shelf.keep(name, Math.floor(now.getTime() / minute), read)
}

/** `null`: there is no such unit any more (it was merged into another, say). */
export async function findReceiverName(ctx: Ctx, unitId: number): Promise<string | null> {
  const units = await unitsToday(ctx)
  const found = units.find(({ id }) => id === unitId)
  return found ? fullName(found, units) : null
}

export const getReceiverName = async (ctx: Ctx, unitId: number): Promise<string> =>
  (await findReceiverName(ctx, unitId)) ?? refuse('conflict', 'filing.file.receiver_gone')
