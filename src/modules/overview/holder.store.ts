/** The dossiers that one officer has, or that nobody in the unit has taken, each with what is foreseen of it. */
import type { Ctx } from '#kernel/ctx.ts'
import { type Foreseen, foresee } from './forecast.ts'
import { paceIn } from './pace.store.ts'
import type { OpenDossier } from './load.ts'
import { openDossiers } from './load.store.ts'

export type Held = OpenDossier & { readonly foreseen: Foreseen | null }

/** As many as a page can show; the rest is due later still. */
const most = 200

export type Whose = { readonly unitId: number; readonly holderId: string | null }

export async function listHeld(
  ctx: Pick<Ctx, 'db' | 'now'>,
  { unitId, holderId }: Whose,
): Promise<{ rows: Held[]; perDay: number | null; isAll: boolean }> {
  const all = await openDossiers(ctx.db)
    .where('unitId', '=', unitId)
    .where('holderId', 'is not distinct from', holderId)
    .where('standing', '=', 'running')
    .orderBy('dueAt')
    .orderBy('dossierId')
    .limit(most + 1)
    .execute()
  const { calendar, perDay: paces } = await paceIn(ctx, unitId)
  const perDay = paces(holderId)
  const seen = new Map(foresee(all, { now: ctx.now, calendar, perDay }).map((one) => [one.dossierId, one]))
  const rows = all.slice(0, most).map((one) => ({ ...one, foreseen: seen.get(one.dossierId) ?? null }))
  return { rows, perDay, isAll: all.length <= most }
}
