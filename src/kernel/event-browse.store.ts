/** Reading the event log page by page, newest first. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { momentOf, plusDays, type Day } from './time.ts'

export type EventFilter = {
  /** The beginning of what it happened to: `kernel.account/`, or one thing whole. */
  about?: string | undefined
  login?: string | undefined
  on?: Day | undefined
  /** Only events with a lower number. */
  before?: number | undefined
  /** Only what was done from these units; `null`: everything. */
  scope: readonly number[] | null
  limit: number
}

export const browseEvents = (db: Db, filter: EventFilter) => {
  const { about, login, on, before, scope, limit } = filter
  return db
    .selectFrom('kernel.event as e')
    .leftJoin('kernel.account as a', 'a.id', 'e.accountId')
    .leftJoin('kernel.account as b', (join) =>
      join.on(
        'b.id',
        '=',
        sql`case when e.about ~ '^kernel[.]account/[0-9a-f-]{36}$' then substring(e.about from 16)::uuid end`,
      ),
    )
    .select(['e.seq', 'e.at', 'e.command', 'e.about', 'e.rule', 'e.detail', 'e.result', 'a.name', 'a.login'])
    .select('b.name as aboutName')
    .$if(Boolean(about), (query) => query.where(sql<boolean>`starts_with(e.about, ${about})`))
    .$if(Boolean(login), (query) => query.where(sql`lower(a.login)`, '=', (login ?? '').toLowerCase()))
    .$if(on !== undefined, (query) =>
      on ? query.where('e.at', '>=', momentOf(on)).where('e.at', '<', momentOf(plusDays(on, 1))) : query,
    )
    .$if(before !== undefined, (query) => query.where('e.seq', '<', before ?? 0))
    .$if(scope !== null, (query) => query.where('e.unitId', 'in', [...(scope ?? []), -1]))
    .orderBy('e.seq', 'desc')
    .limit(limit)
    .execute()
}
