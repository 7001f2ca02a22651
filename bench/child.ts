/** Processes that a bench starts, watches and ends. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')

export type Child = {
  readonly process: ChildProcess
  readonly pid: number
  /** Whatever it said on its standard error, and why it ended. */
  readonly lastWords: () => string
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

/** The options that `npm start` gives to Node. */
const options = (): string[] => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } }
  return (
    /node (?<options>\S.*) src\/app\/main\.ts$/.exec(scripts.start.split(' && ').at(-1) ?? '')?.[1]?.split(' ') ?? []
  )
}

/** Runs a TypeScript file of ours with this very Node, as `npm start` would; the two speak by `process.send`. */
export function startChild(file: string, env: Record<string, string>, args: readonly string[] = []): Child {
  const child = spawn(process.execPath, [...options(), join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, LOG_LEVEL: 'error', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  running.add(child)
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000)))
  const gone = once(child, 'exit').then(() => void running.delete(child))
  return {
    process: child,
    pid: child.pid ?? 0,
    lastWords: () => `${words}${child.exitCode === null ? '' : ` (exit ${child.exitCode})`}`,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal)
      await gone
    },
  }
}

export const isGone = ({ process: { exitCode, signalCode } }: Child) => exitCode !== null || signalCode !== null

/** The first message a child sends. */
export async function heard<T>(child: Child): Promise<T> {
  const ended = once(child.process, 'exit').then(() => {
    throw new Error(`a child ended before it spoke: ${child.lastWords()}`)
  })
  const [message] = (await Promise.race([once(child.process, 'message'), ended])) as [T]
  return message
}

export type App = Child & { port: number; address: string; readyAfter: number }

/** Starts the house and waits until it says that it is ready. `readyAfter`: seconds since the order to start. */
export async function startApp(
  env: Record<string, string>,
  { demo = false, file = 'src/app/main.ts' } = {},
): Promise<App> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const start = performance.now()
  const child = startChild(file, { PORT: String(port), IDLE_MINUTES: '1440', ...env }, demo ? ['--demo'] : [])
  while (!(await isReady(address))) {
    if (isGone(child)) throw new Error(`the app did not start: ${child.lastWords()}`)
    if (performance.now() - start > 60_000) {
      await child.stop('SIGKILL')
      throw new Error(`the app was not ready within a minute: ${child.lastWords()}`)
    }
    await wait(10)
  }
  return { ...child, port, address, readyAfter: (performance.now() - start) / 1000 }
}

const isReady = (address: string) =>
  fetch(`${address}/readyz`).then(
    async (answer) => (await answer.text()) === 'ready',
    () => false,
  )

const children = (pid: number): number[] =>
  globSync(`/proc/${pid}/task/*/children`).flatMap((file) =>
    readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  )

/** Megabytes resident in a process and those it started; `null` where there is no /proc. */
export function memoryOf(pid: number): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0'
    return children(pid).reduce((sum, child) => sum + (memoryOf(child) ?? 0), Number(kilobytes) / 1024)
  } catch {
    return null
  }
}

/** Seconds of processor time a process has used, in steps of a hundredth; `null` where there is no /proc. */
export function processorOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12, 14).map(Number)
    return ((user ?? 0) + (system ?? 0)) / 100
  } catch {
    return null
  }
}
