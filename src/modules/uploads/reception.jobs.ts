/** What is done with files when somebody asks for it: the slow work first, then the command that says it is done. */
import { writeFile } from 'node:fs/promises'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { storeFile } from '#kernel/file.store.ts'
import { inThread } from '#kernel/in-thread.ts'
import type { PartOfPdf } from '#kernel/pdf-file.ts'
import { refuse } from '#kernel/problem.ts'
import { dayOf } from '#kernel/time.ts'
import { checkUpload, incomingPath, makeIncoming, type Tools } from './check.jobs.ts'
import { bytesOf, keepPrepared, prepare } from './preparation.jobs.ts'
import { beginUpload, dropUpload, joinUploads, receiveUpload, turnUpload } from './upload.commands.ts'
import { uploadRulesOn } from './upload-rules.ts'
import { findUpload, findUploads, getOwnUpload, type Upload } from './upload.store.ts'
import { objectionToChange, objectionToUse, ownerText, Turn, type UploadOwner } from './upload.ts'

const texts = (owners: readonly UploadOwner[]) => owners.map(ownerText)

/** The last byte has come: says so, and checks the file at once unless it is large. */
export async function receive(ctx: Ctx, tools: Tools, id: string, owners: readonly UploadOwner[]): Promise<void> {
  const { later } = await perform({ ...ctx, key: undefined }, receiveUpload, { id, owners: texts(owners) })
  if (!later) await checkUpload(ctx, tools, id)
}

type Sent = { readonly name: string; readonly bytes: Uint8Array; readonly hash?: string }

/** A whole file at once: from a form without scripts, or from another system. */
export async function takeBytes(
  ctx: Ctx,
  tools: Tools,
  owner: UploadOwner,
  { name, bytes, hash }: Sent,
): Promise<string> {
  if (bytes.length === 0) refuse('invalid', 'kernel.stored_file.empty')
  if (bytes.length > tools.intake.most)
    refuse('too_large', 'kernel.stored_file.too_large', { megabytes: Math.floor(tools.intake.most / 1_000_000) })
  const begun = { owner: ownerText(owner), name, size: bytes.length, ...(hash && { hash }) }
  const { id } = await perform(ctx, beginUpload, begun)
  // Said before, under the same key: it is there already, or was refused.
  if ((await findUpload(ctx.db, id))?.state !== 'receiving') return id
  await makeIncoming(tools.files)
  await writeFile(incomingPath(tools.files, id), bytes, { flush: true })
  await receive(ctx, tools, id, [owner])
  return id
}

const next = (turn: Turn): Turn => Turn.parse((turn + 90) % 360)

/** A quarter to the right, made anew from the original: turned four times it is what it was. */
export async function turnFile(ctx: Ctx, tools: Tools, id: string, owners: readonly UploadOwner[]): Promise<void> {
  const upload = await getOwnUpload(ctx.db, id, owners)
  const objection = objectionToChange(upload) ?? objectionToUse(upload)
  if (objection) refuse('conflict', objection)
  const turn = next(upload.turn)
  const hash = upload.originalHash ?? upload.fileHash ?? ''
  const original = await bytesOf(ctx, tools.files, hash)
  const type = (upload.originalType ?? 'pdf') as 'pdf' | 'jpeg'
  const made = await prepare(ctx, original, type, upload.originalHash ? turn : 90)
  const file = await keepPrepared(ctx, tools.files, made, { hash, size: original.length, type })
  await perform(ctx, turnUpload, {
    id,
    owners: texts(owners),
    turn,
    file,
    hints: [...made.hints],
  })
}

/** Several pictures and PDFs become one PDF, in this order. Returns the id of the new file. */
export async function joinFiles(
  ctx: Ctx,
  tools: Tools,
  {
    owner,
    owners,
    ids,
    name,
  }: { owner: UploadOwner; owners: readonly UploadOwner[]; ids: readonly string[]; name: string },
): Promise<string> {
  const found = await findUploads(ctx.db, ids, owners)
  const ready = found.filter(({ state, usedBy }) => state === 'ready' && usedBy === null)
  if (ready.length < 2) refuse('conflict', 'uploads.upload.too_few_to_join')
  if (ready.length > uploadRulesOn(dayOf(ctx.now)).mostParts) refuse('conflict', 'uploads.upload.too_many_to_join')
  const bytes = ready.reduce((sum, { fileSize }) => sum + (fileSize ?? 0), 0)
  if (bytes > 4 * tools.intake.most) refuse('too_large', 'uploads.upload.too_large_to_join')
  const parts: PartOfPdf[] = []
  for (const one of ready) parts.push(await partOf(ctx, tools, one))
  const made = await inThread<'join'>({ kind: 'join', parts })
  const admission = { name, types: ['pdf'], most: 1_000_000_000 } as const
  const { hash, size } = await storeFile(ctx, tools.files, made.bytes, admission)
  const sources = ready.map(({ id }) => id)
  const file = { hash, size, pages: made.pages }
  return (await perform(ctx, joinUploads, { owner: ownerText(owner), owners: texts(owners), name, sources, file })).id
}

async function partOf(ctx: Ctx, { files }: Tools, { fileHash, fileType }: Upload): Promise<PartOfPdf> {
  return { type: fileType as PartOfPdf['type'], bytes: await bytesOf(ctx, files, fileHash ?? '') }
}

export const dropFile = (ctx: Ctx, id: string, owners: readonly UploadOwner[]) =>
  perform(ctx, dropUpload, { id, owners: texts(owners) })
