import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { lockFolder } from './lock.ts'

const place = mkdtempSync(join(tmpdir(), 'lock-'))
afterAll(() => rmSync(place, { recursive: true }))

const folder = (name: string, lock?: string) => {
  mkdirSync(join(place, name))
  if (lock !== undefined) writeFileSync(join(place, name, 'lock.4.json'), lock)
  return join(place, name)
}
const deadHolder = () => JSON.stringify({ pid: spawnSync('true').pid, started: '1' })

test('a folder in use is refused with the name of the process that uses it, until it is let go', () => {
  const used = folder('used')
  const letGo = lockFolder(used)
  expect(() => lockFolder(used)).toThrow(`in use by process ${process.pid}`)
  letGo()
  lockFolder(used)()
  expect(readdirSync(used)).toEqual(['lock.2.json'])
})

test('who died, was cut off while writing, or had the same number before does not hold the lock', () => {
  const reused = JSON.stringify({ pid: process.pid, started: 'long ago' })
  for (const [index, lock] of [deadHolder(), '', '{"pid":', reused].entries()) {
    const left = folder(`left-${index}`, lock)
    lockFolder(left)
    expect(readdirSync(left)).toEqual(['lock.5.json'])
  }
})

test('a holder on another machine or in another container holds the lock as long as it gives signs of life', () => {
  const elsewhere = JSON.stringify({ pid: process.pid, started: 'long ago', where: 'a1b2c3 pid:[4026532999]' })
  const shared = folder('shared', elsewhere)
  expect(() => lockFolder(shared)).toThrow('another machine or container (a1b2c3 pid:[4026532999])')
  const twoMinutesAgo = new Date(Date.now() - 120_000)
  utimesSync(join(shared, 'lock.4.json'), twoMinutesAgo, twoMinutesAgo)
  lockFolder(shared)()
  expect(readdirSync(shared)).toEqual(['lock.5.json'])
})

/** Takes lock after lock, each at the same moment as all others, and says which it got. */
const racer = `
  import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))}
  const [begin, ...folders] = process.argv.slice(1)
  const got = []
  for (const [index, folder] of folders.entries()) {
    while (Date.now() < Number(begin) + index * 10);
    try { lockFolder(folder); got.push(index) } catch (fault) { if (!/in use/.test(fault.message)) throw fault }
  }
  console.log(JSON.stringify(got))
  await new Promise((resolve) => process.stdin.on('end', resolve).resume())
`

test('of processes that find a dead holder at the same moment one takes the lock', async () => {
  const dead = deadHolder()
  const folders = Array.from({ length: 40 }, (_, index) => folder(`race-${index}`, dead))
  const racers = Array.from({ length: 4 }, () =>
    spawn(process.execPath, ['--input-type=module', '-e', racer, String(Date.now() + 1500), ...folders], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  )
  const said = await Promise.all(
    racers.map((one) => new Promise<string>((resolve) => one.stdout.once('data', (text) => resolve(String(text))))),
  )
  for (const one of racers) one.stdin.end()
  const got = said.flatMap((text) => JSON.parse(text) as number[])
  expect(got.toSorted((a, b) => a - b)).toEqual(folders.map((_, index) => index))
})
