/** A reorganisation as people see it: a decision filled in by hand, and what decisions do to the units. */
import { slug as slugOf } from '#kernel/fold.ts'
import { type Day, plusDays } from '#kernel/time.ts'
import {
  type Unit,
  type UnitAfter,
  type UnitEvent,
  type UnitEventKind,
  type UnitKind,
  type UnitVersion,
  versionOn,
} from '#kernel/unit.ts'

/** One unit as it is to be after the decision. Without a slug it goes on from the only unit touched, or is new. */
export type Outcome = { slug: string; name: string; kind: UnitKind; parent: string; gso: string; h58: string }
export type Composed = {
  kind: UnitEventKind
  decision: string
  on: Day
  from: readonly string[]
  to: readonly Outcome[]
  verified: boolean
}

const goesOn: readonly UnitEventKind[] = ['rename', 'upgrade', 'transfer']

/** A name of its own for a new unit: below its parent, numbered when another has it already. */
function newSlug({ name, parent }: Outcome, taken: ReadonlySet<string>): string {
  const wish = parent === '' ? slugOf(name) : `${parent}/${slugOf(name)}`
  for (let n = 1; ; n++) {
    const one = n === 1 ? wish : `${wish}-${n}`
    if (!taken.has(one)) return one
  }
}

/** The decision as the file of decisions would say it. Codes left empty stay those of the unit that goes on. */
export function eventOf(composed: Composed, units: readonly Unit[]): UnitEvent {
  const { kind, decision, on, from, verified } = composed
  const taken = new Set(units.map(({ slug }) => slug))
  const [only] = from
  const to = composed.to.map((outcome): UnitAfter => {
    const continued = goesOn.includes(kind) && from.length === 1 && composed.to.length === 1 ? (only ?? '') : ''
    const slug = outcome.slug || continued || newSlug(outcome, taken)
    taken.add(slug)
    const before = units.find((unit) => unit.slug === slug)
    const was = before && versionOn(before, plusDays(on, -1))
    const given = Object.entries({ gso: outcome.gso, h58: outcome.h58 }).filter(([, code]) => code !== '')
    const codes = { ...was?.codes, ...Object.fromEntries(given) }
    const parent = outcome.parent === '' ? null : outcome.parent
    return { slug, kind: outcome.kind, name: outcome.name, shortName: was?.shortName ?? null, parent, codes }
  })
  return { kind, decision, on, from, to, outside: [], verified, note: null }
}

export type UnitChange = {
  slug: string
  what: 'ends' | 'begins' | 'changes'
  /** The first day of the new, or the first without the unit. */
  on: Day
  before: UnitVersion | null
  after: UnitVersion | null
}

/** What became of each unit that is not as it was, one line for each day on which something changed. */
export function changesOf(before: readonly Unit[], after: readonly Unit[]): UnitChange[] {
  const known = new Map(before.map((unit) => [unit.slug, unit]))
  const changes = after.flatMap((unit): UnitChange[] => {
    const was = known.get(unit.slug)
    const fresh = unit.versions.slice(was?.versions.length ?? 0)
    const steps = fresh.flatMap((version, n): UnitChange[] => {
      const previous = n === 0 ? (was?.versions.at(-1) ?? null) : (fresh[n - 1] ?? null)
      if (!version.validFrom) return []
      const what = previous ? 'changes' : 'begins'
      return [{ slug: unit.slug, what, on: version.validFrom, before: previous, after: version }]
    })
    const [lastWas, last] = [was?.versions.at(-1) ?? null, unit.versions.at(-1)]
    const isOver = last?.validTo && (fresh.length > 0 || lastWas?.validTo === null)
    if (!last?.validTo || !isOver) return steps
    return [...steps, { slug: unit.slug, what: 'ends', on: plusDays(last.validTo, 1), before: last, after: null }]
  })
  const order = { ends: 0, begins: 1, changes: 2 }
  return changes.sort((a, b) => a.on.localeCompare(b.on) || order[a.what] - order[b.what])
}

/** What a unit was called on a day, or the day before when the day ended it; its slug when nobody knows. */
export function nameOn(units: readonly Unit[], slug: string, on: Day | null): string {
  const unit = units.find((one) => one.slug === slug)
  if (!unit) return slug
  const version = on ? (versionOn(unit, on) ?? versionOn(unit, plusDays(on, -1))) : null
  return (version ?? unit.versions.at(-1))?.name ?? slug
}
