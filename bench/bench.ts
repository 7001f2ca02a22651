/**
 * `npm run bench`, all of it, or `npm run bench -- pages | throughput | start | search | board | crash | uploads | drafts |
 * filing | exchange`. Stops by itself; speaks to nothing but this machine. Makes its own PostgreSQL unless TEST_DATABASE_URL names a
 * server.
 *
 *   --rounds N   of the crash bench, 100 unless said; of uploads, drafts and exchange 25    --seed N   chance had again    --small   a small board
 */
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { crashReport } from './crash.ts'
import { crashExchangeReport } from './crash-exchange.ts'
import { crashFilingReport } from './crash-filing.ts'
import { crashUploadReport } from './crash-upload.ts'
import { filingReport } from './filing-report.ts'
import { boardReport } from './board-report.ts'
import { pagesReport } from './pages.ts'
import { serverUrl } from './place.ts'
import { type Report, tell } from './report.ts'
import { scoresReport } from './scores.ts'
import { searchReport } from './search.ts'
import { startReport } from './start.ts'
import { throughputReport } from './throughput-report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    rows: { type: 'string' },
    seed: { type: 'string' },
    small: { type: 'boolean' },
  },
})
const ownServer = process.env['BENCH_OWN_SERVER'] === '1'
const engines = serverUrl() ? (['embedded', 'postgres'] as const) : (['embedded'] as const)
const seed = Number(values.seed ?? Date.now() % 1_000_000)

const benches: Record<string, () => Promise<Report>> = {
  pages: pagesReport,
  throughput: () => throughputReport(engines),
  start: () => startReport(engines),
  search: () => searchReport(engines),
  board: () => boardReport(values.small ?? false),
  crash: () => crashReport(engines, { rounds: Number(values.rounds ?? 100), seed, crashesServer: ownServer }),
  filing: filingReport,
  drafts: () => crashFilingReport(engines, Number(values.rounds ?? 25), seed),
  scores: () => scoresReport(Number(values.rows ?? 1_000_000)),
  exchange: () => crashExchangeReport(engines, Number(values.rounds ?? 25), seed),
  uploads: () => crashUploadReport(engines, Number(values.rounds ?? 25), seed),
}

/** The same once more, with a PostgreSQL server of its own that writes as safely as one in use. */
function withServer(): number {
  const script = join(import.meta.dirname, '../scripts/with-postgres.sh')
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)]
  const env = { ...process.env, BENCH_OWN_SERVER: '1', PGTEST_OPTIONS: '-c max_connections=60' }
  return spawnSync(script, again, { stdio: 'inherit', env }).status ?? 1
}

async function run(): Promise<number> {
  const names = positionals.length ? positionals : Object.keys(benches)
  const unknown = names.filter((name) => !benches[name])
  if (unknown.length) {
    console.error(`There is no bench called ${unknown.join(', ')}: ${Object.keys(benches).join(', ')}`)
    return 2
  }
  if (!serverUrl()) {
    if (globSync('/usr/lib/postgresql/*/bin/postgres').length) return withServer()
    console.log('PostgreSQL is not installed: measured on the embedded database only.')
  }
  let allMet = true
  for (const name of names) {
    const start = performance.now()
    const report = await (benches[name] as () => Promise<Report>)()
    allMet = tell(name, report, (performance.now() - start) / 1000) && allMet
  }
  return allMet ? 0 : 1
}

process.exitCode = await run()
