/**
 * Invents believable dossiers for the index of service, from a seed, in a house that is not running: so many for the year
 * up to a day. Only for looking at: `DATA_DIR=var/look node --import tsx scripts/dossier-facts.ts 20000 2025-05-13`.
 */
import { createHash } from 'node:crypto'
import { readConfig } from '../src/kernel/config.ts'
import { openDatabase } from '../src/kernel/db/open.ts'
import { day, daysBetween, momentOf, plusDays } from '../src/kernel/time.ts'
import { type DossierFact, recordFact } from '../src/modules/scores/public.ts'

const [count = '5000', until = '2025-05-13', seed = '1'] = process.argv.slice(2)
const last = day(until)
const first = plusDays(last, -364)

/** The same number for the same names, between 0 and 1. */
const chance = (...names: (string | number)[]): number =>
  createHash('sha256')
    .update([seed, ...names].join(' '))
    .digest()
    .readUInt32BE() /
  2 ** 32
const pick = <T>(of: readonly T[], share: number): T => of[Math.floor(share * of.length)] as T

const { DATABASE_URL: url, DATA_DIR: folder } = readConfig(process.env)
const { db, close } = await openDatabase(url ? { url } : { folder }, async () => {})
const units = await db
  .selectFrom('kernel.unit_version')
  .select('unitId')
  .where('kind', 'in', ['commune', 'district', 'department'])
  .where('validTo', 'is', null)
  .orderBy('unitId')
  .execute()
const procedures = await db.selectFrom('catalogue.procedure').select('code').orderBy('code').limit(60).execute()
const posts = await db.selectFrom('kernel.post').select(['unitId', 'accountId']).execute()

function factOf(no: number): DossierFact {
  const { unitId } = pick(units, chance(no, 'unit') ** 1.6)
  const diligence = 0.75 + chance(unitId, 'diligence') * 0.25
  const does = (what: string, share: number) => chance(no, what) < share * diligence
  const receivedOn = plusDays(first, Math.floor(chance(no, 'day') * 365))
  const limit = 3 + Math.floor(chance(no, 'limit') * 12)
  const took = Math.floor(limit * (does('on time', 0.99) ? chance(no, 'took') : 1.2 + chance(no, 'took')))
  const isOver = plusDays(receivedOn, took) <= last
  const asked = chance(no, 'asked') < 0.06 ? (chance(no, 'again') < 0.1 ? 2 : 1) : 0
  const hasResult = isOver && does('result', 0.97)
  const channel = does('online', 0.72) ? 2 : chance(no, 'post') < 0.1 ? 3 : 1
  return {
    dossierId: createHash('sha256')
      .update(`${seed} ${no}`)
      .digest('hex')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
    code: `H58.${unitId}-${receivedOn.slice(2).replaceAll('-', '')}-${String(no % 10_000).padStart(4, '0')}`,
    procedureCode: pick(procedures, chance(no, 'procedure') ** 2).code,
    unitId,
    officerId: posts.find((one) => one.unitId === unitId)?.accountId ?? null,
    channel,
    receivedOn,
    dueAt: momentOf(plusDays(receivedOn, limit), 17),
    limitAt: null,
    endedAt: isOver ? momentOf(plusDays(receivedOn, took), 10) : null,
    endedBy: isOver ? (hasResult ? 'result' : 'refusal') : null,
    state: isOver ? (hasResult ? 10 : 3) : 4,
    supplementsAsked: Array.from({ length: asked }, (_, at) => momentOf(plusDays(receivedOn, at), 15)),
    supplementMinutes: asked * 1440,
    hasFee: chance(no, 'fee') < 0.4,
    paidOnline: does('paid', 0.6) ? 1 : 0,
    signedInByVneid: does('vneid', 1),
    componentsDigitised: does('digitised', 0.85) ? 3 : 2,
    componentsTotal: 3,
    resultDigitised: hasResult && does('e-result', 0.9),
    resultLink: hasResult && does('e-result', 0.9),
    resultCodes: hasResult && does('e-result', 0.9) ? 1 : 0,
    reused: does('reused', 0.4) ? 1 : 0,
    fromShared: does('shared', 0.3) ? 1 : 0,
    verifiedAgainstPopulation: does('verified', 0.95),
    complaint: chance(no, 'complaint') < 0.004,
    disliked: chance(no, 'disliked') < 0.02,
    mirrored: chance(no, 'mirrored') < 0.05,
    synced: does('synced', 0.99),
  }
}

const together = 500
for (let no = 0; no < Number(count); no += together)
  await db.transaction().execute(async (inside) => {
    for (let at = no; at < Math.min(Number(count), no + together); at++)
      await recordFact({ db: inside, now: momentOf(last, 18) }, factOf(at))
  })
console.log(`${count} dossiers, from ${first} to ${last} (${daysBetween(first, last) + 1} days)`)
await close()
