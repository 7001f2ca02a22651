/** The real program as a process of its own: started, told to stop, started twice at once. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { asServer, serverUrl, urlOf } from './database.ts'

const place = mkdtempSync(join(tmpdir(), 'start-'))
const started: ChildProcess[] = []
afterAll(() => {
  for (const program of started) program.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

const start = (env: NodeJS.ProcessEnv) => {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/app/main.ts'], {
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  started.push(program)
  return program
}

/** The first address in what it says, once it says it. */
const heard = (program: ChildProcess, what: RegExp): Promise<URL> =>
  new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const address = what.exec(said)?.[1]
      if (address) resolve(new URL(address))
    })
    program.once('exit', (code) => reject(new Error(`it ended with ${code} before it was ready`)))
  })
const addressOf = (program: ChildProcess) => heard(program, /(http:\/\/\S+)\n/)
const firstLinkOf = (program: ChildProcess) => heard(program, /^First administrator.*(http:\/\/\S+)\n/m)

async function stop(program: ChildProcess): Promise<unknown> {
  const ended = once(program, 'exit')
  program.kill('SIGTERM')
  const [code] = (await ended) as [number | null]
  return code
}

test.skipIf(serverUrl)(
  'told to stop while it starts it ends well, and the next start is as the first',
  async () => {
    const env = { DATA_DIR: join(place, 'data') }
    const first = start(env)
    while (!existsSync(join(place, 'data/lock.1.json'))) await wait(20)
    expect(await stop(first)).toBe(0)

    const second = start(env)
    const { hostname, port } = await addressOf(second)
    // The invented provider of identities belongs to demonstrations: here there is nothing of it.
    for (const path of ['', '/auth', '/token', '/jwks', '/chon/x', '/.well-known/openid-configuration'])
      expect((await fetch(`http://${hostname}:${port}/vneid-thu-nghiem${path}`)).status).toBe(404)
    expect(await (await fetch(`http://${hostname}:${port}/dang-nhap-vneid`)).text()).toContain('chưa kết nối')
    // A browser that keeps its line open, and one that began to ask and never ends, hold nobody up.
    await fetch(`http://${hostname}:${port}/healthz`, { headers: { connection: 'keep-alive' } })
    const idle = connect(Number(port), hostname).on('error', () => {})
    idle.write('POST /dang-nhap HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n')
    await wait(200)
    expect(await stop(second)).toBe(0)
  },
  120_000,
)

test.runIf(serverUrl)(
  'two that start at once on one empty server share one house',
  async () => {
    const name = `tgs_start_${randomBytes(6).toString('hex')}`
    await asServer((client) => client.query(`create database ${name}`))
    const SECRET_KEY = randomBytes(24).toString('hex')
    const env = (folder: string) => ({ DATA_DIR: join(place, folder), DATABASE_URL: urlOf(name), SECRET_KEY })
    const both = [start(env('one')), start(env('two'))]
    const [addresses, links] = await Promise.all([Promise.all(both.map(addressOf)), Promise.all(both.map(firstLinkOf))])
    for (const address of addresses) expect((await fetch(new URL('/readyz', address))).status).toBe(200)
    expect(new Set(links.map(({ pathname }) => pathname)).size).toBe(1)
    for (const link of links) expect((await fetch(link)).status).toBe(200)
    expect(await Promise.all(both.map(stop))).toEqual([0, 0])
    await asServer((client) => client.query(`drop database ${name} with (force)`))
  },
  120_000,
)
