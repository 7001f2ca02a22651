/** How long the board of a whole province takes, and that it takes as long with a tenth of the rows. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { migrate } from '../src/kernel/db/migrate.ts'
import { type Db, openDatabase, type Owner } from '../src/kernel/db/open.ts'
import type { Fact } from '../src/kernel/measure.ts'
import { boardOf, byChild, valueOf } from '../src/kernel/measure.store.ts'
import { rollUp } from '../src/kernel/measure-closing.store.ts'
import { recordFacts } from '../src/kernel/measure-fact.store.ts'
import { day, firstOfMonth, plusDays, plusMonths } from '../src/kernel/time.ts'
import { codeOf, lastDay, makeProvince, type Size } from './measure-data.ts'

type Times = { p50: number; p95: number; p99: number }

/** Of the whole database and of the tenth, in milliseconds; the quotient of their medians and of their 95th percentiles. */
type Compared = { full: Times; tenth: Times; ratio: { p50: number; p95: number } }

type Province = { db: Db; owner: Owner; unitId: number; size: Size; figures: Filled }

type Filled = { facts: number; closings: number; fillSeconds: number; rollUpOfAllSeconds: number }

const thisMonth = firstOfMonth(lastDay)
const year = { from: plusMonths(thisMonth, -12), to: thisMonth }

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const start = performance.now()
  const result = await work()
  return [(performance.now() - start) / 1000, result]
}

const at = (sorted: readonly number[], share: number) => sorted[Math.floor((sorted.length - 1) * share)] as number

const timesOf = (times: number[]): Times => {
  times.sort((a, b) => a - b)
  return { p50: at(times, 0.5), p95: at(times, 0.95), p99: at(times, 0.99) }
}

/** In turn, so that whatever else the machine does falls on both alike. */
async function compare(runs: number, both: Both<Province>, work: (province: Province) => Promise<unknown>) {
  const times: Both<number[]> = { full: [], tenth: [] }
  for (let run = -100; run < runs; run++)
    for (const which of ['full', 'tenth'] as const) {
      const [seconds] = await timed(() => work(both[which]))
      if (run >= 0) times[which].push(seconds * 1000)
    }
  const [full, tenth] = [timesOf(times.full), timesOf(times.tenth)]
  return { full, tenth, ratio: { p50: full.p50 / tenth.p50, p95: full.p95 / tenth.p95 } } satisfies Compared
}

type Both<T> = { full: T; tenth: T }

