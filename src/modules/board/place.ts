/** Numbers that many units report, side by side for each of them: where help is needed first. Pure. */
import type { Day } from '#kernel/time.ts'
import type { BoardTarget, BoardValue } from './board.ts'
import { type Confirmed, figureIn, gapTo } from '#modules/plan/public.ts'

export type PlaceColumn = { readonly target: BoardTarget; readonly value: BoardValue }
export type PlaceLine = {
  readonly unitId: number
  /** One for each column, in the unit of its goal; null where nothing is confirmed. */
  readonly figures: readonly (number | null)[]
  /** How many of them miss their goal today. */
  readonly short: number
}

/** Numbers that at least two units report; the units that miss most goals first, and of those the farthest. */
export function placesOf(
  targets: readonly BoardTarget[],
  confirmed: ReadonlyMap<string, readonly Confirmed[]>,
  today: Day,
): { columns: PlaceColumn[]; lines: PlaceLine[] } {
  const latest = (id: string) => latestByUnit(confirmed.get(id) ?? [], today)
  const columns = targets
    .flatMap((target) => target.values.map((value) => ({ target, value })))
    .filter(({ value }) => latest(value.id).size > 1)
  const byColumn = columns.map(({ value }) => latest(value.id))
  const units = new Set(byColumn.flatMap((units) => [...units.keys()]))
  const lines = [...units].map((unitId) => {
    const figures = columns.map(({ value }, at) => {
      const figure = byColumn[at]?.get(unitId)
      return figure ? figureIn(value.unit, figure) : null
    })
    const gaps = figures.map((figure, at) => {
      const goal = columns[at]?.value
      return figure === null || !goal ? 0 : gapTo(goal, figure, true) / (Math.abs(goal.goal) || 1)
    })
    return { unitId, figures, short: gaps.filter((gap) => gap > 0).length, far: Math.max(...gaps) }
  })
  return { columns, lines: lines.toSorted((a, b) => b.short - a.short || b.far - a.far || a.unitId - b.unitId) }
}

/** Of each unit that stands today, what it said last. */
function latestByUnit(figures: readonly Confirmed[], today: Day): Map<number, Confirmed> {
  const last = new Map<number, Confirmed>()
  for (const figure of figures) {
    const before = last.get(figure.unitId)
    const stands = figure.endsOn === null || today < figure.endsOn
    if (stands && figure.on <= today && (!before || before.on <= figure.on)) last.set(figure.unitId, figure)
  }
  return last
}
