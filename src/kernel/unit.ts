/**
 * Organisation units and administrative areas over time. A unit is its slug, for ever; names, parents and codes are
 * versions of it, in force from a day to a day (both included). Codes are reused by the state and identify nothing.
 */
import { type Day, day, plusDays } from './time.ts'

export const unitKinds = [
  'province',
  'department',
  'office',
  'district',
  'commune',
  'committee',
  'public_service_unit',
  'press',
  'other',
] as const
export type UnitKind = (typeof unitKinds)[number]

/** Codes by who issued them: `gso` (statistics office), `h58` … */
export type UnitCodes = Readonly<Record<string, string>>

export type UnitVersion = {
  readonly name: string
  readonly shortName: string | null
  readonly parent: string | null
  readonly codes: UnitCodes
  /** null: since before our records begin. */
  readonly validFrom: Day | null
  /** The last day in force; null: still. */
  readonly validTo: Day | null
  /** The decision that made this version, when we know it. */
  readonly citation: string | null
}

export type Unit = {
  readonly slug: string
  readonly kind: UnitKind
  readonly versions: readonly UnitVersion[]
  /** Where we have it from. */
  readonly source: string
  readonly verified: boolean
  readonly note: string | null
}

export const unitEventKinds = ['establish', 'merge', 'split', 'rename', 'upgrade', 'transfer', 'abolish'] as const
export type UnitEventKind = (typeof unitEventKinds)[number]

/** All that holds for a unit from the day of the event: nothing is inherited, so that the record reads by itself. */
export type UnitAfter = Pick<UnitVersion, 'name' | 'shortName' | 'parent' | 'codes'> & Pick<Unit, 'slug' | 'kind'>

export type UnitEvent = {
  readonly kind: UnitEventKind
  readonly decision: string
  readonly on: Day
  /** Units touched. One that is also in `to` goes on; the others end the day before. */
  readonly from: readonly string[]
  readonly to: readonly UnitAfter[]
  /** Units of other provinces that took part, by the name and code they had. */
  readonly outside: readonly { readonly name: string; readonly codes: UnitCodes }[]
  readonly verified: boolean
  readonly note: string | null
}

export type UnitFault = {
  readonly fault:
    | 'slug_twice'
    | 'no_version'
    | 'versions_overlap'
    | 'parent_missing'
    | 'circle'
    | 'code_twice'
    | 'wrong_shape'
    | 'not_in_force'
    | 'changed_twice'
    | 'slug_taken'
    | 'orphaned'
  readonly unit: string
  readonly on: Day | null
}

const isInForce = (version: UnitVersion, on: Day) => (version.validFrom ?? on) <= on && on <= (version.validTo ?? on)

export const versionOn = (unit: Unit, on: Day): UnitVersion | null =>
  unit.versions.find((v) => isInForce(v, on)) ?? null

/** A unit as it stood on the day of its tree. */
export type Placed = UnitVersion & Pick<Unit, 'slug' | 'kind'>

export type UnitTree = {
  readonly on: Day
  readonly bySlug: ReadonlyMap<string, Placed>
  readonly byParent: ReadonlyMap<string | null, readonly Placed[]>
}

/** The units in force on a day. Most stand under the province; bodies outside it (the Party's newspaper) are roots. */
export function treeOn(units: readonly Unit[], on: Day): UnitTree {
  const placed = units.flatMap(({ slug, kind, versions }) =>
    versions.filter((version) => isInForce(version, on)).map((version) => ({ ...version, slug, kind })),
  )
  return { on, bySlug: new Map(placed.map((u) => [u.slug, u])), byParent: Map.groupBy(placed, (u) => u.parent) }
}

/** `null` asks for the roots. */
export const childrenOf = (tree: UnitTree, slug: string | null): readonly Placed[] => tree.byParent.get(slug) ?? []

