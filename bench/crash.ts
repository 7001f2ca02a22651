/**
 * Kills the house at random moments while people work in it, starts it again on the same data, and holds what is there
 * against what was acknowledged. On PostgreSQL made for this run, now and then the database server is crashed with it.
 */
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { SealHead } from '../src/kernel/seal.store.ts'
import { type App, heard, isGone, startApp, startChild } from './child.ts'
import { type Found, faultsOf, type Kind, roleCode, type Sent } from './crash-check.ts'
import { median } from './load.ts'
import { asServer, cookieOf, type Engine, inPlace, type Place, settle, type Somebody } from './place.ts'
import { randomFrom } from './random.ts'
import { atMost, type Report, seconds, stated } from './report.ts'

const workers = 12
const file = 'bench/crash-server.ts'

const forms: Record<Kind, (key: string) => { path: string; then: string; fields: Record<string, string> }> = {
  role: (key) => ({
    path: '/quan-tri/vai-tro/moi',
    then: '/quan-tri/vai-tro',
    fields: { code: roleCode(key), nameVi: key, nameEn: key, permissions: 'plan.read' },
  }),
  post: (key) => ({
    path: '/quan-tri/tai-khoan/bench.below/vi-tri',
    then: '/quan-tri/tai-khoan/bench.below',
    fields: { unit: 'so-y-te', role: 'unit_officer', title: key, validFrom: '01/02/2025' },
  }),
}

type Office = { sent: Map<string, Sent>; refused: number; random: () => number; who: Somebody }

