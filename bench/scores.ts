/** The index of service over very many dossiers: making all sums again, moving them with one dossier, reading them. */
import { sql } from 'kysely'
import { type Db, openDatabase, type Owner } from '../src/kernel/db/open.ts'
import { migrate } from '../src/kernel/db/migrate.ts'
import { day } from '../src/kernel/time.ts'
import { asOf } from '../src/modules/scores/count.ts'
import { recordFact } from '../src/modules/scores/fact.store.ts'
import { sheetOn } from '../src/modules/scores/service-index.ts'
import { missesOf } from '../src/modules/scores/service-index.ts'
import { listCostly } from '../src/modules/scores/costly.store.ts'
import { byChild } from '../src/modules/scores/months.ts'
import { readPeriod } from '../src/modules/scores/period.ts'
import { listMonths, sumsByOfficer, sumsByProcedure, sumsByUnit, unitsUnder } from '../src/modules/scores/sums.store.ts'
import { recompute } from '../src/modules/scores/tally.store.ts'
import { processorOf } from './child.ts'
import { makeUnits } from './measure-data.ts'
import { inPlace, serverUrl } from './place.ts'
import { atMost, milliseconds, type Report, seconds, stated } from './report.ts'

const units = 204
const officersOfUnit = 8
/** Of each officer. */
const procedures = 12
const yesterday = day('2025-12-30')
const most = 30

/** Three years of dossiers, a fiftieth of them late, a hundredth still open; by chance that is the same each time. */
async function fill(owner: Owner, count: number) {
  await owner.script("set session_replication_role = replica; set work_mem = '256MB'; set synchronous_commit = off")
  const chance = (no: number, of: number) => `(hashint4(i + ${no} * 7919) & 1048575) % ${of}`
  for (let first = 1; first <= count; first += 500_000)
    await owner.query(
      `insert into scores.fact
       select gen_random_uuid(), ('00000000-0000-7000-8000-' || lpad((unit * 100 + officer)::text, 12, '0'))::uuid,
         ended_at + case when is_late then interval '-2 days' else interval '2 days' end, null,
         case when is_open then null else ended_at end, now(), unit, received, case when is_open then null else ended_at::date end,
         case when is_late then ended_at::date - 2 when is_open then received + 7 end,
         0, 2, 2, 1, reused, 0, channel, case when is_open then 4 else 10 end, 1, i % 3 = 0, true, true, e_result, true, i % 400 = 0, false, false, true,
         true, not is_open, e_result and not is_open, channel = 2, i % 5 > 0, true, 'H58.' || unit || '-' || i, '1.' || lpad((officer * 100 + procedure)::text, 6, '0'),
         case when is_open then null else 'result' end, case when is_late or is_open then 'due' end, '{}'
       from (
         select i, ${chance(1, units)} + 1 as unit, ${chance(2, officersOfUnit)} as officer, ${chance(3, procedures)} as procedure,
           received, received + (${chance(4, 9)})::int + interval '10 hours' as ended_at,
           ${chance(5, 50)} = 0 and ${chance(6, 100)} > 0 as is_late, ${chance(6, 100)} = 0 as is_open,
           (${chance(7, 2)})::smallint as reused, (1 + ${chance(8, 2)})::smallint as channel, ${chance(9, 10)} > 0 as e_result
         from (select i, date '2023-01-01' + ((i::bigint * 1095) / $3::bigint)::int as received from generate_series($1::int, $2::int) i) n) d`,
      [first, Math.min(count, first + 499_999), count],
    )
  await owner.script('analyze scores.fact; reset session_replication_role')
}

