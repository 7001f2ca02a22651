import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { openTestDatabase } from '#test/database.ts'
import { asOwner } from '#test/owner.ts'
import { nobody } from './access.ts'
import type { Ctx } from './ctx.ts'
import type { Database } from './db/open.ts'
import { job, type Job, type Schedule } from './job.ts'
import { enqueue, findJob, listJobs, prepareJobs, retryJob } from './job.store.ts'
import { openLog } from './log.ts'
import { startWorker, statementsOf, type Worker } from './worker.ts'

let database: Database
let ctx: Ctx
let workers: Worker[] = []
const done: string[] = []
let broken = true

const note = job({
  name: 'test.note',
  input: z.object({ text: z.string() }),
  retries: 2,
  run: async ({ db }, { text }) => {
    await db.selectFrom('kernel.house').select('demo').execute()
    done.push(text)
  },
})
const fragile = job({
  name: 'test.fragile',
  input: z.object({}),
  retries: 1,
  run: async () => {
    done.push('tried')
    if (broken) throw new Error('it fell down')
  },
})
let letGo = () => {}
const slow = job({
  name: 'test.slow',
  input: z.object({}),
  retries: 0,
  run: async () => {
    const free = new Promise<void>((resolve) => (letGo = resolve))
    done.push('began')
    await free
    done.push('ended')
  },
})

const work = async (jobs: readonly Job[] = [note, fragile, slow], schedules: readonly Schedule[] = []) => {
  const worker = await startWorker({
    db: database.db,
    jobs,
    schedules,
    log: openLog('silent'),
    now: () => new Date('2025-05-14T07:00:00Z'),
    every: 0.5,
  })
  workers.push(worker)
  return worker
}

/** However long that takes on a busy machine: what never happens ends with the time of its test. */
const until = async (is: () => boolean | Promise<boolean>) => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 50))
}
const stateOf = async (id: string | null) => (id ? (await findJob(database.db, id))?.state : undefined)

/** As at every start, but trying again after a second. */
const prepare = () =>
  asOwner(database.db, async (owner) => {
    await prepareJobs(owner)
    await owner.query(`update jobs.queue set retry_delay = 1, retry_delay_max = 1`)
  })

beforeAll(async () => {
  database = await openTestDatabase()
  await prepare()
  const now = new Date('2025-05-14T07:00:00Z')
  ctx = { db: database.db, actor: nobody, now, requestId: 'r-1' }
})
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()))
  workers = []
  // What a test did not wait for is no work for the next one.
  await asOwner(database.db, (owner) => owner.query('delete from jobs.job'))
  done.length = 0
  broken = true
})
afterAll(() => database.close())

test('the tables of the queue are made once; asked again, or brought up from an older version, they stay usable', async () => {
  await asOwner(database.db, async (owner) => {
    await prepareJobs(owner)
    const [before] = await owner.query('select version from jobs.version')
    await owner.query('update jobs.version set version = version - 2')
    await prepareJobs(owner)
    expect(await owner.query('select version from jobs.version')).toEqual([before])
  })
  await prepare()
  const id = await enqueue(ctx, 'test.note', { text: 'after the upgrade' })
  await work()
  await until(() => done.includes('after the upgrade'))
  await until(async () => (await stateOf(id)) === 'completed')
})

