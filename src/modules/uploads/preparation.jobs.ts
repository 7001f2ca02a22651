/** Making a file fit to be read by both sides: slow work on its bytes, outside of every transaction. */
import type { Ctx } from '#kernel/ctx.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import { readFile, storeFile, type StoredFile } from '#kernel/file.store.ts'
import type { FileType } from '#kernel/file.ts'
import { inThread } from '#kernel/in-thread.ts'
import { fitPicture, greyOf, type PictureType } from '#kernel/picture.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { type Hint, hintsOf, lookAt } from './legibility.ts'
import { type UploadRules, uploadRulesOn } from './upload-rules.ts'
import type { Turn } from './upload.ts'

/** `bytes` is null where the file can stay as it came. */
export type Prepared = {
  readonly type: 'pdf' | 'jpeg' | 'png'
  readonly bytes: Uint8Array | null
  readonly pages: number | null
  readonly hints: readonly Hint[]
}

async function preparePdf(bytes: Uint8Array, turn: Turn): Promise<Prepared> {
  const { pages, locked, active } = await inThread<'pdf'>({ kind: 'pdf', bytes })
  if (locked) refuse('wrong_type', 'kernel.stored_file.locked')
  const turned = turn === 0 ? null : (await inThread<'turn'>({ kind: 'turn', bytes, turn })).bytes
  return { type: 'pdf', bytes: turned, pages, hints: active && !turned ? ['active'] : [] }
}

async function preparePicture(bytes: Uint8Array, type: PictureType, turn: Turn, rules: UploadRules): Promise<Prepared> {
  const made = await fitPicture(bytes, type, { ...rules.photo, turn })
  const grey = await greyOf(made.bytes, rules.photo.longSide)
  const look = lookAt(grey, Math.max(made.width, made.height))
  return {
    type: made.type,
    bytes: made.bytes === bytes ? null : made.bytes,
    pages: 1,
    hints: hintsOf(look, rules),
  }
}

/** Refuses what cannot be opened. */
export function prepare(ctx: Ctx, bytes: Uint8Array, type: FileType, turn: Turn): Promise<Prepared> {
  if (type === 'pdf') return preparePdf(bytes, turn)
  if (type === 'jpeg' || type === 'png' || type === 'heic')
    return preparePicture(bytes, type, turn, uploadRulesOn(dayOf(ctx.now)))
  return refuse('wrong_type', 'kernel.stored_file.wrong_type', { types: 'pdf, jpeg, png, heic' })
}

/** Keeps what was made beside the original; where nothing had to be made, the original is both. */
export async function keepPrepared(
  ctx: Ctx,
  house: FileHouse,
  made: Prepared,
  original: StoredFile,
): Promise<StoredFile> {
  if (!made.bytes) return original
  return storeFile(ctx, house, made.bytes, { name: `x.${made.type}`, types: [made.type], most: 1_000_000_000 })
}

export async function bytesOf(ctx: Ctx, house: FileHouse, hash: string): Promise<Uint8Array> {
  const { bytes } = await readFile(ctx.db, house, hash)
  return new Uint8Array(Buffer.concat(await (bytes.toArray() as Promise<Buffer[]>)))
}
