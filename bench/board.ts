/** How long the board of a whole province takes, and that it takes as long with a tenth of the rows. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { sql } from 'kysely'
import { migrate } from '../src/kernel/db/migrate.ts'
import { type Db, openDatabase, type Owner } from '../src/kernel/db/open.ts'
import { boardOf, byChild, valueOf } from '../src/kernel/measure.store.ts'
import { rollUp } from '../src/kernel/measure-closing.store.ts'
import type { Fact } from '../src/kernel/measure.ts'
import { recordFacts } from '../src/kernel/measure-fact.store.ts'
import { day, firstOfMonth, plusDays, plusMonths } from '../src/kernel/time.ts'
import { codeOf, lastDay, makeProvince, type Size } from './measure-data.ts'

export type Times = { p50: number; p95: number; p99: number }

export type BoardFigures = {
  rows: { facts: number; closings: number }
  /** Milliseconds. */
  board: Times
  boardAfterRollUp: Times
  children: Times
  valueWithEnds: Times
  /** Seconds. */
  fill: number
  rollUpOfAll: number
  recordDay: number
  rollUpOfDay: number
}

const thisMonth = firstOfMonth(lastDay)

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, result: T]> {
  const start = performance.now()
  const result = await work()
  return [(performance.now() - start) / 1000, result]
}

async function timesOf(runs: number, work: () => Promise<unknown>): Promise<Times> {
  for (let run = 0; run < 100; run++) await work()
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push((await timed(work))[0] * 1000)
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(runs - 1, Math.floor(runs * share))] as number
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function count(db: Db, table: 'kernel.fact' | 'kernel.closing'): Promise<number> {
  return (await db.selectFrom(table).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()).n
}

/** The facts of one more day, for all units and measures, written as a module writes them: in batches. */
async function recordDay(db: Db, size: Size) {
  const units = await db.selectFrom('kernel.unit').select('id').execute()
  const next = plusDays(lastDay, -1)
  for (let number = 0; number < size.measures; number++) {
    const denominator = number % 2 === 0 ? 64 : null
    const facts = units.map(({ id }): Fact => {
      return { measure: codeOf(number), unitId: id, day: next, numerator: 1_000 + (id % 64), denominator }
    })
    await recordFacts(db, facts, new Date('2026-01-01T00:00:00Z'))
  }
}

async function measureBoard(db: Db, owner: Owner, size: Size, runs: number): Promise<BoardFigures> {
  const [fill, { provinceId: unitId }] = await timed(() => makeProvince(db, owner, size))
  const [rollUpOfAll] = await timed(() => rollUp(db, lastDay))
  await owner.script('vacuum analyze kernel.closing')
  const rows = { facts: await count(db, 'kernel.fact'), closings: await count(db, 'kernel.closing') }
  const months = { from: plusMonths(thisMonth, -12), to: thisMonth }
  const board = () => boardOf(db, { unitId, ...months })
  await checkBoard(db, unitId, await board(), size)
  const times = {
    board: await timesOf(runs, board),
    children: await timesOf(runs, () =>
      byChild(db, { measures: [1, 2, 3, 4, 5].map(codeOf), unitId, from: day('2025-01-01'), to: thisMonth }),
    ),
    valueWithEnds: await timesOf(runs, () =>
      valueOf(db, { measure: codeOf(1), unitId, period: { from: day('2024-12-15'), to: day('2025-12-14') } }),
    ),
  }
  const [recorded] = await timed(() => recordDay(db, size))
  const [rolled] = await timed(() => rollUp(db, lastDay))
  const boardAfterRollUp = await timesOf(runs, board)
  return { rows, ...times, boardAfterRollUp, fill, rollUpOfAll, recordDay: recorded, rollUpOfDay: rolled }
}

/** A fast board that is wrong is worth nothing: the sums of the last month, straight from the facts. */
async function checkBoard(db: Db, unitId: number, lines: Awaited<ReturnType<typeof boardOf>>, size: Size) {
  const { rows } = await sql<{ code: string; sum: string }>`
    select m.code, sum(f.numerator) as sum from kernel.measure m
    join kernel.fact f on f.measure_no = m.no and case m.kind when 'flow' then f.day between ${thisMonth} and ${lastDay} else f.day = ${lastDay} end
    group by m.code`.execute(db)
  const sums = new Map(rows.map(({ code, sum: total }) => [code, Number(total)]))
  const wrong = lines.filter(({ code, value, trend }) => value?.numerator !== sums.get(code) || trend.length !== 13)
  if (lines.length !== size.measures || wrong.length)
    throw new Error(`the board of unit ${unitId} is wrong in ${wrong.length} of ${lines.length} lines`)
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
    const { db, close } = await openDatabase(
      { url: own.href, connections: 4 },
      async (owner) => void (await migrate(owner)),
    )
    await client.connect()
    try {
      return await work(db, {
        query: async (text, params) => (await client.query(text, params)).rows as Record<string, unknown>[],
        script: async (text) => {
          for (const statement of text.split(';')) await client.query(statement)
        },
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

/** `url` names a server on which databases may be made; they are removed again. Takes minutes unless `small`. */
export async function boardBench({ url, small = false }: { url: string; small?: boolean }) {
  const runs = small ? 50 : 300
  const full = small
    ? { units: 50, measures: 60, days: 365, months: 120 }
    : { units: 200, measures: 300, days: 365, months: 120 }
  // Thirteen months and not twelve, so that both boards show as much.
  const tenth = { ...full, days: 36, months: 13 }
  const figures = {
    full: await inDatabase(url, (db, owner) => measureBoard(db, owner, full, runs)),
    tenth: await inDatabase(url, (db, owner) => measureBoard(db, owner, tenth, runs)),
  }
  return {
    ...figures,
    ratio: figures.full.board.p50 / figures.tenth.board.p50,
    ratio95: figures.full.board.p95 / figures.tenth.board.p95,
  }
}

const round = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)

if (import.meta.main) {
  const url = process.env['TEST_DATABASE_URL']
  if (!url) throw new Error('TEST_DATABASE_URL names the server to measure on: scripts/with-postgres.sh')
  console.log(JSON.stringify(await boardBench({ url, small: process.argv.includes('--small') }), round, 2))
}