const count = async (db: Db, table: 'kernel.fact' | 'kernel.closing'): Promise<number> =>
  (await db.selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n

async function fill(db: Db, owner: Owner, size: Size): Promise<Province> {
  const [fillSeconds, { provinceId: unitId }] = await timed(() => makeProvince(db, owner, size))
  const [rollUpOfAllSeconds] = await timed(() => rollUp(db, lastDay))
  await owner.script('vacuum analyze kernel.closing')
  const [facts, closings] = [await count(db, 'kernel.fact'), await count(db, 'kernel.closing')]
  await checkBoard(db, unitId, size)
  return { db, owner, unitId, size, figures: { facts, closings, fillSeconds, rollUpOfAllSeconds } }
}

/** A fast board that is wrong is worth nothing: the sums of the last month, straight from the facts. */
async function checkBoard(db: Db, unitId: number, size: Size) {
  const lines = await boardOf(db, { unitId, ...year })
  const { rows } = await sql<{ code: string; sum: string }>`
    select m.code, sum(f.numerator) as sum from kernel.measure m
    join kernel.fact f on f.measure_no = m.no and f.day between case m.kind when 'flow' then ${thisMonth}::date else ${lastDay}::date end and ${lastDay}::date
    group by m.code`.execute(db)
  const sums = new Map(rows.map(({ code, sum }) => [code, Number(sum)]))
  const wrong = lines.filter(({ code, value, trend }) => value?.numerator !== sums.get(code) || trend.length !== 13)
  if (lines.length !== size.measures || wrong.length)
    throw new Error(`the board is wrong in ${wrong.length} of ${lines.length} lines`)
}

/** Corrects one day for all units and measures, as modules write it: one batch a measure; then closes its month again. */
async function correctDay({ db, size }: Province) {
  const units = await db.selectFrom('kernel.unit').select('id').execute()
  const [record] = await timed(async () => {
    for (let number = 0; number < size.measures; number++) {
      const denominator = number % 2 === 0 ? 64 : null
      const facts = units.map(({ id }): Fact => {
        return { measure: codeOf(number), unitId: id, day: plusDays(lastDay, -1), numerator: 1_000 + id, denominator }
      })
      await recordFacts(db, facts, new Date('2026-01-01T00:00:00Z'))
    }
  })
  const [close, { months }] = await timed(() => rollUp(db, lastDay))
  return { facts: units.length * size.measures, recordSeconds: record, months, rollUpSeconds: close }
}

async function inDatabase<T>(url: string, work: (db: Db, owner: Owner) => Promise<T>): Promise<T> {
  const name = `tgs_bench_${randomUUID().replaceAll('-', '')}`
  const server = new pg.Client({ connectionString: url })
  await server.connect()
  await server.query(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const client = new pg.Client({ connectionString: own.href })
  try {
    const place = { url: own.href, connections: 4 }
    const { db, close } = await openDatabase(place, async (owner) => void (await migrate(owner)))
    await client.connect()
    try {
      return await work(db, {
        query: async (text, params) => (await client.query(text, params)).rows as Record<string, unknown>[],
        script: async (text) => void (await client.query(text)),
      })
    } finally {
      await close()
      await client.end()
    }
  } finally {
    await server.query(`drop database ${name} with (force)`)
    await server.end()
  }
}

/** The server's settings that the figures depend on. */
async function settingsOf(db: Db) {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, current_setting(name) as setting from pg_settings where name in ('server_version', 'shared_buffers', 'fsync', 'work_mem')`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))
}

async function measureBoth(both: Both<Province>, runs: number) {
  const children = { measures: [1, 2, 3, 4, 5].map(codeOf), from: day('2025-01-01'), to: thisMonth }
  const reportingYear = { from: day('2024-12-15'), to: day('2025-12-14') }
  const board = ({ db, unitId }: Province) => boardOf(db, { unitId, ...year })
  return {
    board: await compare(runs, both, board),
    children: await compare(runs, both, ({ db, unitId }) => byChild(db, { ...children, unitId })),
    reportingYear: await compare(runs, both, ({ db, unitId }) =>
      valueOf(db, { measure: codeOf(1), unitId, period: reportingYear }),
    ),
    correctedDay: { full: await correctDay(both.full), tenth: await correctDay(both.tenth) },
    boardAfterCorrection: await compare(runs, both, board),
  }
}

/** `url` names a server on which databases may be made; they are removed again. Takes minutes unless `small`. */
export async function boardBench({ url, small = false }: { url: string; small?: boolean }) {
  const size = { units: small ? 50 : 200, measures: small ? 60 : 300, days: 365, months: 120 }
  return inDatabase(url, async (db, owner) => {
    const full = await fill(db, owner, size)
    return inDatabase(url, async (tenthDb, tenthOwner) => {
      // Thirteen months of closings and not twelve, so that both boards show as much.
      const tenth = await fill(tenthDb, tenthOwner, { ...size, days: 36, months: 13 })
      const settings = await settingsOf(db)
      const times = await measureBoth({ full, tenth }, small ? 100 : 300)
      return { settings, rows: { full: full.figures, tenth: tenth.figures }, ...times }
    })
  })
}

const round = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)

if (import.meta.main) {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL names the server to measure on: scripts/with-postgres.sh')
  console.log(JSON.stringify(await boardBench({ url, small: process.argv.includes('--small') }), round, 2))
}
