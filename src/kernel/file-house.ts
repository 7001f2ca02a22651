/** Where the bytes of files lie, each under the SHA-256 of its content. */
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

export type FileHouse = {
  /** A folder for what is still coming in. */
  readonly incoming: string
  /** Takes over a finished file from `incoming`; it may be gone from there afterwards. */
  readonly put: (hash: string, path: string) => Promise<void>
  readonly get: (hash: string) => Promise<Readable | null>
  readonly has: (hash: string) => Promise<boolean>
  /** Nothing to remove is no fault. */
  readonly remove: (hash: string) => Promise<void>
}

/** `ab/cdef…`: no folder grows too large. */
export const placeOf = (hash: string): string => `${hash.slice(0, 2)}/${hash.slice(2)}`

/** So that the new name too survives a power cut; not every system lets a folder be opened. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r').catch(() => null)
  try {
    await handle?.sync()
  } catch (fault) {
    if (!['EPERM', 'EINVAL', 'EISDIR'].includes(String((fault as NodeJS.ErrnoException).code))) throw fault
  } finally {
    await handle?.close()
  }
}

export async function openFolderHouse(folder: string): Promise<FileHouse> {
  const incoming = join(folder, 'incoming')
  const pathOf = (hash: string) => join(folder, placeOf(hash))
  await mkdir(incoming, { recursive: true })
  return {
    incoming,
    put: async (hash, path) => {
      const target = pathOf(hash)
      await mkdir(dirname(target), { recursive: true })
      await rename(path, target)
      await syncFolder(dirname(target))
    },
    get: async (hash) => {
      const handle = await open(pathOf(hash), 'r').catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return null
        throw fault
      })
      return handle && createReadStream('', { fd: handle })
    },
    has: (hash) =>
      access(pathOf(hash)).then(
        () => true,
        () => false,
      ),
    remove: (hash) => rm(pathOf(hash), { force: true }),
  }
}
