/** What was changed in a draft since somebody opened a page of it, as the log tells. */
import type { Db } from '#kernel/db/open.ts'
import { listEventsAbout } from '#kernel/event.store.ts'

export type Meanwhile = { readonly part: string; readonly key: string; readonly at: Date }

/** Far more changes than anybody makes while a page stands open. */
const looked = 50

export async function changedSince(db: Db, procedure: string, seen: number): Promise<readonly Meanwhile[]> {
  const events = await listEventsAbout(db, `services.service/${procedure}`, looked)
  return events.flatMap(({ at, detail }) => {
    const told = (detail ?? {}) as { draftVersion?: number; part?: string; key?: string }
    return (told.draftVersion ?? 0) > seen ? [{ part: told.part ?? '', key: told.key ?? '', at }] : []
  })
}
