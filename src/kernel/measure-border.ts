/** Borders of another day: where the figures of units count that do not stand on that day. */
import type { Day } from './time.ts'

export type BorderUnit = {
  readonly id: number
  readonly begins: Day
  readonly ends: Day | null
  readonly firstParent: number | null
  readonly lastParent: number | null
}

/** One unit that went into a change and one that came out of it. */
export type Passage = { readonly on: Day; readonly from: number; readonly to: number }

export type Borders = {
  readonly day: Day
  readonly units: readonly BorderUnit[]
  readonly passages: readonly Passage[]
}

/** Those that a unit became when it ended: the last change that it went into. */
function successorsOf({ passages }: Borders, id: number): number[] {
  const left = passages.filter(({ from, to }) => from === id && to !== id)
  const last = left
    .map(({ on }) => on)
    .sort()
    .at(-1)
  return left.filter(({ on }) => on === last).map(({ to }) => to)
}

/** Those that a unit was made of when it began: the first change that it came out of. */
function predecessorsOf({ passages }: Borders, id: number): number[] {
  const made = passages.filter(({ from, to }) => to === id && from !== id)
  const first = made.map(({ on }) => on).sort()[0]
  return made.filter(({ on }) => on === first).map(({ from }) => from)
}

/**
 * The units standing on the day of the borders in which a unit is contained: itself; or what it became or was made of;
 * or, when it left nothing behind, what its parent is contained in.
 */
export function placesOf(borders: Borders, id: number, seen: ReadonlySet<number> = new Set()): Set<number> {
  const unit = borders.units.find((one) => one.id === id)
  if (!unit || seen.has(id)) return new Set()
  const gone = unit.ends !== null && unit.ends <= borders.day
  if (!gone && unit.begins <= borders.day) return new Set([id])
  const next = gone ? successorsOf(borders, id) : predecessorsOf(borders, id)
  const parent = gone ? unit.lastParent : unit.firstParent
  const way = next.length || parent === null ? next : [parent]
  return new Set(way.flatMap((other) => [...placesOf(borders, other, new Set([...seen, id]))]))
}

/**
 * Whose figures count below a unit in these borders (`below`: the units below it on their day). A unit that was divided
 * between it and others counts only where all its parts do; it is named, so that the gap can be told.
 */
export function unitsWithin(borders: Borders, below: ReadonlySet<number>): { within: number[]; divided: number[] } {
  const within: number[] = []
  const divided: number[] = []
  for (const { id } of borders.units) {
    const places = [...placesOf(borders, id)]
    const inside = places.filter((place) => below.has(place)).length
    if (inside > 0) (inside === places.length ? within : divided).push(id)
  }
  return { within, divided }
}
