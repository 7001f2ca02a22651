/** Taking files in and giving them out again. */
import { createHash, randomUUID } from 'node:crypto'
import { open, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { fileType, headLength, tailLength, type FileType } from './file.ts'
import type { FileHouse } from './file-house.ts'
import { refuse } from './problem.ts'

export type StoredFile = { hash: string; size: number; type: FileType }

export type Admission = {
  /** As the person's own computer calls it; only its ending is looked at. */
  readonly name: string
  readonly types: readonly FileType[]
  /** Bytes. */
  readonly most: number
}

type Body = Uint8Array | AsyncIterable<Uint8Array>

const pieces = async function* (body: Body) {
  if (body instanceof Uint8Array) yield body
  else yield* body
}

const megabytes = (bytes: number) => Math.max(1, Math.floor(bytes / 1_000_000))

/** Writes what comes in down, and stops as soon as it is too much. */
async function takeDown(handle: FileHandle, body: Body, most: number) {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of pieces(body)) {
    size += piece.length
    if (size > most) refuse('too_large', 'kernel.stored_file.too_large', { megabytes: megabytes(most) })
    hash.update(piece)
    await handle.writeFile(piece)
  }
  await handle.sync()
  return { hash: hash.digest('hex'), size }
}

async function slice(handle: FileHandle, from: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  const { bytesRead } = await handle.read(bytes, 0, length, from)
  return bytes.subarray(0, bytesRead)
}

async function admit(handle: FileHandle, size: number, { name, types }: Admission): Promise<FileType> {
  if (size === 0) refuse('invalid', 'kernel.stored_file.empty')
  const tailFrom = Math.max(0, size - tailLength)
  const type = fileType(
    await slice(handle, 0, Math.min(size, headLength)),
    await slice(handle, tailFrom, size - tailFrom),
    name,
  )
  return type && types.includes(type)
    ? type
    : refuse('wrong_type', 'kernel.stored_file.wrong_type', { types: types.join(', ') })
}

/**
 * The row first, as one whose bytes are not there: while they are being taken away for good (`sweepFiles`) this waits, and
 * then brings them anew; from now on nobody takes them away.
 */
async function keepBytes({ db, now }: Ctx, house: FileHouse, stored: StoredFile, path: string): Promise<void> {
  await db
    .insertInto('kernel.file')
    .values({ ...stored, firstAt: now, lastAt: now, goneAt: now })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ lastAt: now }))
    .execute()
  if (!(await house.has(stored.hash))) await house.put(stored.hash, path)
  await db
    .updateTable('kernel.file')
    .set({ goneAt: null })
    .where('hash', '=', stored.hash)
    .where('goneAt', 'is not', null)
    .execute()
}

/**
 * Takes a file in, or refuses it (`too_large`, `wrong_type`, `invalid` when empty). The same content twice is kept once.
 * Not to be called inside a transaction: it writes to a disk or over the network. Whoever keeps the file refers to it by
 * its hash, and gives the name it had.
 */
export async function storeFile(ctx: Ctx, house: FileHouse, body: Body, admission: Admission): Promise<StoredFile> {
  const path = join(house.incoming, randomUUID())
  const handle = await open(path, 'wx+')
  try {
    let stored: StoredFile
    try {
      const { hash, size } = await takeDown(handle, body, admission.most)
      stored = { hash, size, type: await admit(handle, size, admission) }
    } finally {
      await handle.close()
    }
    await keepBytes(ctx, house, stored, path)
    return stored
  } finally {
    await rm(path, { force: true })
  }
}

export const findFile = async (db: Db, hash: string): Promise<StoredFile | undefined> => {
  const row = await db
    .selectFrom('kernel.file')
    .select(['hash', 'size', 'type'])
    .where('hash', '=', hash)
    .where('goneAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, type: row.type as FileType }
}

/** Whether it is there; if so it stays until whoever asks has referred to it, however long ago it was brought. */
export async function touchFile({ db, now }: Ctx, hash: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('kernel.file')
    .set({ lastAt: now })
    .where('hash', '=', hash)
    .where('goneAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** A file with its bytes. Whether somebody may have it is for whoever refers to it to say. */
export async function readFile(db: Db, house: FileHouse, hash: string): Promise<StoredFile & { bytes: Readable }> {
  const file = await findFile(db, hash)
  const bytes = file && (await house.get(hash))
  return bytes ? { ...file, bytes } : refuse('missing', 'kernel.stored_file.missing')
}

/** Whether the bytes of a file are there and still the ones its hash names. */
export async function isWhole(house: FileHouse, hash: string): Promise<boolean> {
  const bytes = await house.get(hash)
  if (!bytes) return false
  const found = createHash('sha256')
  for await (const piece of bytes) found.update(piece as Uint8Array)
  return found.digest('hex') === hash
}
