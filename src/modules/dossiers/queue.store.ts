/** Queues of a unit: what is open, in the order in which it is worked off; never counted, never skipped through. */
import { isId } from '#kernel/id.ts'
import { sql } from 'kysely'
import type { Db } from '#kernel/db/open.ts'
import type { Channel } from '#modules/services/public.ts'
import type { Dossier } from './dossier.ts'
import { dossiers, searchKeys, wordsOf } from './dossier.store.ts'

export const queueViews = ['waiting', 'handover', 'mine', 'unit', 'paused', 'return'] as const
export type QueueView = (typeof queueViews)[number]

export type QueueFilter = {
  readonly unitId: number
  readonly accountId: string | null
  readonly procedure?: string | undefined
  readonly channel?: Channel | undefined
}

/** The last one of the page before: by what it was ordered (null: it had no such moment), and its id. */
export type After = { readonly at: Date | null; readonly id: string }

const open = sql<boolean>`d.state in ('received', 'processing', 'awaiting_signature')`
const paused = sql<boolean>`d.state in ('awaiting_supplement', 'awaiting_payment')`

type Ordered = 'dueAt' | 'filedAt' | 'pausedAt' | 'finishedAt' | 'handOverBy'
const orderOf: Readonly<Record<QueueView, Ordered>> = {
  waiting: 'filedAt',
  handover: 'handOverBy',
  mine: 'dueAt',
  unit: 'dueAt',
  paused: 'pausedAt',
  return: 'finishedAt',
}

export const afterOf = (view: QueueView, last: Dossier): After => ({ at: last[orderOf[view]], id: last.id })

function within(db: Db, view: QueueView, { unitId, accountId, procedure, channel }: QueueFilter) {
  const all = dossiers(db)
    .$if(procedure !== undefined, (q) => q.where('d.procedureCode', '=', procedure ?? ''))
    .$if(channel !== undefined, (q) => q.where('d.channel', '=', channel ?? ''))
  switch (view) {
    case 'waiting':
      return all.where('d.unitId', '=', unitId).where('d.state', '=', 'arrived')
    case 'handover':
      return all.where('d.unitId', '=', unitId).where('d.state', '=', 'received')
    case 'mine':
      return all.where('d.holderId', '=', accountId).where(open)
    case 'unit':
      return all.where('d.competentId', '=', unitId).where(open)
    case 'paused':
      return all.where('d.competentId', '=', unitId).where(paused)
    case 'return':
      return all.where('d.unitId', '=', unitId).where('d.state', '=', 'finished')
  }
}

/** Those without such a moment come last: nobody gave them a limit. */
export async function listQueue(
  db: Db,
  view: QueueView,
  filter: QueueFilter,
  { limit, after }: { limit: number; after?: After | undefined },
): Promise<Dossier[]> {
  const order = orderOf[view]
  const column = `d.${order}` as const
  const ref = sql.ref(column)
  const dated = async () => {
    if (after && after.at === null) return []
    return within(db, view, filter)
      .where(column, 'is not', null)
      .$if(after !== undefined, (q) =>
        q.where(sql<boolean>`(${ref}, d.id) > (${after?.at ?? null}, ${after?.id ?? ''})`),
      )
      .orderBy(column)
      .orderBy('d.id')
      .limit(limit)
      .execute()
  }
  const rows = await dated()
  if (rows.length >= limit) return rows
  const undated = await within(db, view, filter)
    .where(column, 'is', null)
    .$if(after !== undefined && after.at === null, (q) => q.where('d.id', '>', after?.id ?? ''))
    .orderBy('d.id')
    .limit(limit - rows.length)
    .execute()
  return [...rows, ...undated]
}

/** By the words of a name, or the last four of a number (`4127`); within one unit. Newest first. */
export async function searchDossiers(db: Db, unitId: number, typed: string, limit: number): Promise<Dossier[]> {
  const tail = /^\d{4}$/.exec(typed.trim())?.[0]
  const words = tail ? [`#${tail}`] : wordsOf(typed)
  if (words.length === 0) return []
  const keys = searchKeys([unitId], words)
  return dossiers(db)
    .innerJoin('dossiers.search as s', 's.dossierId', 'd.id')
    .where(sql<boolean>`s.keys @> ${keys}::text[]`)
    .orderBy('d.filedAt', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
}

/** A code of reception, or of the request. */
export const findByAnyCode = async (db: Db, typed: string): Promise<Dossier | undefined> => {
  const code = typed.trim().toUpperCase()
  if (isId(typed)) return undefined
  return (
    (await dossiers(db).where('d.code', '=', code).executeTakeFirst()) ??
    (await dossiers(db).where('d.requestCode', '=', code).executeTakeFirst())
  )
}
