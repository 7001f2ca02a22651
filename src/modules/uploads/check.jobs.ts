/** From the last byte of an upload to a file that may be used, or to words that say why not. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Ctx } from '#kernel/ctx.ts'
import { appendEvent } from '#kernel/event.store.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import { fileType, headLength, tailLength } from '#kernel/file.ts'
import { storeFile, type StoredFile } from '#kernel/file.store.ts'
import { notify } from '#kernel/notice.store.ts'
import { Problem, refuse } from '#kernel/problem.ts'
import type { Intake } from '#kernel/scan.ts'
import type { Key } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { keepPrepared, prepare, type Prepared } from './preparation.jobs.ts'
import { findUpload, holdUpload, listKeepers, updateUpload, type Upload } from './upload.store.ts'
import { type ScanState, takenTypes } from './upload.ts'

/** What checking needs beside the database. */
export type Tools = { readonly files: FileHouse; readonly intake: Intake }

/** Where the pieces lie until a file is whole and settled. */
export const incomingFolder = (files: FileHouse): string => join(files.incoming, 'pieces')
export const incomingPath = (files: FileHouse, id: string): string => join(incomingFolder(files), id)

export const makeIncoming = (files: FileHouse) => mkdir(incomingFolder(files), { recursive: true })

/** How much of it is there; null when nothing is. */
export const sizeThere = (files: FileHouse, id: string): Promise<number | null> =>
  stat(incomingPath(files, id)).then(
    ({ size }) => size,
    () => null,
  )

export async function clearIncoming(files: FileHouse, id: string): Promise<void> {
  const path = incomingPath(files, id)
  await Promise.all([rm(path, { force: true }), rm(`${path}.json`, { force: true })])
}

type Verdict =
  | { ok: true; scan: ScanState; original: StoredFile; file: StoredFile; made: Prepared }
  | { ok: false; key: Key; scan: ScanState; virus?: string }

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer)
  return hash.digest('hex')
}

/** `waiting`: the scanner is away. */
async function scanned(path: string, { scan }: Intake): Promise<{ scan: ScanState; virus?: string }> {
  if (!scan) return { scan: 'none' }
  try {
    const virus = await scan(path)
    return virus === null ? { scan: 'clean' } : { scan: 'infected', virus }
  } catch {
    return { scan: 'waiting' }
  }
}

async function admit(ctx: Ctx, path: string, upload: Upload, { files }: Tools) {
  const bytes = new Uint8Array(await readFile(path))
  const type = fileType(bytes.subarray(0, headLength), bytes.subarray(-tailLength), upload.name)
  if (!type || !takenTypes.some((taken) => taken === type)) return refuse('wrong_type', 'uploads.upload.not_taken')
  const made = await prepare(ctx, bytes, type, upload.turn)
  const admission = { name: upload.name, types: takenTypes, most: bytes.length }
  const original = await storeFile(ctx, files, createReadStream(path), admission)
  return { original, made, file: await keepPrepared(ctx, files, made, original) }
}

/** Null: it has to wait for the scanner. */
async function judge(ctx: Ctx, upload: Upload, tools: Tools): Promise<Verdict | null> {
  const path = incomingPath(tools.files, upload.id)
  const size = await sizeThere(tools.files, upload.id)
  const no = (key: Key, scan: ScanState = 'none', virus?: string): Verdict => ({
    ok: false,
    key,
    scan,
    ...(virus && { virus }),
  })
  if (size === null) return no('uploads.upload.lost')
  if (size !== upload.declaredSize) return no('uploads.upload.differs')
  if (upload.declaredHash !== null && (await hashOf(path)) !== upload.declaredHash) return no('uploads.upload.differs')
  const { scan, virus } = await scanned(path, tools.intake)
  if (scan === 'infected') return no('uploads.upload.infected', scan, virus)
  if (scan === 'waiting' && tools.intake.scanRequired) return null
  try {
    return { ok: true, scan, ...(await admit(ctx, path, upload, tools)) }
  } catch (fault) {
    if (fault instanceof Problem) return no(fault.key, scan)
    throw fault
  }
}

