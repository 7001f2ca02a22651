/**
 * Kills the house at random moments while files are on their way into it, starts it again on the same data and sends on
 * from the byte it says it has. In the end every file is there whole, settled once, and nothing is left over.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { PDFDocument } from '@cantoo/pdf-lib'
import { sql } from 'kysely'
import { type App, startApp } from './child.ts'
import { cookieOf, type Engine, inPlace, openPlace, type Place, settle, type Somebody } from './place.ts'
import { randomFrom } from './random.ts'
import { atMost, type Report, seconds, stated } from './report.ts'

const workers = 4
const piece = 150_000

type Sent = { readonly bytes: Buffer; readonly hash: string; at: string | null; isDone: boolean }
type Office = { app: App; readonly who: Somebody; readonly agent: Agent; readonly faults: string[] }

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** Small enough to be many, each another: a page, and noise that a viewer passes over. */
async function makeFile(no: number, random: () => number): Promise<Sent> {
  const pdf = await PDFDocument.create()
  pdf.addPage()
  const noise = Buffer.from(Array.from({ length: 200_000 + Math.floor(random() * 600_000) }, () => 97 + random() * 26))
  const bytes = Buffer.concat([await pdf.save(), Buffer.from(`\n%${no}`), noise])
  return { bytes, hash: sha256(bytes), at: null, isDone: false }
}

async function ask(office: Office, method: string, path: string, headers: object, body?: Uint8Array) {
  const asked = request(`${office.app.address}${path}`, {
    agent: office.agent,
    method,
    headers: {
      'tus-resumable': '1.0.0',
      origin: office.app.address,
      ...cookieOf(office.who),
      ...(body && { 'content-length': body.length }),
      ...headers,
    },
  })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk as Buffer)
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }
}

async function begin(office: Office, sent: Sent) {
  const said = (name: string, value: string) => `${name} ${Buffer.from(value).toString('base64')}`
  const metadata = [said('filename', 'don.pdf'), said('sha256', sent.hash)].join(',')
  const headers = { 'upload-length': sent.bytes.length, 'upload-metadata': metadata }
  const { status, headers: told } = await ask(office, 'POST', '/tai-tep/tus', headers)
  if (status !== 201) throw new Error(`begin: ${status}`)
  sent.at = String(told.location)
}

/** From where the house says it is, to the end. */
async function sendOn(office: Office, sent: Sent) {
  if (sent.at === null) await begin(office, sent)
  const at = sent.at ?? ''
  const { status, headers } = await ask(office, 'HEAD', at, {})
  if (status !== 200) throw new Error(`head: ${status}`)
  let offset = Number(headers['upload-offset'])
  while (offset < sent.bytes.length) {
    const part = sent.bytes.subarray(offset, offset + piece)
    const told = { 'upload-offset': offset, 'content-type': 'application/offset+octet-stream' }
    const answer = await ask(office, 'PATCH', at, told, part)
    if (answer.status !== 204) throw new Error(`patch: ${answer.status}`)
    offset = Number(answer.headers['upload-offset'])
  }
  sent.isDone = true
}

/** Until the house is gone; what breaks off is gone on with in the next round. */
async function workIn(office: Office, waiting: Sent[]) {
  const worker = async () => {
    for (let sent = waiting.shift(); sent; sent = waiting.shift()) {
      const one = sent
      await sendOn(office, one).catch(() => waiting.unshift(one))
      if (!one.isDone) return
    }
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

async function lookAt(office: Office, files: readonly Sent[]) {
  for (const { at, hash } of files) {
    const id = at?.split('/').at(-1) ?? ''
    const told = JSON.parse((await ask(office, 'GET', `/tai-tep/${id}/tinh-trang`, {})).body.toString()) as {
      state: string
    }
    if (told.state !== 'ready') office.faults.push(`${id} is ${told.state}`)
    const back = await ask(office, 'GET', `/tai-tep/${id}/goc`, {})
    if (sha256(back.body) !== hash) office.faults.push(`${id} is another file now`)
  }
}

/** In the database and on the disk, with the house stopped. */
async function lookInside(place: Place, office: Office, files: readonly Sent[]) {
  const { db, close } = await openPlace(place)
  const { rows } = await sql<{ about: string; settled: number }>`
    select about, count(*)::int as settled from kernel.event where command = 'uploads.upload.settle' group by about`.execute(
    db,
  )
  const often = new Map(rows.map(({ about, settled }) => [about, settled]))
  for (const { at } of files) {
    const about = `uploads.upload/${at?.split('/').at(-1)}`
    if (often.get(about) !== 1) office.faults.push(`${about} was settled ${often.get(about) ?? 0} times`)
  }
  await close()
  const known = new Set(files.map(({ at }) => at?.split('/').at(-1)))
  const left = readdirSync(join(place.env['DATA_DIR'] ?? '', 'files/incoming/pieces'))
  office.faults.push(
    ...left.filter((name) => known.has(name.replace('.json', ''))).map((name) => `${name} is left over`),
  )
}

const crash = (engine: Engine, rounds: number, seed: number) =>
  inPlace(engine, async (place) => {
    const begun = performance.now()
    const { top } = await settle(place, 0)
    const random = randomFrom(seed)
    const files = await Promise.all(Array.from({ length: Math.min(80, rounds * 3) }, (_, no) => makeFile(no, random)))
    const waiting = [...files]
    const office: Office = {
      app: await startApp(place.env),
      who: top,
      agent: new Agent({ keepAlive: false }),
      faults: [],
    }
    let [kills, cut] = [0, 0]
    while (kills < rounds && waiting.length > 0) {
      const over = workIn(office, waiting)
      await wait(100 + random() * 900)
      await office.app.stop('SIGKILL')
      await over
      kills += 1
      cut += waiting.filter(({ at }) => at !== null).length
      office.app = await startApp(place.env)
    }
    for (let again = 0; waiting.length > 0 && again < 5; again++) await workIn(office, waiting)
    if (waiting.length > 0) office.faults.push(`${waiting.length} files never came to their end`)
    await lookAt(office, files)
    await office.app.stop()
    await lookInside(place, office, files)
    return { engine, kills, cut, files: files.length, faults: office.faults, took: (performance.now() - begun) / 1000 }
  })

export async function crashUploadReport(engines: readonly Engine[], rounds: number, seed: number): Promise<Report> {
  console.log(`uploads: seed ${seed}, at most ${rounds} kills on each engine`)
  const figures: Awaited<ReturnType<typeof crash>>[] = []
  for (const engine of engines) figures.push(await crash(engine, rounds, seed))
  return {
    lines: figures.flatMap(({ engine, kills, files, faults, took }) => [
      atMost(`${engine}: faults after ${kills} kills`, faults.length, 0, String),
      stated(`${engine}: files, each whole and settled once`, String(files)),
      stated(`${engine}: took`, seconds(took)),
    ]),
    notes: figures.flatMap(({ engine, cut, faults }) => [
      `${engine}: ${cut} files cut off on their way`,
      ...faults.slice(0, 20),
    ]),
    figures,
  }
}
