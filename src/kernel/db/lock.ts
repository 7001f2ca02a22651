/**
 * One process per embedded database. PGlite takes no lock of its own: a second process on the same folder would
 * silently lose the first one's rows.
 *
 * The holder is whoever's name stands in the highest of `lock.1.json`, `lock.2.json`, …. A file is only ever made, never
 * written over, so of many processes that find the same dead holder one alone makes the next. The highest stays when its
 * holder goes: with it would go the number, and a slow process could make it again.
 *
 * Whether the holder still lives is seen by its process number where that can be seen: on the same machine, among the
 * same numbers. A container has numbers of its own; of a holder elsewhere only the pulse is believed, the time of its
 * file, which it renews as long as it lives.
 */
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

type Holder = { pid: number; started: string; where: string }
/** A lock from before did not say where. */
type Written = Omit<Holder, 'where'> & { where?: string }

const pulseEvery = 10_000
/** Six beats missed: it has died, or stands still so long that it must not go on. */
const pulseLost = 60_000

/** Where process numbers mean the same: the machine by name, and on Linux the numbers a container sees. */
function here(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

/** The moment a process started, so that a number used again is not taken for the process that held the lock. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''
  } catch {
    return null
  }
}

/** What a file cannot tell, because it has gone meanwhile, is no pulse. */
function hasPulse(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs < pulseLost
  } catch {
    return false
  }
}

function lives({ pid, started, where }: Holder, file: string): boolean {
  if (where !== here()) return hasPulse(file)
  try {
    process.kill(pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startOf(pid)
  return now === null || started === '' || now === started
}

/** Nobody, when it was let go, or when a power cut left it empty. */
function holderIn(file: string): Holder | null {
  try {
    const { pid, started, where = here() } = JSON.parse(readFileSync(file, 'utf8')) as Written
    return Number.isInteger(pid) ? { pid, started, where } : null
  } catch {
    return null
  }
}

const numbersIn = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => Number(/^lock\.(\d+)\.json$/.exec(name)?.[1] ?? []))
const highestIn = (folder: string): number => Math.max(0, ...numbersIn(folder))

/** Whether the name of this process now stands under a number that nobody had. */
function make(mine: string, file: string): boolean {
  try {
    linkSync(mine, file)
    return true
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw fault
  }
}

const inUse = (folder: string, { pid, where }: Holder) =>
  where === here()
    ? `The embedded database in ${folder} is in use by process ${pid}. Stop it first.`
    : `The embedded database in ${folder} is in use by process ${pid} of another machine or container (${where}). Stop it first; one that was cut off is taken over a minute after its last sign of life.`

/** Who stood still (a paused container) until somebody took over ends at once: writing on would destroy what they write. */
function beat(folder: string, file: string) {
  try {
    const now = new Date()
    utimesSync(file, now, now)
  } catch {
    const isTakenOver = existsSync(folder) && !existsSync(file)
    if (isTakenOver) throw new Error(`The embedded database in ${folder} was taken over by another process.`)
  }
}

/** Takes the lock of a folder, or throws a sentence that names who holds it. Returns how to let it go. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const fileOf = (number: number) => join(folder, `lock.${number}.json`)
  const mine = join(folder, `lock.of-${process.pid}-${performance.now()}.json`)
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '', where: here() }))
  try {
    for (let attempt = 0; attempt < 50; attempt++) {
      const last = highestIn(folder)
      const holder = holderIn(fileOf(last))
      if (holder && lives(holder, fileOf(last))) throw new Error(inUse(folder, holder))
      const number = last + 1
      if (!make(mine, fileOf(number))) continue
      // Made by somebody meanwhile, let go, and cleared away behind a higher one.
      if (highestIn(folder) !== number) {
        unlinkSync(fileOf(number))
        continue
      }
      for (const old of numbersIn(folder)) if (old < number) rmSync(fileOf(old), { force: true })
      const pulse = setInterval(() => beat(folder, fileOf(number)), pulseEvery).unref()
      return () => {
        clearInterval(pulse)
        writeFileSync(fileOf(number), '{}')
      }
    }
    throw new Error(`Could not lock ${folder}: another process keeps taking the lock.`)
  } finally {
    unlinkSync(mine)
  }
}
