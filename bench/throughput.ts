/** How many pages a second, beside what the same machine could do at the same moment without us. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answerOf, type Wire } from './answer.ts'
import { type App, heard, memoryOf, processorOf, startApp, startChild } from './child.ts'
import { type Load, load, median, type Target } from './load.ts'
import type { Ready } from './memory-server.ts'
import { cookieOf, type Engine, inPlace, type Place, type Settled, settle } from './place.ts'

export type Side = {
  perSecond: number
  p50: number
  p95: number
  bytes: number
  /** Microseconds of processor time the server spent on a request; of its own process only. */
  processor: number | null
}
export type Comparison<Name extends string> = {
  sides: Record<Name, Side>
  ratio: number
  ratioOfProcessor: number | null
}

const connections = 16

type Runner = Target & { pid: number }

/** Every side in turn, round after round, so that whatever else the machine does meets all of them alike. */
async function sideBySide<Name extends string>(
  runners: Record<Name, Runner>,
  [ours, bare]: readonly [NoInfer<Name>, NoInfer<Name>],
  { rounds = 7, seconds = 1.5 } = {},
): Promise<Comparison<Name>> {
  const names = Object.keys(runners) as Name[]
  for (const name of names) await load(runners[name], { connections, seconds: 3 })
  const found = new Map<Name, (Load & { processor: number | null })[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++)
    for (const name of names) {
      const before = processorOf(runners[name].pid)
      const one = await load(runners[name], { connections, seconds })
      const after = processorOf(runners[name].pid)
      const processor = before === null || after === null ? null : ((after - before) * 1e6) / one.requests
      found.get(name)?.push({ ...one, processor })
    }
  const runs = (name: Name) => found.get(name) ?? []
  const sideOf = (name: Name): Side => {
    const of = (pick: (run: Load) => number) => median(runs(name).map(pick))
    const processors = runs(name).flatMap(({ processor }) => processor ?? [])
    return {
      perSecond: of((run) => run.perSecond),
      p50: of((run) => run.p50),
      p95: of((run) => run.p95),
      bytes: of((run) => run.bytes),
      processor: processors.length ? median(processors) : null,
    }
  }
  const sides = Object.fromEntries(names.map((name) => [name, sideOf(name)])) as Record<Name, Side>
  const ratios = runs(ours).map((run, round) => run.perSecond / (runs(bare)[round]?.perSecond ?? Number.NaN))
  const [own, least] = [sides[ours].processor, sides[bare].processor]
  return { sides, ratio: median(ratios), ratioOfProcessor: own && least ? least / own : null }
}

const publicPath = '/tien-do'
const signedInPath = '/quan-tri/nhat-ky'

/** A page that was not understood, or was not packed, would be measured in vain. */
async function pageOf(target: Target): Promise<Wire> {
  const answer = await answerOf(target)
  if (answer.status !== 200 || answer.headers['content-encoding'] !== 'gzip')
    throw new Error(`${target.path} answered ${answer.status}, ${answer.headers['content-encoding'] ?? 'not packed'}`)
  return answer
}

async function measurePublic(app: App) {
  const target = { port: app.port, path: publicPath }
  const { headers, body } = await pageOf(target)
  const bare = startChild('bench/bare-server.ts', { BENCH: JSON.stringify({ headers, body: body.toString('base64') }) })
  try {
    const ports = await heard<{ bare: number; adapter: number }>(bare)
    return await sideBySide(
      {
        app: { ...target, pid: app.pid },
        adapter: { ...target, port: ports.adapter, pid: bare.pid },
        bare: { ...target, port: ports.bare, pid: bare.pid },
      },
      ['app', 'bare'],
    )
  } finally {
    await bare.stop()
  }
}

async function measureSignedIn(app: App, copy: Place, { below }: Settled) {
  const target = { path: signedInPath, headers: cookieOf(below) }
  const options = JSON.stringify({ place: copy, path: signedInPath, token: below.token })
  const memory = startChild('bench/memory-server.ts', { BENCH: options })
  try {
    const { port, steps } = await heard<Ready>(memory)
    const [own, kept] = await Promise.all([pageOf({ ...target, port: app.port }), pageOf({ ...target, port })])
    const differ = Math.abs(own.body.length - kept.body.length) / own.body.length
    if (differ > 0.03)
      throw new Error(`the page from memory is not the page: ${own.body.length} and ${kept.body.length}`)
    const sides = { app: { ...target, port: app.port, pid: app.pid }, memory: { ...target, port, pid: memory.pid } }
    return { ...(await sideBySide(sides, ['app', 'memory'])), steps }
  } finally {
    await memory.stop()
  }
}

/** The embedded database belongs to one process: the other one measures on a copy. */
function copyOf(place: Place, folder: string): Place {
  if (!('folder' in place.at)) return place
  cpSync(place.at.folder, folder, { recursive: true })
  return { ...place, at: { folder } }
}

export const throughput = (engine: Engine) =>
  inPlace(engine, async (place) => {
    const settled = await settle(place, 20_000)
    const spare = mkdtempSync(join(tmpdir(), 'tgs-bench-copy-'))
    const copy = copyOf(place, spare)
    const app = await startApp(place.env)
    try {
      const atStart = memoryOf(app.pid)
      const shared = await measurePublic(app)
      const signedIn = await measureSignedIn(app, copy, settled)
      return { engine, shared, signedIn, memory: { atStart, after: memoryOf(app.pid) } }
    } finally {
      await app.stop()
      rmSync(spare, { recursive: true, force: true })
    }
  })