/** The nearest first. */
export function ancestorsOf(tree: UnitTree, slug: string): readonly Placed[] {
  const above: Placed[] = []
  for (let at = tree.bySlug.get(slug)?.parent; at && !above.some((u) => u.slug === at); ) {
    const parent = tree.bySlug.get(at)
    if (!parent) break
    above.push(parent)
    at = parent.parent
  }
  return above
}

/** Everything below a unit, each parent before its children; not the unit itself. */
export function descendantsOf(tree: UnitTree, slug: string): readonly Placed[] {
  const below = new Map(childrenOf(tree, slug).map((u) => [u.slug, u]))
  for (const unit of below.values()) {
    for (const child of childrenOf(tree, unit.slug)) if (child.slug !== slug) below.set(child.slug, child)
  }
  return [...below.values()]
}

/** Which unit bore a code on a day. On another day it may have been another unit, or none. */
export const unitWithCode = (units: readonly Unit[], scheme: string, code: string, on: Day): Unit | null =>
  units.find((unit) => versionOn(unit, on)?.codes[scheme] === code) ?? null

const byDay = (events: readonly UnitEvent[]) => events.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))

/** Who carries on a unit on a day, following every event up to then: itself, its heirs, or nobody (abolished). */
export function successorsOf(events: readonly UnitEvent[], slug: string, on: Day): readonly string[] {
  let carriers = new Set([slug])
  for (const event of byDay(events)) {
    if (event.on > on) break
    const next = (s: string) => (event.from.includes(s) ? event.to.map((after) => after.slug) : [s])
    carriers = new Set([...carriers].flatMap(next))
  }
  return [...carriers]
}

const staysItself = ({ from, to }: UnitEvent) => from.length === 1 && to.length === 1 && from[0] === to[0]?.slug

const hasShape: Record<UnitEventKind, (event: UnitEvent) => boolean> = {
  establish: ({ from, to }) => from.length === 0 && to.length > 0,
  merge: ({ from, to, outside }) => from.length > 0 && from.length + outside.length > 1 && to.length === 1,
  split: ({ from, to }) => from.length === 1 && to.length > 1,
  rename: staysItself,
  upgrade: staysItself,
  transfer: staysItself,
  abolish: ({ from, to }) => from.length > 0 && to.length === 0,
}

type State = Map<string, Unit>

/** The unit with its last version ended the day before, or why it cannot be. */
function closed(unit: Unit | undefined, on: Day): Unit | UnitFault['fault'] {
  const last = unit?.versions.at(-1)
  if (!unit || !last) return 'not_in_force'
  if (last.validFrom !== null && last.validFrom >= on) return 'changed_twice'
  if (!isInForce(last, on)) return 'not_in_force'
  return { ...unit, versions: [...unit.versions.slice(0, -1), { ...last, validTo: plusDays(on, -1) }] }
}

const opened = (unit: Omit<Unit, 'kind'>, after: UnitAfter, event: Pick<UnitEvent, 'on' | 'decision'>): Unit => {
  const { slug: _, kind, ...holds } = after
  const version = { ...holds, validFrom: event.on, validTo: null, citation: event.decision }
  return { ...unit, kind, versions: [...unit.versions, version] }
}

function applyTo(state: State, event: UnitEvent): UnitFault[] {
  const { on } = event
  if (!hasShape[event.kind](event))
    return [{ fault: 'wrong_shape', unit: event.from[0] ?? event.to[0]?.slug ?? '', on }]
  const ended = event.from.map((slug) => ({ slug, was: closed(state.get(slug), on) }))
  const taken = event.to.filter(({ slug }) => state.has(slug) && !event.from.includes(slug))
  const faults: UnitFault[] = [
    ...ended.flatMap(({ slug, was }) => (typeof was === 'string' ? [{ fault: was, unit: slug, on }] : [])),
    ...taken.map(({ slug }) => ({ fault: 'slug_taken' as const, unit: slug, on })),
  ]
  if (faults.length > 0) return faults
  for (const { slug, was } of ended) if (typeof was !== 'string') state.set(slug, was)
  for (const after of event.to) {
    const { verified, note, decision: source } = event
    const before = state.get(after.slug) ?? { slug: after.slug, versions: [], source, verified, note }
    state.set(after.slug, opened(before, after, event))
  }
  return []
}

