/** Jobs as rows: written in the transaction of the change that wants them, listed, and tried again by hand. */
import { sql } from 'kysely'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import type { Ctx } from './ctx.ts'
import { appRole, type Db, type Owner } from './db/open.ts'
import type { Json } from './event.store.ts'
import { mostRetries, type JobRow, type JobState } from './job.ts'
import { refuse } from './problem.ts'

/** Of pg-boss's own tables. */
export const jobSchema = 'jobs'

/** All kinds of job wait in one queue: one look tells a worker whether there is anything to do at all. */
export const queue = 'work'

/** What a row of the queue carries. */
export type Envelope = { job: string; input: Json }

/** In the order of the update below; times in seconds. */
const queueSettings = {
  // The worker gives up earlier, after as many as the job declares.
  retries: mostRetries,
  retryDelay: 10,
  retryDelayMost: 3600,
  // A worker that is alive says so; one that died is noticed by its silence, not by this.
  mayTake: 4 * 3600,
  heartbeat: 60,
  keptAfter: 30 * 86_400,
}

const prepareLock = 4_660_469

const versionOf = async (owner: Owner): Promise<number | null> => {
  const [found] = await owner.query(`select to_regclass('${jobSchema}.version')::text as name`)
  if (!found?.['name']) return null
  const [row] = await owner.query(`select version from ${jobSchema}.version`)
  return row ? Number(row['version']) : null
}

/** The version that the library in use installs, as its own installation script says it. */
const wantedVersion = (): number =>
  Number(/INSERT INTO jobs\.version\(version\) VALUES \('(\d+)'\)/.exec(getConstructionPlans(jobSchema))?.[1])

/** The steps of an upgrade; those that build an index beside running work may not stand in one transaction with others. */
const stepsOf = (plan: string): string[] => {
  const [inOne = '', beside = ''] = plan.split(/(?<=\bCOMMIT;)/)
  return [inOne, ...beside.replace(/--.*/g, '').split(';')].map((step) => step.trim()).filter((step) => step !== '')
}

/** Brings the tables of the queue up to date and lets the application use them. Call it after `migrate`. */
export async function prepareJobs(owner: Owner): Promise<void> {
  await owner.query('select pg_advisory_lock($1)', [prepareLock])
  try {
    const version = await versionOf(owner)
    if (version === null) await owner.script(getConstructionPlans(jobSchema))
    else if (version < wantedVersion())
      for (const step of stepsOf(getMigrationPlans(jobSchema, version))) await owner.script(step)
    await owner.query(`select ${jobSchema}.create_queue($1, '{"policy":"standard"}')`, [queue])
    await owner.query(
      `update ${jobSchema}.queue set retry_limit = $2, retry_delay = $3, retry_backoff = true, retry_delay_max = $4,
       expire_seconds = $5, heartbeat_seconds = $6, deletion_seconds = $7 where name = $1`,
      [queue, ...Object.values(queueSettings)],
    )
    await owner.script(`grant usage on schema ${jobSchema} to ${appRole};
      grant select, insert, update, delete on all tables in schema ${jobSchema} to ${appRole};
      grant usage on all sequences in schema ${jobSchema} to ${appRole}`)
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [prepareLock])
  }
}

/**
 * Writes a job down in the transaction of `ctx.db`: it is done if and only if that transaction is. With a `key`, nothing
 * happens while a job of this name and key is still waiting for its first try; null then.
 */
export async function enqueue(
  ctx: Ctx,
  name: string,
  input: Json,
  more: { startAfter?: Date; key?: string } = {},
): Promise<string | null> {
  const envelope: Envelope = { job: name, input }
  const key = more.key === undefined ? null : `${name}/${more.key}`
  const { rows } = await sql<{ id: string }>`
    insert into jobs.job (name, data, singleton_key, policy, start_after, keep_until, retry_limit, retry_delay, retry_backoff,
      retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds)
    select q.name, ${JSON.stringify(envelope)}::jsonb, ${key}, ${key === null ? 'standard' : 'short'}, s.at,
      s.at + q.retention_seconds * interval '1 second', q.retry_limit, q.retry_delay, q.retry_backoff,
      q.retry_delay_max, q.expire_seconds, q.deletion_seconds, q.heartbeat_seconds
    from jobs.queue q, (select coalesce(${more.startAfter ?? null}::timestamptz, now()) as at) s
    where q.name = ${queue}
    on conflict do nothing
    returning id`.execute(ctx.db)
  return rows[0]?.id ?? null
}

const columns = sql`id, coalesce(data->>'job', name) as name, state::text as state, retry_count as retries, created_on as created_at,
  start_after, started_on as started_at, completed_on as completed_at,
  case when state in ('retry', 'failed') then coalesce(output->>'message', output->'value'->>'message', output->>'value') end as error`

/** Newest first. */
export const listJobs = async (db: Db, state: JobState, limit = 100): Promise<JobRow[]> =>
  (
    await sql<JobRow>`select ${columns} from jobs.job where name = ${queue} and state = ${state}::jobs.job_state
      order by created_on desc, id limit ${limit}`.execute(db)
  ).rows

export const findJob = async (db: Db, id: string): Promise<JobRow | undefined> =>
  (await sql<JobRow>`select ${columns} from jobs.job where name = ${queue} and id = ${id}`.execute(db)).rows[0]

/** Lets a failed job begin again, with all its tries. */
export async function retryJob(db: Db, id: string): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    update jobs.job set state = 'retry', retry_count = 0, started_on = null, completed_on = null, start_after = now(),
      keep_until = now() + interval '14 days'
    where name = ${queue} and id = ${id} and state = 'failed' returning id`.execute(db)
  if (!rows[0]) refuse('conflict', 'kernel.job.not_failed')
}
