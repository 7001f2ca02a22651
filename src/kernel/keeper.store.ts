/** What whoever keeps the platform has to see first: what failed, what was not sent, what is not sealed, what it stands on. */
import { sql } from 'kysely'
import { hasPostIn } from './account.store.ts'
import type { Db } from './db/open.ts'
import type { JobState } from './job.ts'
import { jobSchema, queue } from './job.store.ts'
import type { MailState } from './mail.store.ts'

/** Only states that something is in. */
export async function countJobs(db: Db): Promise<ReadonlyMap<JobState, number>> {
  const { rows } = await sql<{ state: JobState; count: number }>`select state::text as state, count(*) as count
    from ${sql.raw(jobSchema)}.job where name = ${queue} group by state`.execute(db)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Only states that something is in. */
export async function countMails(db: Db): Promise<ReadonlyMap<MailState, number>> {
  const rows = await db
    .selectFrom('kernel.mail')
    .select((select) => [
      select.ref('state').$castTo<MailState>().as('state'),
      select.fn.countAll<number>().as('count'),
    ])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

export type SealStanding = { unsealed: number; last: { no: number; sealedAt: Date } | null }

/** How much of the log could still be changed unseen. Does not hold anything against the seals: see `verifyEvents`. */
export async function sealStanding(db: Db): Promise<SealStanding> {
  const last = await db
    .selectFrom('kernel.event_seal')
    .select(['no', 'sealedAt', 'lastSeq'])
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { count } = await db
    .selectFrom('kernel.event')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('seq', '>', last?.lastSeq ?? 0)
    .executeTakeFirstOrThrow()
  return { unsealed: count, last: last ? { no: last.no, sealedAt: last.sealedAt } : null }
}

/** Accounts locked now: with a post in one of the units, or `null` for all. */
export async function countLocked(db: Db, scope: readonly number[] | null, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('kernel.account as a')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('a.lockedUntil', '>', now)
    .where('a.closedOn', 'is', null)
    .where(hasPostIn(scope))
    .executeTakeFirstOrThrow()
  return count
}

/** `PostgreSQL 15.20`; embedded when the database lives inside the process and allows one process only. */
export async function databaseKind(db: Db): Promise<{ version: string; embedded: boolean; size: number }> {
  const { rows } = await sql<{ version: string; size: number }>`select version() as version,
    pg_database_size(current_database()) as size`.execute(db)
  const version = rows[0]?.version ?? ''
  return {
    version: /^\S+ \S+/.exec(version)?.[0] ?? '',
    embedded: version.includes('PGlite'),
    size: rows[0]?.size ?? 0,
  }
}
