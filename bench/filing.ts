/** Filing beside what the same database server does at the same moment with the plainest of transactions. */
import { execFile } from 'node:child_process'
import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Db } from '../src/kernel/db/open.ts'
import { type Child, heard, startChild } from './child.ts'
import { analyze, draftMany, settleFiling } from './filing-data.ts'
import type { Filed, FilingOptions, Order } from './filing-server.ts'
import { median } from './load.ts'
import { asServer, inPlace, openPlace, type Place, serverUrl, settle } from './place.ts'

const run = promisify(execFile)

/** As many as a house of this size would run, and as many connections for both. */
const processes = Math.max(1, availableParallelism())
const connections = 16
const [rounds, seconds, warmUp] = [7, 3, 2]

const program = () => globSync('/usr/lib/postgresql/*/bin/pgbench').toSorted().at(-1) ?? 'pgbench'

/** TPC-B-like, as PostgreSQL itself is compared: five statements in a transaction. */
async function pgbench(name: string, given: readonly string[]): Promise<string> {
  const { hostname, port, username } = new URL(serverUrl() ?? '')
  const { stdout } = await run(program(), ['-h', hostname, '-p', port, '-U', username, ...given, name])
  return stdout
}

async function plainTransactions(name: string, forSeconds: number): Promise<number> {
  const jobs = String(Math.min(connections, processes))
  const said = await pgbench(name, ['-n', '-c', String(connections), '-j', jobs, '-T', String(forSeconds)])
  return Number(/tps = ([\d.]+)/.exec(said)?.[1])
}

async function fileFor(children: readonly Child[], forSeconds: number) {
  const answers = children.map((child) => {
    const answer = heard<Filed>(child)
    child.process.send({ seconds: forSeconds } satisfies Order)
    return answer
  })
  const all = await Promise.all(answers)
  return {
    perSecond: all.reduce((sum, { filed, seconds: took }) => sum + filed / took, 0),
    times: all.flatMap(({ times }) => times),
  }
}

/** Rows by table, of which one more filing wrote so many. */
async function countRows(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select c.oid::regclass::text as name,
      (xpath('/row/n/text()', query_to_xml('select count(*) as n from ' || c.oid::regclass, false, true, '')))[1]::text::int as count
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('filing', 'kernel', 'uploads', 'identity')`.execute(db)
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]))
}

const percentile = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN

async function measure(place: Place) {
  if (!('url' in place.at)) throw new Error('filing is measured on PostgreSQL')
  await settle(place, 0)
  const { db, close } = await openPlace(place)
  const name = `pgbench_${process.pid}`
  await asServer((client) => client.query(`create database ${name}`))
  const children: Child[] = []
  try {
    await pgbench(name, ['-i', '-q', '-s', '20'])
    await settleFiling(db)
    const now = new Date()
    const drafts = await draftMany(db, 20_000, now)
    await analyze(db)
    for (let no = 0; no < processes; no++) {
      const own = drafts.filter((_, at) => at % processes === no)
      const options: FilingOptions = { url: place.at.url, connections: connections / processes }
      const child = startChild('bench/filing-server.ts', { BENCH: JSON.stringify(options) })
      await heard(child)
      const taken = heard(child)
      child.process.send({ drafts: own } satisfies Order)
      await taken
      children.push(child)
    }
    const before = await countRows(db)
    const first = await fileFor(children.slice(0, 1), 0.001)
    const after = await countRows(db)
    const rows = Object.entries(after).flatMap(([table, count]) => {
      const more = (count - (before[table] ?? 0)) / first.times.length
      return more === 0 ? [] : [`${table} ${more > 0 ? '+' : ''}${more}`]
    })
    await fileFor(children, warmUp)
    await plainTransactions(name, warmUp)
    const found: { plain: number; filing: number; p50: number; p95: number }[] = []
    for (let round = 0; round < rounds; round++) {
      const plain = await plainTransactions(name, seconds)
      const { perSecond, times } = await fileFor(children, seconds)
      found.push({ plain, filing: perSecond, p50: percentile(times, 0.5), p95: percentile(times, 0.95) })
    }
    const of = (pick: (one: (typeof found)[number]) => number) => median(found.map(pick))
    return {
      plain: of(({ plain }) => plain),
      filing: of(({ filing }) => filing),
      ratio: of(({ plain, filing }) => filing / plain),
      p50: of(({ p50 }) => p50),
      p95: of(({ p95 }) => p95),
      rows,
      processes,
      connections,
      rounds: found,
    }
  } finally {
    await Promise.all(children.map((child) => child.stop('SIGKILL')))
    await close()
    await asServer((client) => client.query(`drop database ${name} with (force)`))
  }
}

export const filing = () => inPlace('postgres', measure)