/** Sends one form as a browser does. Only a redirect to where success leads acknowledges it. */
async function send(app: App, agent: Agent, office: Office, one: Sent) {
  const { path, then, fields } = forms[one.kind](one.key)
  const body = new URLSearchParams({ ...fields, _key: one.key }).toString()
  const asked = request(`${app.address}${path}`, {
    agent,
    method: 'POST',
    headers: {
      ...cookieOf(office.who),
      origin: app.address,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  })
  asked.end(body)
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  if (answer.statusCode === 303 && answer.headers.location === then) one.state = 'acknowledged'
  else office.refused += 1
}

/** A dozen people at work until the house is gone. `warm`: the first of them was answered. */
function workIn(app: App, office: Office) {
  const agent = new Agent({ keepAlive: true, maxSockets: workers })
  let isOver = false
  let firstDone = () => {}
  const warm = new Promise<void>((resolve) => (firstDone = resolve))
  const worker = async () => {
    while (!isOver) {
      const one: Sent = {
        key: `bench-${office.sent.size}`,
        kind: office.random() < 0.5 ? 'role' : 'post',
        state: 'sent',
      }
      office.sent.set(one.key, one)
      await send(app, agent, office, one).catch(() => (isOver = true))
      if (one.state === 'acknowledged') firstDone()
      else await wait(200)
    }
  }
  const all = Promise.all(Array.from({ length: workers }, worker)).then(() => agent.destroy())
  return { warm: Promise.race([warm, all]), over: all }
}

/** What was under way when the house was killed is sent again, and something long done too: neither may happen twice. */
async function sendAgain(app: App, office: Office) {
  const agent = new Agent({ keepAlive: true, maxSockets: workers })
  const open = [...office.sent.values()].filter(({ state }) => state === 'sent')
  const done = [...office.sent.values()].filter(({ state }) => state === 'acknowledged')
  const old = done[Math.floor(office.random() * done.length)]
  await Promise.all([...open, ...(old ? [old] : [])].map((one) => send(app, agent, office, one)))
  agent.destroy()
  const still = open.filter(({ state }) => state === 'sent')
  if (still.length) throw new Error(`sent again and not acknowledged: ${still.map(({ key }) => key).join(', ')}`)
  return open.length
}

async function look(app: App, known: SealHead | undefined): Promise<Found> {
  const answer = heard<Found>(app)
  app.process.send({ known })
  return answer
}

/** As a crash of its machine would end it: the server loses everything that it had not written. */
async function crashServer({ at }: Place, random: () => number) {
  if (!('url' in at)) return
  const name = new URL(at.url).pathname.slice(1)
  await asServer(async (client) => {
    const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity where datname = $1', [name])
    const victim = rows[Math.floor(random() * rows.length)]
    client.on('error', () => {})
    if (victim) process.kill(victim.pid, 'SIGKILL')
  }).catch(() => {})
  const isBack = () =>
    asServer((client) => client.query('select 1')).then(
      () => true,
      () => false,
    )
  const start = performance.now()
  while (!(await isBack())) {
    if (performance.now() - start > 60_000) throw new Error('the database server did not come back within a minute')
    await wait(50)
  }
}

/** Started and killed at once, before it is ready or just after. */
async function killAtStart(place: Place, random: () => number) {
  const child = startChild(file, { ...place.env, PORT: '0' })
  await wait(random() * 2500)
  await child.stop('SIGKILL')
}

type Options = { engine: Engine; rounds: number; seed: number; crashesServer: boolean; say: (line: string) => void }

type CrashFigures = {
  engine: Engine
  seed: number
  rounds: number
  serverCrashes: number
  killedAtStart: number
  acknowledged: number
  /** Sent and not acknowledged when the house was killed; of those, already done. */
  inFlight: number
  inFlightDone: number
  refused: number
  sealed: number
  faults: string[]
  /** Seconds. */
  took: number
  startAgain: number
}

const crash = ({ engine, rounds, seed, crashesServer, say }: Options): Promise<CrashFigures> =>
  inPlace(engine, async (place) => {
    const begun = performance.now()
    const { top } = await settle(place, 0)
    const random = randomFrom(seed)
    const office: Office = { sent: new Map(), refused: 0, random, who: top }
    const figures = { serverCrashes: 0, killedAtStart: 0, inFlight: 0, inFlightDone: 0 }
    const faults: string[] = []
    const starts: number[] = []
    let head: SealHead | undefined
    let app = await startApp(place.env, { file })
    for (let round = 1; round <= rounds && faults.length === 0; round++) {
      const work = workIn(app, office)
      await work.warm
      await wait(random() * 1000)
      if (crashesServer && random() < 0.2) {
        figures.serverCrashes += 1
        await crashServer(place, random)
        if (isGone(app)) faults.push(`round ${round}: the house ended with its database server: ${app.lastWords()}`)
        await wait(random() * 500)
      }
      await app.stop('SIGKILL')
      await work.over
      if (random() < 0.1) {
        figures.killedAtStart += 1
        await killAtStart(place, random)
      }
      app = await startApp(place.env, { file })
      starts.push(app.readyAfter)
      const found = await look(app, head)
      head = found.seals.head ?? head
      const there = new Set(found.events.map(({ key }) => key))
      const open = [...office.sent.values()].filter(({ state }) => state === 'sent')
      figures.inFlight += open.length
      figures.inFlightDone += open.filter(({ key }) => there.has(key)).length
      faults.push(...faultsOf(office.sent.values(), found).map((fault) => `round ${round}: ${fault}`))
      await sendAgain(app, office)
      if (round % 10 === 0) say(`${engine}: ${round} rounds, ${office.sent.size} commands, ${faults.length} faults`)
    }
    const last = await look(app, head)
    faults.push(...faultsOf(office.sent.values(), last).map((fault) => `at the end: ${fault}`))
    await app.stop()
    return {
      engine,
      seed,
      rounds,
      ...figures,
      refused: office.refused,
      faults,
      acknowledged: office.sent.size,
      sealed: last.seals.sealed,
      took: (performance.now() - begun) / 1000,
      startAgain: median(starts),
    }
  })

export async function crashReport(
  engines: readonly Engine[],
  options: { rounds: number; seed: number; crashesServer: boolean },
): Promise<Report> {
  console.log(`crash: seed ${options.seed}, ${options.rounds} rounds on each engine`)
  const figures: CrashFigures[] = []
  for (const engine of engines)
    figures.push(
      await crash({
        ...options,
        engine,
        crashesServer: options.crashesServer && engine === 'postgres',
        say: console.log,
      }),
    )
  return {
    lines: figures.flatMap(({ engine, rounds, faults, acknowledged, took }) => [
      atMost(`${engine}: faults in ${rounds} rounds`, faults.length, 0, String),
      stated(`${engine}: commands, each done once`, String(acknowledged)),
      stated(`${engine}: took`, seconds(took)),
    ]),
    notes: figures.flatMap(
      ({ engine, inFlight, inFlightDone, serverCrashes, killedAtStart, sealed, startAgain, faults }) => [
        `${engine}: ${inFlight} under way when killed, ${inFlightDone} of them already done; ${sealed} events sealed and verified`,
        `${engine}: ${killedAtStart} kills during a start, ${serverCrashes} crashes of the database server; started again in ${seconds(startAgain)}`,
        ...faults.slice(0, 20),
      ],
    ),
    figures,
  }
}
