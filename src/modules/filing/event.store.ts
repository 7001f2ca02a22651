/** The event log about one dossier. */
import type { Db } from '#kernel/db/open.ts'
import { listEventsAbout } from '#kernel/event.store.ts'
import type { PastEvent } from './timeline.ts'

const most = 100

/** Newest first. */
export async function eventsOf(db: Db, applicationId: string): Promise<PastEvent[]> {
  const events = await listEventsAbout(db, `filing.application/${applicationId}`, most)
  return events.map(({ at, command, accountId }) => ({ at, command, byStaff: accountId !== null }))
}
