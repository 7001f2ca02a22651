/** The board of a unit with all below it, read from sums that are kept: nothing is counted, and nothing that has ended read. */
import { reaches } from '#kernel/access.store.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { type Day, dayOf } from '#kernel/time.ts'
import { findTopUnit, getUnit, listUnits, type UnitRow } from '#kernel/unit.store.ts'
import { countUnopened } from '#modules/filing/public.ts'
import { type OfficerName, officerNames, unitsUnder } from '#modules/scores/public.ts'
import { type Forecast, forecastMadeAt, listForecasts } from './forecast.store.ts'
import { type Load, noLoad, plusLoad } from './load.ts'
import { loadByHolder, loadByUnit } from './load.store.ts'

export type Foreseen = { readonly late: number; readonly firstOn: Day | null }
export type UnitPart = Load & { readonly unit: UnitRow; readonly foreseen: Foreseen }
/** `officer: null`: what nobody has taken. */
export type OfficerPart = Load & { readonly officer: OfficerName | null; readonly foreseen: Foreseen }

export type Board = {
  readonly unit: UnitRow
  /** From the unit of the actor down to the one above. */
  readonly line: readonly UnitRow[]
  readonly total: Load & { readonly foreseen: Foreseen }
  readonly units: readonly UnitPart[]
  readonly officers: readonly OfficerPart[]
  readonly madeAt: Date | null
}

/** The unit asked for, or that of the post; whoever has no unit sees the province. Refuses what the post does not reach. */
export async function unitAsked(ctx: Ctx, slug: string | undefined): Promise<UnitRow> {
  const today = dayOf(ctx.now)
  const units = slug ? [] : await listUnits(ctx.db, today)
  const own = units.find(({ id }) => id === ctx.actor.unitId) ?? (slug ? undefined : await findTopUnit(ctx.db, today))
  const unit = slug ? await getUnit(ctx.db, slug, today) : (own ?? refuse('missing', 'kernel.unit.missing'))
  if (!(await reaches(ctx, unit.id))) refuse('forbidden', 'kernel.outside_your_unit')
  return unit
}

const noneForeseen: Foreseen = { late: 0, firstOn: null }

const plusForeseen = (a: Foreseen, b: Foreseen): Foreseen => ({
  late: a.late + b.late,
  firstOn: a.firstOn && b.firstOn ? (a.firstOn < b.firstOn ? a.firstOn : b.firstOn) : (a.firstOn ?? b.firstOn),
})

const foreseenIn = (rows: readonly Forecast[]): Foreseen => rows.reduce<Foreseen>(plusForeseen, noneForeseen)

export async function loadBoard(ctx: Ctx, unit: UnitRow): Promise<Board> {
  const { db, now } = ctx
  const today = dayOf(now)
  const below = await unitsUnder(db, unit.id, today)
  const ids = below.map(({ unitId }) => unitId)
  const [loads, unopened, forecasts] = [
    new Map((await loadByUnit(db, ids, today)).map(({ unitId, ...load }) => [unitId, load])),
    await countUnopened(db, ids),
    Map.groupBy(await listForecasts(db, ids), ({ unitId }) => unitId),
  ]
  const partOf = (members: readonly number[]) => ({
    ...members
      .map((id) => ({ ...plusLoad(loads.get(id) ?? noLoad, { ...noLoad, waiting: unopened.get(id) ?? 0 }) }))
      .reduce(plusLoad, noLoad),
    foreseen: foreseenIn(members.flatMap((id) => forecasts.get(id) ?? [])),
  })
  const names = new Map((await listUnits(db, today)).map((one) => [one.id, one]))
  const children = Map.groupBy(below, ({ childId }) => childId)
  const units = [...children].flatMap(([id, members]) => {
    const child = names.get(id)
    return child && id !== unit.id ? [{ unit: child, ...partOf(members.map(({ unitId }) => unitId)) }] : []
  })
  return {
    unit,
    line: lineTo(unit, names, ctx.actor.unitId),
    total: partOf(ids),
    units: units.filter(isBusy).toSorted(byNeed),
    officers: await officersOf(ctx, unit, forecasts.get(unit.id) ?? []),
    madeAt: await forecastMadeAt(db, ids),
  }
}

/** Units with nothing open would hide those with something. */
const isBusy = ({ running, paused, waiting, ready }: Load): boolean => running + paused + waiting + ready > 0

/** Who needs a leader's eye most stands on top. */
const byNeed = (a: Load & { foreseen: Foreseen }, b: Load & { foreseen: Foreseen }): number =>
  b.late - a.late || b.foreseen.late - a.foreseen.late || b.running - a.running

function lineTo(unit: UnitRow, names: ReadonlyMap<number, UnitRow>, top: number | null): UnitRow[] {
  const line: UnitRow[] = []
  for (let at = unit; at.id !== top && at.parentId !== null; ) {
    const above = names.get(at.parentId)
    if (!above) break
    line.unshift(above)
    at = above
  }
  return line
}

async function officersOf(ctx: Ctx, unit: UnitRow, forecasts: readonly Forecast[]): Promise<OfficerPart[]> {
  const rows = await loadByHolder(ctx.db, unit.id, dayOf(ctx.now))
  const names = await officerNames(
    ctx.db,
    rows.map(({ holderId }) => holderId),
  )
  return rows
    .map(({ holderId, ...load }) => ({
      ...load,
      officer: holderId === null ? null : (names.get(holderId) ?? null),
      foreseen: foreseenIn(forecasts.filter((one) => one.holderId === holderId)),
    }))
    .toSorted(byNeed)
}
