/**
 * Kills the house at random moments while people save drafts and file them, starts it again on the same data, and sends
 * again what was not answered. In the end each saving that was acknowledged is there, and each dossier once and whole.
 */
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { newId } from '../src/kernel/id.ts'
import { hashOf } from '../src/kernel/session.store.ts'
import { newToken } from '../src/kernel/token.ts'
import { verifyReceipt } from '../src/modules/filing/receipt.ts'
import { insertCitizenSession } from '../src/modules/identity/public.ts'
import { type App, startApp } from './child.ts'
import { draftMany, settleFiling } from './filing-data.ts'
import { type Engine, inPlace, openPlace, type Place, settle } from './place.ts'
import { randomFrom } from './random.ts'
import { atMost, type Report, seconds, stated } from './report.ts'

const workers = 8
/** Copies asked for: each saving of a draft asks for one more. */
const mostSavings = 6

type Sent = {
  readonly id: string
  readonly token: string
  readonly key: string
  /** The highest number of copies that was sent, and the highest that was acknowledged. */
  sent: number
  saved: number
  filing: 'no' | 'sent' | 'acknowledged'
}
type Office = { app: App; readonly agent: Agent; readonly faults: string[]; savings: number }

async function prepare(place: Place, count: number): Promise<Sent[]> {
  await settle(place, 0)
  const { db, close } = await openPlace(place)
  const now = new Date()
  await settleFiling(db)
  const drafts = await draftMany(db, count, now)
  const all: Sent[] = []
  for (const { id, personId } of drafts) {
    const token = newToken()
    const who = { personId, partyId: personId, assurance: 2 as const, provider: 'bench' }
    await insertCitizenSession(db, { ...who, tokenHash: hashOf(token), now, userAgent: null, address: null })
    all.push({ id, token, key: newId(now), sent: 0, saved: 0, filing: 'no' })
  }
  await close()
  return all
}