async function taking(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

/** Seconds by the clock, and how long the one server process of this pool was at work: others on the machine do not change that. */
async function worked(db: Db, work: () => Promise<unknown>) {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const busy = () => processorOf(rows[0]?.pid ?? 0) ?? 0
  const before = busy()
  const took = (await taking(work)) / 1000
  return { took, busy: busy() - before }
}

async function middle(times: number, work: (no: number) => Promise<unknown>) {
  const took: number[] = []
  for (let no = 0; no < times; no++) took.push(await taking(() => work(no)))
  took.sort((a, b) => a - b)
  return { p50: took[Math.floor(times / 2)] ?? 0, p95: took[Math.floor(times * 0.95)] ?? 0 }
}

async function recordOne(db: Db, no: number) {
  const row = await db.selectFrom('scores.fact').selectAll().orderBy('dossierId').offset(no).limit(1).executeTakeFirst()
  if (!row) return
  const changed = { ...row, complaint: !row.complaint, synced: !row.synced } as never
  return taking(() => db.transaction().execute((inside) => recordFact({ db: inside, now: new Date() }, changed)))
}

export async function scoresReport(count: number): Promise<Report> {
  if (!serverUrl()) return { lines: [stated('scores', 'left out: needs PostgreSQL')], figures: null }
  return inPlace('postgres', async ({ at }) => {
    let filled = 0
    const { db, close } = await openDatabase({ ...at, connections: 1 } as typeof at, async (owner) => {
      await migrate(owner)
      filled = await taking(() => fill(owner, count))
    })
    try {
      return await measure(db, count, filled)
    } finally {
      await close()
    }
  })
}

async function measure(db: Db, count: number, filled: number): Promise<Report> {
  const top = await makeUnits(db, units)
  const made = await worked(db, () => recompute(db))
  const again = await worked(db, () => recompute(db))
  const { rows } = await sql<{ lines: number }>`select count(*) as lines from scores.tally`.execute(db)
  const records: number[] = []
  for (let no = 0; no < 300; no++) records.push((await recordOne(db, no)) ?? 0)
  records.sort((a, b) => a - b)
  const asked = asOf(readPeriod('2025-q4', yesterday), yesterday)
  const under = await unitsUnder(db, top, asked.to)
  const about = { units: under.map(({ unitId }) => unitId) }
  const months = await middle(20, () => listMonths(db, { ...about, ...asked }))
  const byUnit = await middle(20, async () =>
    byChild(await unitsUnder(db, top, asked.to), await sumsByUnit(db, about.units, asked)),
  )
  const byOfficer = await middle(20, () => sumsByOfficer(db, { ...about, units: [5] }, asked))
  const byProcedure = await middle(20, () => sumsByProcedure(db, about, asked))
  const indicators = sheetOn(yesterday).indicators.filter((indicator) => missesOf(indicator).length > 0)
  const lists: [string, { p50: number; p95: number }][] = []
  for (const indicator of indicators)
    lists.push([
      indicator.code,
      await middle(5, () => listCostly(db, { ...about, indicator, asked, after: '', limit: 100 })),
    ])
  const [slowest = ['', { p50: 0, p95: 0 }]] = lists.toSorted(([, a], [, b]) => b.p95 - a.p95)
  const both = ({ p50, p95 }: { p50: number; p95: number }) => `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`
  const p95 = records[Math.floor(records.length * 0.95)] ?? 0
  return {
    lines: [
      stated('dossiers', `${count}, filled in ${seconds(filled / 1000)}; ${rows[0]?.lines} sums`),
      atMost('all sums from nothing, processor time', made.busy, most, seconds),
      stated('by the clock', seconds(made.took)),
      atMost('all sums made again and nothing wrong, processor time', again.busy, most, seconds),
      stated('by the clock', seconds(again.took)),
      stated('one dossier recorded', both({ p50: records[150] ?? 0, p95 })),
      stated('the province month by month', both(months)),
      stated('the province by unit', both(byUnit)),
      stated('a commune by officer', both(byOfficer)),
      stated('the province by procedure', both(byProcedure)),
      stated(`the slowest list of what costs points (${slowest[0]})`, both(slowest[1])),
    ],
    figures: { count, made, again, records, months, byUnit, byOfficer, byProcedure, lists },
  }
}
