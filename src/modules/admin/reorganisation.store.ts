/** Decisions taken so far, and what a further one would do; nothing is changed here. */
import { countPostsAfter, heirsOf } from '#kernel/post-heir.store.ts'
import type { Db } from '#kernel/db/open.ts'
import { loadUnits } from '#kernel/reorganisation.store.ts'
import type { Day } from '#kernel/time.ts'
import { applyEvents, type Unit, type UnitEvent, type UnitFault } from '#kernel/unit.ts'
import { changesOf, type UnitChange } from './reorganisation.ts'

export type DecisionLine = { id: string; kind: string; decision: string; on: Day; from: string[]; to: string[] }

/** The latest first; units by their slugs. */
export async function listDecisions(db: Db, limit: number): Promise<DecisionLine[]> {
  const events = await db
    .selectFrom('kernel.unit_event')
    .select(['id', 'kind', 'decision', 'happenedOn as on'])
    .orderBy('happenedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  if (events.length === 0) return []
  const parts = await db
    .selectFrom('kernel.unit_event_part as p')
    .innerJoin('kernel.unit as u', 'u.id', 'p.unitId')
    .select(['p.eventId', 'p.side', 'u.slug'])
    .where(
      'p.eventId',
      'in',
      events.map(({ id }) => id),
    )
    .execute()
  const sideOf = (id: string, side: string) =>
    parts.filter((part) => part.eventId === id && part.side === side).map(({ slug }) => slug)
  return events.map((event) => ({ ...event, from: sideOf(event.id, 'from'), to: sideOf(event.id, 'to') }))
}

export type Outlook = {
  before: readonly Unit[]
  after: readonly Unit[]
  faults: readonly UnitFault[]
  changes: readonly UnitChange[]
  /** People in units that end: those who follow the only heir, and by unit those whom somebody must place anew. */
  following: number
  left: { slug: string; posts: number }[]
}

export async function outlookOf(db: Db, events: readonly UnitEvent[]): Promise<Outlook> {
  const before = await loadUnits(db)
  const { units: after, faults } = applyEvents(before, events)
  const changes = changesOf(before, after)
  const heirs = new Set(heirsOf(events).map(({ from }) => from))
  const ending = await Promise.all(
    changes
      .filter(({ what }) => what === 'ends')
      .map(async ({ slug, on }) => ({ slug, posts: await countPostsAfter(db, slug, on) })),
  )
  const held = ending.filter(({ posts }) => posts > 0)
  const following = held.filter(({ slug }) => heirs.has(slug)).reduce((sum, { posts }) => sum + posts, 0)
  return { before, after, faults, changes, following, left: held.filter(({ slug }) => !heirs.has(slug)) }
}
