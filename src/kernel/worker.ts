/** Does the jobs that wait, a few at a time, and starts those that come round by themselves. */
import { CompiledQuery } from 'kysely'
import { PgBoss, type Db as BossDb, type JobResult, type JobWithMetadata } from 'pg-boss'
import { nobody } from './access.ts'
import type { Db } from './db/open.ts'
import { mostRetries, type Job, type Schedule } from './job.ts'
import { jobSchema, queue, type Envelope } from './job.store.ts'
import type { Log } from './log.ts'

export type Worker = {
  /** Starts nothing more and waits at most five seconds for what is under way; what is not done by then is tried again. */
  stop: () => Promise<void>
}

const drainFor = 5_000

/** The statements of a script; a semicolon inside a quoted text ends none. */
export const statementsOf = (script: string): string[] =>
  (script.match(/(?:'(?:[^']|'')*'|[^;'])+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')

/** pg-boss speaks through our own connections: on the embedded database there is only one, and it must be shared in turn. */
const through = (db: Db): BossDb => {
  const run = async (on: Db, text: string, values: readonly unknown[] = []) =>
    (await on.executeQuery<Record<string, unknown>>(CompiledQuery.raw(text, [...values]))).rows
  const bare = db.withoutPlugins()
  return {
    executeSql: async (text, values) => {
      if (!/^\s*BEGIN\b/i.test(text)) return { rows: await run(bare, text, values) }
      // It sends a whole transaction as one script and wants the rows of every statement; the driver would keep none.
      const inside = statementsOf(text).filter((statement) => !/^(BEGIN|COMMIT)$/i.test(statement))
      return bare.transaction().execute(async (trx) => {
        const rows: Record<string, unknown>[] = []
        for (const statement of inside) rows.push(...(await run(trx, statement)))
        return { rows }
      })
    },
  }
}

type Doing = { db: Db; jobs: ReadonlyMap<string, Job>; log: Log; now: () => Date }

async function doJob({ db, jobs, log, now }: Doing, row: JobWithMetadata<Envelope>): Promise<JobResult> {
  const { job: name, input } = row.data
  const declared = jobs.get(name)
  try {
    if (!declared) throw new Error(`this version of the program knows no job called ${name}`)
    await declared.run({ db, actor: nobody, now: now(), requestId: row.id }, declared.input.parse(input))
    return { id: row.id, status: 'completed' }
  } catch (fault) {
    const last = row.retryCount >= (declared?.retries ?? mostRetries)
    log[last ? 'error' : 'warn']({ job: name, id: row.id, tried: row.retryCount + 1, err: fault }, 'a job failed')
    const output = { message: fault instanceof Error ? fault.message : String(fault) }
    return { id: row.id, status: last ? 'deadletter' : 'failed', output }
  }
}

/** What is declared comes round; what is no longer declared does not. */
async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]) {
  for (const { name, cron, tz } of schedules)
    await boss.schedule(queue, cron, { job: name, input: {} } satisfies Envelope, { tz, key: name, missed: 'once' })
  for (const { key } of await boss.getSchedules(queue))
    if (!schedules.some(({ name }) => name === key)) await boss.unschedule(queue, key)
}

export type WorkerOptions = {
  db: Db
  jobs: readonly Job[]
  schedules: readonly Schedule[]
  log: Log
  now: () => Date
  /** Seconds between two looks for work. */
  every?: number
  /** Jobs done at the same time. */
  atOnce?: number
}

/** The tables must have been made before (`prepareJobs`). */
export async function startWorker({
  db,
  jobs,
  schedules,
  log,
  now,
  every = 3,
  atOnce = 2,
}: WorkerOptions): Promise<Worker> {
  const byName = new Map(jobs.map((declared) => [declared.name, declared]))
  if (byName.size !== jobs.length) throw new Error('two jobs have the same name')
  for (const { name } of schedules) if (!byName.has(name)) throw new Error(`a schedule names no job: ${name}`)
  for (const { name, retries } of jobs)
    if (retries > mostRetries) throw new Error(`${name} may be retried at most ${mostRetries} times`)
  const boss = new PgBoss({
    db: through(db),
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
    reindex: false,
    monitorVacuum: false,
    // Quiet: each of these asks the database something, and the embedded one has a single connection.
    superviseIntervalSeconds: 120,
    monitorIntervalSeconds: 120,
    queueCacheIntervalSeconds: 600,
    flowIntervalSeconds: 3600,
    cronWorkerIntervalSeconds: Math.max(every, 20),
    cronMonitorIntervalSeconds: 30,
  })
  boss.on('error', (err) => log.error({ err }, 'the job queue failed'))
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'))
  await boss.start()
  try {
    await keepSchedules(boss, schedules)
    const doing = { db, jobs: byName, log, now }
    const hands: string[] = []
    const handle = async (rows: JobWithMetadata<Envelope>[]) => {
      // Where there was one job there may be more: nobody waits for the next look.
      for (const hand of hands) boss.notifyWorker(hand)
      const results = await Promise.all(rows.map((row) => doJob(doing, row)))
      for (const hand of hands) boss.notifyWorker(hand)
      return results
    }
    const options = { pollingIntervalSeconds: every, includeMetadata: true, perJobResults: true } as const
    while (hands.length < atOnce) hands.push(await boss.work(queue, options, handle))
  } catch (fault) {
    await boss.stop({ graceful: false })
    throw fault
  }
  return { stop: () => boss.stop({ graceful: true, timeout: drainFor }) }
}
