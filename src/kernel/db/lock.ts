/**
 * One process per embedded database. PGlite takes no lock of its own: a second process on the same folder would
 * silently lose the first one's rows.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

type Owner = { pid: number; started: string }

/** The moment a process started, so that a number used again is not taken for the process that held the lock. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? ''
  } catch {
    return null
  }
}

function lives({ pid, started }: Owner): boolean {
  try {
    process.kill(pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = startOf(pid)
  return now === null || started === '' || now === started
}

/** An empty or broken lock file is what a crash in the middle of writing leaves: nobody holds it. */
function ownerIn(file: string): Owner | null {
  try {
    const { pid, started } = JSON.parse(readFileSync(file, 'utf8')) as Owner
    return Number.isInteger(pid) ? { pid, started } : null
  } catch {
    return null
  }
}

/** Takes the lock of a folder, or throws a sentence that names who holds it. Returns how to let it go. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'lock.json')
  const mine = join(folder, `lock.${process.pid}.json`)
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' }))
  try {
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        linkSync(mine, file)
        return () => rmSync(file, { force: true })
      } catch (fault) {
        if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault
      }
      const owner = ownerIn(file)
      if (owner && lives(owner))
        throw new Error(`The embedded database in ${folder} is in use by process ${owner.pid}. Stop it first.`)
      rmSync(file, { force: true })
    }
    throw new Error(`Could not lock ${folder}: another process keeps taking the lock.`)
  } finally {
    unlinkSync(mine)
  }
}
