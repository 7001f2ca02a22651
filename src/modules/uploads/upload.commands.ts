/** Sending files in, putting them in order, using them. What takes long is done before a command is performed. */
import { z } from 'zod'
import { command } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { enqueue } from '#kernel/job.store.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { hintNames } from './legibility.ts'
import { uploadRulesOn } from './upload-rules.ts'
import {
  findUploads,
  holdUpload,
  holdUploads,
  insertParts,
  insertUpload,
  unusedOf,
  updateUpload,
  type Upload,
} from './upload.store.ts'
import {
  fileName,
  objectionToChange,
  objectionToMore,
  objectionToUse,
  ownerText,
  OwnerText,
  Turn,
  type UploadOwner,
} from './upload.ts'

const about = ({ id }: { id: string }) => `uploads.upload/${id}`

/** `owner` never comes from a form: whoever calls says whose request it was. */
const Sender = { owner: OwnerText }
/** All of one's own. */
const Owners = { owners: z.array(OwnerText) }
const Hash = z.string().regex(/^[0-9a-f]{64}$/)

export const checkJobName = 'uploads.check'
const mostAtOnce = 12_000_000

const isOf = (upload: Upload, owners: readonly string[]) => owners.includes(upload.owner) && upload.state !== 'dropped'

async function holdOwn(db: Db, id: string, owners: readonly string[]): Promise<Upload> {
  const upload = await holdUpload(db, id)
  return isOf(upload, owners) ? upload : refuse('missing', 'uploads.upload.missing')
}

export const beginUpload = command({
  name: 'uploads.upload.begin',
  needs: 'public',
  input: z.object({
    ...Sender,
    /** Chosen before, when the pieces already lie under it. */
    id: z.uuid().optional(),
    name: z.string().transform(fileName),
    size: z.int().min(1),
    hash: Hash.nullable().default(null),
  }),
  run: async (ctx, { owner, name, size, hash, id = newId(ctx.now) }) => {
    const { mostUnused } = uploadRulesOn(dayOf(ctx.now))
    const objection = objectionToMore(await unusedOf(ctx.db, owner), size, mostUnused)
    if (objection) refuse('conflict', objection, mostUnused)
    await insertUpload(ctx, { id, owner, name, declaredSize: size, declaredHash: hash })
    return { id }
  },
  about,
  detail: (_, { size }) => ({ size }),
})

/** All of it is there. Said twice it is done once. `later`: checking it takes too long to be waited for. */
export const receiveUpload = command({
  name: 'uploads.upload.receive',
  needs: 'public',
  input: z.object({ ...Owners, id: z.uuid() }),
  run: async (ctx, { id, owners }) => {
    const { state, declaredSize } = await holdOwn(ctx.db, id, owners)
    const later = declaredSize > mostAtOnce
    if (state !== 'receiving') return { id, later }
    await updateUpload(ctx, id, { state: 'checking' })
    if (later) await enqueue(ctx, checkJobName, { id }, { key: id })
    return { id, later }
  },
  about,
})

/** What was made of the original by turning it, which takes long and has been done already. */
export const turnUpload = command({
  name: 'uploads.upload.turn',
  needs: 'public',
  input: z.object({
    ...Owners,
    id: z.uuid(),
    turn: Turn,
    file: z.object({ hash: Hash, size: z.int(), type: z.string() }),
    hints: z.array(z.enum(hintNames)),
  }),
  run: async (ctx, { id, owners, turn, file, hints }) => {
    const upload = await holdOwn(ctx.db, id, owners)
    const objection = objectionToChange(upload) ?? objectionToUse(upload)
    if (objection) refuse('conflict', objection)
    await updateUpload(ctx, id, {
      turn,
      fileHash: file.hash,
      fileSize: file.size,
      fileType: file.type,
      hints: JSON.stringify(hints),
    })
    return { id }
  },
  about,
  detail: (_, { turn }) => ({ turn }),
})

