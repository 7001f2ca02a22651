/** What a supervisor looks for among what is open, a page at a time. */
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { OpenDossier } from './load.ts'
import { openDossiers } from './load.store.ts'
import type { WatchView } from './watch.ts'

/** The last one of the page before. */
export type After = { readonly at: Date; readonly id: string }

export type WatchQuery = {
  readonly view: WatchView
  readonly units: readonly number[]
  readonly now: Date
  readonly apologyFrom: Date
  readonly apologyUntil: Date
  readonly unmovedSince: Date
  readonly after?: After | undefined
  readonly limit: number
}

export const orderOf = (view: WatchView) => (view === 'late' || view === 'apology' ? 'dueAt' : 'movedAt')

export async function listWatched(db: Db, query: WatchQuery): Promise<OpenDossier[]> {
  const { units, after, limit, view } = query
  const order = orderOf(view)
  return chosen(db, query)
    .where(sql<boolean>`unit_id = any(${[...units]}::integer[])`)
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(${sql.ref(order)}, dossier_id) > (${after?.at ?? null}, ${after?.id ?? null}::uuid)`),
    )
    .orderBy(order)
    .orderBy('dossierId')
    .limit(limit)
    .execute()
}

function chosen(db: Db, { view, now, apologyFrom, apologyUntil, unmovedSince }: WatchQuery) {
  const all = openDossiers(db)
  const running = all.where('standing', '=', 'running')
  switch (view) {
    case 'late':
      return running.where('dueAt', '<', now).where('extensions', '=', 0)
    case 'apology':
      return running.where('dueAt', '>=', apologyFrom).where('dueAt', '<', apologyUntil).where('extensions', '=', 0)
    case 'asked_again':
      return all.where('supplements', '>', 1)
    case 'unmoved':
      return running.where('movedAt', '<', unmovedSince)
  }
}