async function tell(office: Office, { id, token }: Sent, step: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields).toString()
  const asked = request(`${office.app.address}/to-khai/${id}/${step}`, {
    agent: office.agent,
    method: 'POST',
    headers: {
      cookie: `tgc=${token}`,
      origin: office.app.address,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  return answer
}

/** As a browser does: every saving by the same page, which may write again what it wrote last. */
async function fillAndFile(office: Office, one: Sent) {
  while (one.saved < mostSavings) {
    one.sent = one.saved + 1
    const fields = { _revision: '1', _pen: one.key, copies: String(one.sent) }
    const { statusCode } = await tell(office, one, 'tu-luu?phan=copies', fields)
    if (statusCode !== 200) throw new Error(`not saved: ${statusCode}`)
    one.saved = one.sent
    office.savings += 1
  }
  one.filing = 'sent'
  const { statusCode, headers } = await tell(office, one, 'nop-ho-so', { _key: one.key, declared: 'true' })
  if (statusCode !== 303 || !headers.location?.startsWith('/ho-so/')) throw new Error(`not filed: ${statusCode}`)
  one.filing = 'acknowledged'
}

/** Until the house is gone; who was cut off begins again with what was not answered. */
async function workIn(office: Office, waiting: Sent[]) {
  const worker = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const now = one
      const isDone = await fillAndFile(office, now).then(
        () => true,
        (fault: Error) => {
          if (fault.message.startsWith('not ')) office.faults.push(`${now.id}: ${fault.message}`)
          else waiting.unshift(now)
          return false
        },
      )
      if (!isDone) return
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

type Row = {
  draftId: string
  id: string
  copies: number
  receipt: string
  files: number
  events: number
  notices: number
}

const filedOf = async (place: Place) => {
  const { db, close } = await openPlace(place)
  const { rows } = await sql<Row>`
    select a.draft_id, a.id, (a.answers->>'copies')::int as copies, a.receipt,
      (select count(*)::int from filing.application_file f join uploads.upload u on u.id = f.upload_id
        and u.used_by = 'filing.application/' || a.id where f.application_id = a.id) as files,
      (select count(*)::int from kernel.event e where e.about = 'filing.application/' || a.id) as events,
      (select count(*)::int from kernel.notice n where n.href = '/ho-so/' || a.id) as notices
    from filing.application a`.execute(db)
  const left = await sql<{ id: string; copies: number | null }>`
    select id, (answers->>'copies')::int as copies from filing.draft`.execute(db)
  await close()
  return { filed: rows, drafts: left.rows }
}

function hold(all: readonly Sent[], { filed, drafts }: Awaited<ReturnType<typeof filedOf>>): string[] {
  const faults: string[] = []
  const byDraft = Map.groupBy(filed, ({ draftId }) => draftId)
  const left = new Map(drafts.map((draft) => [draft.id, draft.copies ?? 0]))
  for (const { id, sent, saved, filing } of all) {
    const own = byDraft.get(id) ?? []
    const say = (fault: string) => faults.push(`${id} (${filing}): ${fault}`)
    if (own.length > 1) say(`filed ${own.length} times`)
    if (filing === 'acknowledged' && own.length === 0) say('lost after it was acknowledged')
    if (own.length === 1 && left.has(id)) say('filed, and still a draft')
    if (own.length === 0 && !left.has(id)) say('neither a draft nor a dossier')
    const copies = own[0]?.copies ?? left.get(id) ?? 0
    if (saved > 0 && (copies < saved || copies > sent)) say(`${saved} acknowledged, ${copies} kept`)
    for (const one of own) {
      if (one.files !== 1 || one.events !== 1 || one.notices !== 1)
        say(`${one.files} files, ${one.events} events, ${one.notices} messages`)
      if (verifyReceipt(one.receipt).faults.length) say('its receipt is not whole')
    }
  }
  return faults
}

const crash = (engine: Engine, rounds: number, seed: number) =>
  inPlace(engine, async (place) => {
    const begun = performance.now()
    const random = randomFrom(seed)
    const all = await prepare(place, rounds * 40)
    const waiting = [...all]
    const agent = new Agent({ keepAlive: true, maxSockets: workers })
    const office: Office = { app: await startApp(place.env), agent, faults: [], savings: 0 }
    let [kills, cut] = [0, 0]
    while (kills < rounds && waiting.length > 0 && office.faults.length === 0) {
      const over = workIn(office, waiting)
      await wait(50 + random() * 700)
      await office.app.stop('SIGKILL')
      await over
      kills += 1
      cut += waiting.filter(({ sent, saved, filing }) => sent > saved || filing === 'sent').length
      office.faults.push(...hold(all, await filedOf(place)).map((fault) => `after kill ${kills}: ${fault}`))
      office.app = await startApp(place.env)
    }
    await workIn(office, waiting)
    await office.app.stop()
    office.faults.push(...hold(all, await filedOf(place)))
    const filed = all.filter(({ filing }) => filing === 'acknowledged').length
    agent.destroy()
    const took = (performance.now() - begun) / 1000
    return { engine, kills, cut, filed, savings: office.savings, faults: office.faults, took }
  })

export async function crashFilingReport(engines: readonly Engine[], rounds: number, seed: number): Promise<Report> {
  console.log(`drafts: seed ${seed}, at most ${rounds} kills on each engine`)
  const figures: Awaited<ReturnType<typeof crash>>[] = []
  for (const engine of engines) figures.push(await crash(engine, rounds, seed))
  return {
    lines: figures.flatMap(({ engine, kills, filed, savings, faults, took }) => [
      atMost(`${engine}: faults after ${kills} kills`, faults.length, 0, String),
      stated(`${engine}: savings acknowledged, dossiers filed`, `${savings}, ${filed}`),
      stated(`${engine}: took`, seconds(took)),
    ]),
    notes: figures.flatMap(({ engine, cut, faults }) => [
      `${engine}: ${cut} savings and filings cut off, sent again`,
      ...faults.slice(0, 20),
    ]),
    figures,
  }
}
