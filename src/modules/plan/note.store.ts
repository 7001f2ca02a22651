/** Notes as rows, and what the event log tells about a thing. */
import { isId } from '#kernel/id.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import { listEventsAbout } from '#kernel/event.store.ts'
import type { NoteKind } from './note.ts'

const notes = (db: Db) =>
  db
    .selectFrom('plan.note as n')
    .leftJoin('kernel.account as a', 'a.id', 'n.accountId')
    .select([
      'n.id',
      'n.thingId',
      'n.unitId',
      'n.at',
      'n.wording',
      'n.shareDone',
      'n.answers',
      'n.fileHash',
      'n.fileName',
    ])
    .select('a.name as by')
    .select((c) => c.ref('n.kind').$castTo<NoteKind>().as('kind'))

type Row<Q> = Q extends SelectQueryBuilder<infer _DB, infer _TB, infer O> ? O : never
export type Note = Row<ReturnType<typeof notes>>

/** By thing, the newest first. */
export async function notesOf(db: Db, thingIds: readonly string[]): Promise<Map<string, Note[]>> {
  const rows = await notes(db)
    .where('n.thingId', '=', sql<string>`any(${[...thingIds]}::uuid[])`)
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
  const found = new Map<string, Note[]>(thingIds.map((id) => [id, []]))
  for (const row of rows) found.get(row.thingId)?.push(row)
  return found
}

export const findNote = async (db: Db, id: string): Promise<Note | undefined> =>
  isId(id) ? notes(db).where('n.id', '=', id).executeTakeFirst() : undefined

type NewNote = Omit<Note, 'by'> & { accountId: string | null }
export const insertNote = (db: Db, note: NewNote) => db.insertInto('plan.note').values(note).execute()

export type PastEvent = {
  seq: number
  at: Date
  command: string
  by: string | null
  unitId: number | null
  detail: Readonly<Record<string, unknown>>
}

/** What happened to a thing, the newest first, with who did it. */
export async function historyOf(db: Db, about: string, limit = 12): Promise<PastEvent[]> {
  const events = await listEventsAbout(db, about, limit)
  const ids = [...new Set(events.map(({ accountId }) => accountId).filter((id) => id !== null))]
  const people = await db
    .selectFrom('kernel.account')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return events.map(({ seq, at, command, accountId, unitId, detail }) => ({
    seq,
    at,
    command,
    by: names.get(accountId ?? '') ?? null,
    unitId,
    detail: detail !== null && typeof detail === 'object' ? (detail as Record<string, unknown>) : {},
  }))
}
