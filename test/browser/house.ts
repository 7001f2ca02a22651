/** The real program as a process of its own, in a folder of its own that goes when it stops. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asServer, serverUrl, urlOf } from '#test/database.ts'

export type RunningHouse = {
  readonly address: string
  /** Makes the first administrator. `null` in a demonstration. */
  readonly firstLink: string | null
  /** Ends the program; its data stay until `clear`. What it wrote on standard error comes back. */
  readonly stop: () => Promise<string>
  /** `tgs …` on the data of this house, which must be stopped. */
  readonly tgs: (...words: string[]) => Promise<{ code: number | null; said: string }>
  readonly clear: () => Promise<void>
}

/** A demonstration makes itself while it starts, on a machine that may be busy. */
const patience = 180_000

/** Embedded, or on the server that TEST_DATABASE_URL names. */
export async function startHouse({ demo = false, ...set }: { demo?: boolean } & Record<string, unknown> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tgs-browser-'))
  const database = serverUrl && `tgs_browser_${randomBytes(6).toString('hex')}`
  if (database) await asServer((client) => client.query(`create database ${database}`))
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: '0',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...(database && { DATABASE_URL: urlOf(database), SECRET_KEY: randomBytes(24).toString('hex') }),
    ...Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)])),
  }
  const run = (file: string, words: readonly string[]) =>
    spawn(process.execPath, ['--import', 'tsx', file, ...words], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const program = run('src/app/main.ts', demo ? ['--demo'] : [])
  const heard = listen(program)
  const address = await said(program, heard, /^Tiền Giang Số: (\S+)$/m)
  const firstLink = demo ? null : await said(program, heard, /^First administrator.*: (\S+)$/m)
  const stop = async () => {
    await ended(program)
    return faultsIn(heard.errors)
  }
  const house: RunningHouse = {
    address,
    firstLink,
    stop,
    tgs: async (...words) => {
      const command = run('src/app/tgs.ts', words)
      const { output, errors } = await untilClosed(command)
      return { code: command.exitCode, said: output + errors }
    },
    clear: async () => {
      await ended(program)
      rmSync(folder, { recursive: true, force: true })
      if (database) await asServer((client) => client.query(`drop database ${database} with (force)`))
    },
  }
  return house
}

/** Lines of the log that tell of a fault (pino's 50 and above), and whatever is no line of the log at all. */
const faultsIn = (errors: string): string =>
  errors
    .split('\n')
    .filter((line) => line !== '' && !/^\{"level":[1-4]0,/.test(line))
    .join('\n')

type Heard = { output: string; errors: string }

function listen({ stdout, stderr }: ChildProcess): Heard {
  const heard = { output: '', errors: '' }
  stdout?.on('data', (bytes: Buffer) => (heard.output += bytes.toString()))
  stderr?.on('data', (bytes: Buffer) => (heard.errors += bytes.toString()))
  return heard
}

async function said(program: ChildProcess, heard: Heard, what: RegExp): Promise<string> {
  const until = Date.now() + patience
  for (;;) {
    const found = what.exec(heard.output)?.[1]
    if (found) return found
    if (program.exitCode !== null || Date.now() > until)
      throw new Error(`the program did not start:\n${heard.output}${heard.errors}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const untilClosed = (program: ChildProcess) => {
  const heard = listen(program)
  return new Promise<Heard>((resolve) => program.once('close', () => resolve(heard)))
}

async function ended(program: ChildProcess) {
  if (program.exitCode !== null || program.signalCode !== null) return
  const closed = new Promise((resolve) => program.once('close', resolve))
  program.kill('SIGTERM')
  const tooLong = setTimeout(() => program.kill('SIGKILL'), 20_000)
  await closed
  clearTimeout(tooLong)
}