test('a job of a change that was undone is not done; one of a change that was made is done once', async () => {
  const undone = database.db.transaction().execute(async (db) => {
    await enqueue({ ...ctx, db }, 'test.note', { text: 'undone' })
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  const id = await database.db.transaction().execute((db) => enqueue({ ...ctx, db }, 'test.note', { text: 'made' }))
  await work()
  await until(async () => (await stateOf(id)) === 'completed')
  await new Promise((resolve) => setTimeout(resolve, 1200))
  expect(done).toEqual(['made'])
})

test('a job waits until its time', async () => {
  await work()
  const startAfter = new Date(Date.now() + 1_500)
  const id = await enqueue(ctx, 'test.note', { text: 'later' }, { startAfter })
  await until(async () => (await stateOf(id)) === 'completed')
  expect((await findJob(database.db, id ?? ''))?.startedAt?.getTime()).toBeGreaterThanOrEqual(startAfter.getTime())
})

test('a second job with the key of one that waits is not written down', async () => {
  const first = await enqueue(ctx, 'test.note', { text: 'a' }, { key: 'k' })
  expect(first).not.toBeNull()
  expect(await enqueue(ctx, 'test.note', { text: 'b' }, { key: 'k' })).toBeNull()
  expect(await enqueue(ctx, 'test.fragile', {}, { key: 'k' })).not.toBeNull()
  broken = false
  await work()
  await until(async () => (await stateOf(first)) === 'completed')
  expect(await enqueue(ctx, 'test.note', { text: 'c' }, { key: 'k' })).not.toBeNull()
  await until(() => done.includes('c'))
})

test('a job that fails is tried again as often as it says, then stands as failed with what went wrong', async () => {
  const id = await enqueue(ctx, 'test.fragile', {})
  await work()
  await until(async () => (await stateOf(id)) === 'failed')
  expect(done).toEqual(['tried', 'tried'])
  const failed = await listJobs(database.db, 'failed')
  expect(failed).toMatchObject([{ id, name: 'test.fragile', retries: 1, error: 'it fell down' }])
  expect(failed[0]?.completedAt).toBeInstanceOf(Date)

  broken = false
  await retryJob(database.db, id ?? '')
  await until(async () => (await stateOf(id)) === 'completed')
  await expect(retryJob(database.db, id ?? '')).rejects.toMatchObject({ key: 'kernel.job.not_failed' })
})

test('a job whose input has the wrong form does not run', async () => {
  const id = await enqueue(ctx, 'test.note', { text: 7 })
  await work([job({ ...note, retries: 0 })])
  await until(async () => (await stateOf(id)) === 'failed')
  expect(done).toEqual([])
})

test('a job that this program does not know is left for one that does', async () => {
  const id = await enqueue(ctx, 'test.unknown', {})
  const older = await work()
  await until(async () => (await stateOf(id)) === 'retry')
  await older.stop()
  await work([job({ ...fragile, name: 'test.unknown', run: async () => void done.push('known') })])
  await until(async () => (await stateOf(id)) === 'completed')
  expect(done).toEqual(['known'])
})

test('two workers do no job twice', async () => {
  await Promise.all([work(), work()])
  const texts = Array.from({ length: 20 }, (_, n) => `n${n}`)
  for (const text of texts) await enqueue(ctx, 'test.note', { text })
  await until(() => done.length >= texts.length)
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(done.toSorted()).toEqual(texts.toSorted())
})

test('stopping waits for the job under way', async () => {
  const id = await enqueue(ctx, 'test.slow', {})
  const worker = await work()
  await until(() => done.includes('began'))
  const stopped = worker.stop()
  setTimeout(letGo, 300)
  await stopped
  expect(done).toEqual(['began', 'ended'])
  expect(await stateOf(id)).toBe('completed')
})

test('stopping does not wait for ever: a job that takes too long is put back', async () => {
  const id = await enqueue(ctx, 'test.slow', {})
  const worker = await work()
  await until(() => done.includes('began'))
  await worker.stop()
  expect(done).toEqual(['began'])
  expect(await stateOf(id)).toBe('retry')
  letGo()
  await until(() => done.includes('ended'))
})

test('what is scheduled stands in the table in the time of Viet Nam, and goes when it is no longer declared', async () => {
  const schedules: Schedule[] = [{ name: 'test.fragile', cron: '30 23 * * *', tz: 'Asia/Ho_Chi_Minh' }]
  const standing = () =>
    asOwner(database.db, (owner) =>
      owner.query(`select key, cron, timezone, data from jobs.schedule where name = 'work'`),
    )
  await work(undefined, schedules)
  expect(await standing()).toEqual([
    {
      key: 'test.fragile',
      cron: '30 23 * * *',
      timezone: 'Asia/Ho_Chi_Minh',
      data: { job: 'test.fragile', input: {} },
    },
  ])
  await work(undefined, [])
  expect(await standing()).toEqual([])
})

test('a schedule that names no job stops the start', async () => {
  await expect(work([], [{ name: 'test.none', cron: '* * * * *', tz: 'Asia/Ho_Chi_Minh' }])).rejects.toThrow(
    'test.none',
  )
})

test('a script is cut at the semicolons that end a statement', () => {
  expect(statementsOf(`BEGIN; select ';''; x'; \n COMMIT;\n`)).toEqual(['BEGIN', `select ';''; x'`, 'COMMIT'])
})