export const joinUploads = command({
  name: 'uploads.upload.join',
  needs: 'public',
  input: z.object({
    ...Sender,
    ...Owners,
    name: z.string().transform(fileName),
    sources: z.array(z.uuid()).min(2),
    file: z.object({ hash: Hash, size: z.int(), pages: z.int() }),
  }),
  run: async (ctx, { owner, owners, name, sources, file }) => {
    const held = await holdUploads(ctx.db, sources)
    if (held.length !== sources.length || !held.every((one) => isOf(one, owners)))
      refuse('missing', 'uploads.upload.missing')
    const objection = held.map((one) => objectionToUse(one)).find((one) => one !== null)
    if (objection) refuse('conflict', objection)
    const id = newId(ctx.now)
    await insertUpload(ctx, { id, owner, name, declaredSize: file.size, declaredHash: file.hash })
    await updateUpload(ctx, id, {
      state: 'ready',
      fileHash: file.hash,
      fileSize: file.size,
      fileType: 'pdf',
      pages: file.pages,
      scan: held.every(({ scan }) => scan === 'clean') ? 'clean' : 'none',
      finishedAt: ctx.now,
    })
    await insertParts(ctx.db, id, sources)
    for (const source of sources) await updateUpload(ctx, source, { usedBy: about({ id }) })
    return { id }
  },
  about,
  detail: (_, { sources }) => ({ sources }),
})

export const dropUpload = command({
  name: 'uploads.upload.drop',
  needs: 'public',
  input: z.object({ ...Owners, id: z.uuid() }),
  run: async (ctx, { id, owners }) => {
    const upload = await holdOwn(ctx.db, id, owners)
    const objection = objectionToChange(upload)
    if (objection) refuse('conflict', objection)
    await updateUpload(ctx, id, { state: 'dropped', refusal: null })
    return { id }
  },
  about,
})

/** Somebody other than the owner looked at it: whoever handles what it is used in. */
export const readUpload = command({
  name: 'uploads.upload.read',
  needs: 'signed_in',
  input: z.object({ id: z.uuid(), purpose: z.string().min(3).max(200) }),
  run: async (_ctx, { id }) => ({ id }),
  about,
  detail: (_, { purpose }) => ({ purpose }),
})

/**
 * Files become part of something, in the transaction that makes it. Refuses what is not there, not ready, or part of
 * something else; said again for the same thing, it changes nothing.
 */
export async function useUploads(ctx: Ctx, ids: readonly string[], owners: readonly UploadOwner[], usedBy: string) {
  const held = await holdUploads(ctx.db, ids)
  const own = owners.map(ownerText)
  for (const id of ids) {
    const upload = held.find((one) => one.id === id)
    if (!upload || !isOf(upload, own)) return refuse('missing', 'uploads.upload.missing')
    const objection = objectionToUse(upload, usedBy)
    if (objection) refuse('conflict', objection)
    if (upload.usedBy === null) await updateUpload(ctx, id, { usedBy })
  }
  return findUploads(ctx.db, ids, owners)
}

/** Gives back what something no longer uses, in the caller's transaction. */
export async function releaseUploads(ctx: Ctx, ids: readonly string[], usedBy: string): Promise<void> {
  for (const upload of await holdUploads(ctx.db, ids))
    if (upload.usedBy === usedBy) await updateUpload(ctx, upload.id, { usedBy: null })
}

/** What was sent in before signing in becomes its person's, in the caller's transaction. */
export async function adoptUploads(
  ctx: Ctx,
  ids: readonly string[],
  from: UploadOwner,
  to: UploadOwner,
): Promise<void> {
  for (const upload of await holdUploads(ctx.db, ids))
    if (upload.owner === ownerText(from)) await updateUpload(ctx, upload.id, { owner: ownerText(to) })
}

export const uploadCommands = [beginUpload, receiveUpload, turnUpload, joinUploads, dropUpload, readUpload]