const refusedWith = ({ key, scan }: Extract<Verdict, { ok: false }>, ctx: Ctx) => ({
  state: 'refused',
  refusal: key,
  scan,
  finishedAt: ctx.now,
})

const acceptedWith = ({ scan, original, file, made }: Extract<Verdict, { ok: true }>, ctx: Ctx) => ({
  state: 'ready',
  scan,
  originalHash: original.hash,
  originalType: original.type,
  fileHash: file.hash,
  fileSize: file.size,
  fileType: file.type,
  pages: made.pages,
  hints: JSON.stringify(made.hints),
  finishedAt: ctx.now,
})

/** In one transaction: what was found, its event, and word to the keepers when it was malware. Once, whoever was first. */
const settle = (ctx: Ctx, id: string, verdict: Verdict): Promise<boolean> =>
  ctx.db.transaction().execute(async (db) => {
    const within = { ...ctx, db, key: undefined }
    if ((await holdUpload(db, id)).state !== 'checking') return false
    await updateUpload(within, id, verdict.ok ? acceptedWith(verdict, ctx) : refusedWith(verdict, ctx))
    const virus = verdict.ok ? undefined : verdict.virus
    await appendEvent(within, 'uploads.upload.settle', `uploads.upload/${id}`, {
      result: { id, state: verdict.ok ? 'ready' : 'refused' },
      detail: { scan: verdict.scan, ...(verdict.ok ? {} : { key: verdict.key }), ...(virus && { virus }) },
      rule: null,
    })
    if (virus !== undefined) await warn(within, virus)
    return true
  })

const warn = async (ctx: Ctx, virus: string) =>
  notify(ctx, {
    to: await listKeepers(ctx.db, dayOf(ctx.now)),
    key: 'uploads.notice.infected',
    params: { virus },
    href: '/quan-tri/nhat-ky?viec=uploads.upload.settle',
  })

async function check(ctx: Ctx, tools: Tools, id: string): Promise<void> {
  const upload = await findUpload(ctx.db, id)
  if (upload?.state !== 'checking') return
  const verdict = await judge(ctx, upload, tools)
  if (verdict === null) return updateUpload(ctx, id, { scan: 'waiting' })
  await settle(ctx, id, verdict)
  // Kept until the scanner is back, which wants to see the original as it came.
  if (verdict.scan !== 'waiting') await clearIncoming(tools.files, id)
}

/** What this process is checking now: asking again waits for the same answer instead of doing the work twice. */
const underWay = new WeakMap<FileHouse, Map<string, Promise<void>>>()

/** Checks a file that is all there. May be done by several at once and again after it was cut off: it settles once. */
export function checkUpload(ctx: Ctx, tools: Tools, id: string): Promise<void> {
  const all = underWay.get(tools.files) ?? new Map<string, Promise<void>>()
  underWay.set(tools.files, all)
  const known = all.get(id)
  if (known) return known
  const work = check(ctx, tools, id).finally(() => all.delete(id))
  all.set(id, work)
  return work
}

/** The scanner is back: a file that was let in without it is looked at now. */
export async function scanLater(ctx: Ctx, tools: Tools, id: string): Promise<void> {
  const { scan, virus } = await scanned(incomingPath(tools.files, id), tools.intake)
  if (scan !== 'clean' && scan !== 'infected') return
  await ctx.db.transaction().execute(async (db) => {
    const within = { ...ctx, db }
    const upload = await holdUpload(db, id)
    if (upload.scan !== 'waiting' || upload.state !== 'ready') return
    const found = scan === 'infected' ? { state: 'refused', refusal: 'uploads.upload.infected', scan } : { scan }
    await updateUpload(within, id, found)
    await appendEvent(within, 'uploads.upload.scan', `uploads.upload/${id}`, {
      result: { id, scan },
      detail: virus ? { virus } : null,
      rule: null,
    })
    if (virus) await warn(within, virus)
  })
  await clearIncoming(tools.files, id)
}