/** Units that stood under one which ended today go under its only heir; with no heir, or several, they are orphans. */
function followHeirs(state: State, today: readonly UnitEvent[], on: Day): UnitFault[] {
  const faults: UnitFault[] = []
  for (const unit of state.values()) {
    const version = versionOn(unit, on)
    const ending = today.find(
      (e) => e.from.some((s) => s === version?.parent) && !e.to.some((a) => a.slug === version?.parent),
    )
    if (!version || !ending) continue
    const was = closed(unit, on)
    const heir = ending.to[0]
    if (typeof was === 'string' || !heir || ending.to.length > 1)
      faults.push({ fault: 'orphaned', unit: unit.slug, on })
    else state.set(unit.slug, opened(was, { ...version, slug: unit.slug, kind: unit.kind, parent: heir.slug }, ending))
  }
  return faults
}

/**
 * The units after the events. Events of one day are one reorganisation: their order does not matter. With any fault the
 * units come back as they were.
 */
export function applyEvents(units: readonly Unit[], events: readonly UnitEvent[]) {
  const state: State = new Map(units.map((unit) => [unit.slug, unit]))
  const faults: UnitFault[] = []
  for (const [on, today] of Map.groupBy(byDay(events), (event) => event.on)) {
    for (const event of today) faults.push(...applyTo(state, event))
    faults.push(...followHeirs(state, today, on))
  }
  const after = [...state.values()]
  if (faults.length === 0) faults.push(...faultsInUnits(after))
  return faults.length > 0 ? { units, faults } : { units: after, faults }
}

const beginning = day('0001-01-01')

function faultsOfVersions({ slug, versions }: Unit): UnitFault[] {
  if (versions.length === 0) return [{ fault: 'no_version', unit: slug, on: null }]
  return versions.flatMap(({ validFrom, validTo }, n) => {
    const before = versions[n - 1]
    const follows = !before || (before.validTo !== null && validFrom !== null && before.validTo < validFrom)
    const ends = validTo === null || (validFrom ?? beginning) <= validTo
    return follows && ends ? [] : [{ fault: 'versions_overlap' as const, unit: slug, on: validFrom }]
  })
}

function faultsOfTree(tree: UnitTree): UnitFault[] {
  const { on } = tree
  const codes = new Set<string>()
  return [...tree.bySlug.values()].flatMap((unit) => {
    const found: UnitFault['fault'][] = []
    if (unit.parent !== null && !tree.bySlug.has(unit.parent)) found.push('parent_missing')
    if (unit.parent === unit.slug || ancestorsOf(tree, unit.slug).some((above) => above.slug === unit.slug))
      found.push('circle')
    for (const [scheme, code] of Object.entries(unit.codes)) {
      const key = `${scheme} ${code}`
      if (codes.has(key)) found.push('code_twice')
      codes.add(key)
    }
    return found.map((fault) => ({ fault, unit: unit.slug, on }))
  })
}

/** What is wrong with a list of units, on any day: overlaps, lost parents, circles, one code borne twice. */
export function faultsInUnits(units: readonly Unit[]): UnitFault[] {
  const twice = units.filter((unit, n) => units.findIndex((other) => other.slug === unit.slug) !== n)
  const versions = units.flatMap((unit) => unit.versions)
  const days = new Set(
    versions.flatMap((v) => [v.validFrom ?? beginning, ...(v.validTo ? [plusDays(v.validTo, 1)] : [])]),
  )
  return [
    ...twice.map(({ slug }) => ({ fault: 'slug_twice' as const, unit: slug, on: null })),
    ...units.flatMap(faultsOfVersions),
    ...[...days].sort().flatMap((on) => faultsOfTree(treeOn(units, on))),
  ]
}
