/**
 * Kills the gateway at random moments while it tells a hostile national side of dossiers, and starts it again on the same
 * data. In the end each message took effect there exactly once, in the order of its dossier, and both sides say the same.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { nobody } from '../src/kernel/access.ts'
import { queueMessage } from '../src/modules/exchange/public.ts'
import { type Manner, openNationalSide, type NationalSide } from '../test/national-side.ts'
import { type Child, heard, startChild } from './child.ts'
import { type Engine, inPlace, openPlace, type Place, settle } from './place.ts'
import { randomFrom } from './random.ts'
import { atMost, type Report, seconds, stated } from './report.ts'

const codeOf = (no: number) => `H58.01-250514-${String(no).padStart(6, '0')}`

async function queueAll(place: Place, dossiers: number) {
  await settle(place, 0)
  const { db, close } = await openPlace(place)
  const unit = await db.selectFrom('kernel.unit').select('id').limit(1).executeTakeFirstOrThrow()
  const now = new Date()
  const ctx = { db, actor: nobody, now, requestId: 'bench' }
  for (let no = 0; no < dossiers; no++) {
    const code = codeOf(no)
    const to = { system: 'national', about: `dossiers.dossier/${no}`, unitId: unit.id }
    const body = {
      code,
      procedure: { code: '1.001193', name: 'Đăng ký khai sinh' },
      field: { code: 'G15-TP01', name: 'Hộ tịch' },
      applicant: { name: 'Nguyễn Văn Thử', kind: 'citizen' },
      channel: 'online',
      receivedAt: now,
      handlingUnit: 'UBND xã',
    } as const
    const step = { code, handler: 'Cán bộ', at: now, department: 'Một cửa', content: 'Đã tiếp nhận', state: 2 }
    await queueMessage(ctx, { ...to, kind: 'dossier', revision: 1, body: { ...body, state: 2 } })
    await queueMessage(ctx, { ...to, kind: 'progress', revision: 2, body: step })
    await queueMessage(ctx, { ...to, kind: 'dossier', revision: 3, body: { ...body, state: 9 } })
  }
  await close()
}

const manners: readonly Manner[] = ['die', 'die_after', 'error_page', 'forget_sessions']

const openCount = async (place: Place): Promise<number> => {
  const { db, close } = await openPlace(place)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from exchange.message where state <> 'acknowledged'`.execute(db)
  await close()
  return rows[0]?.count ?? 0
}

/** What each dossier should have seen: received, its step, finished. */
const wanted = JSON.stringify([
  ['DongBoHoSoMC', '2'],
  ['CapNhatTienDoHoSoMC', '2'],
  ['DongBoHoSoMC', '9'],
])

function hold(side: NationalSide, dossiers: number): string[] {
  const byCode = Map.groupBy(side.applied, ({ code }) => code)
  return Array.from({ length: dossiers }, (_, no) => codeOf(no)).flatMap((code) => {
    const seen = (byCode.get(code) ?? []).map(({ service, item }) => [
      service,
      item['TrangThaiHoSo'] ?? item['TrangThai'],
    ])
    return JSON.stringify(seen) === wanted ? [] : [`${code}: ${JSON.stringify(seen)}`]
  })
}

type Compared = { compared: { theirs: number; ours: number; differences: unknown[] } | null }

async function startGateway(place: Place, side: NationalSide): Promise<Child> {
  const told = JSON.stringify({ place, url: side.url, loginUrl: side.loginUrl })
  const child = startChild('bench/exchange-server.ts', { ...place.env, EXCHANGE: told })
  await heard(child)
  return child
}

async function bothSidesSay(place: Place, side: NationalSide, faults: string[]) {
  const child = await startGateway(place, side)
  const answer = heard<Compared>(child)
  child.process.send({})
  const { compared } = await answer
  await child.stop('SIGKILL')
  if (compared?.differences.length !== 0 || compared.theirs !== compared.ours)
    faults.push(`the sides differ: ${JSON.stringify(compared)}`)
}

const crash = (engine: Engine, rounds: number, seed: number) =>
  inPlace(engine, async (place) => {
    const begun = performance.now()
    const random = randomFrom(seed)
    const dossiers = rounds * 8
    await queueAll(place, dossiers)
    const side = await openNationalSide()
    side.knowsIds = false
    side.behave(() => (random() < 0.25 ? (manners[Math.floor(random() * manners.length)] ?? 'die') : 'accept'))
    let [kills, left] = [0, dossiers * 3]
    while (left > 0 && kills < rounds * 4) {
      const child = await startGateway(place, side)
      await wait(kills < rounds ? 100 + random() * 1200 : 5000)
      await child.stop('SIGKILL')
      kills += 1
      left = await openCount(place)
    }
    side.behave(() => 'accept')
    const faults = hold(side, dossiers)
    if (left > 0) faults.push(`${left} messages never got there`)
    await bothSidesSay(place, side, faults)
    await side.close()
    const took = (performance.now() - begun) / 1000
    return { engine, kills, messages: dossiers * 3, requests: side.requests(), faults, took }
  })

export async function crashExchangeReport(engines: readonly Engine[], rounds: number, seed: number): Promise<Report> {
  console.log(`exchange: seed ${seed}, ${rounds} kills or more on each engine`)
  const figures: Awaited<ReturnType<typeof crash>>[] = []
  for (const engine of engines) figures.push(await crash(engine, rounds, seed))
  return {
    lines: figures.flatMap(({ engine, kills, messages, faults, took }) => [
      atMost(`${engine}: faults after ${kills} kills`, faults.length, 0, String),
      stated(`${engine}: messages, each there once and in order`, String(messages)),
      stated(`${engine}: took`, seconds(took)),
    ]),
    notes: figures.flatMap(({ engine, requests, faults }) => [
      `${engine}: ${requests} requests to the other side`,
      ...faults.slice(0, 20),
    ]),
    figures,
  }
}
