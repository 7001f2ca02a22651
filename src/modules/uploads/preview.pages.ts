/** A file shown or saved: to whoever sent it, and to whoever handles what it is used in. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { perform } from '#kernel/command.ts'
import { mediaTypes, savedAs, shownAs } from '#kernel/file.ts'
import { readFile } from '#kernel/file.store.ts'
import { smallPicture } from '#kernel/picture.ts'
import { refuse } from '#kernel/problem.ts'
import { get, type WebContext } from '#kernel/web.ts'
import { ownersFor, toolsOf } from './owner.pages.ts'
import { bytesOf } from './preparation.jobs.ts'
import { readUpload } from './upload.commands.ts'
import { findUpload, getOwnUpload, type Upload } from './upload.store.ts'
import { isPicture, nameOfMade } from './upload.ts'

/** `original`: as it was sent in; `file`: as it was made fit; `show`: to look at here; `thumbnail`: a small picture. */
export type Giving = 'original' | 'file' | 'show' | 'thumbnail'

const looks = { show: 2000, thumbnail: 320 } as const

/** A file of somebody else's making, under our own address: it may load nothing, run nothing and stand in no page. */
const aloneAndStill =
  "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

async function givePicture(c: WebContext, hash: string, how: 'show' | 'thumbnail', name: string): Promise<Response> {
  const bytes = await smallPicture(await bytesOf(c.var.ctx, toolsOf(c).files, hash), looks[how])
  c.set('contentPolicy', `${aloneAndStill}; img-src 'self'; sandbox`)
  return c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes.jpeg,
    'content-disposition': shownAs(nameOfMade(name, 'jpeg')),
    'cache-control': 'private, no-store',
  })
}

/** Scripts and actions in a PDF have no place to run but in the viewer of whoever saves it. */
const mayOpenHere = ({ fileType, hints }: Upload) => fileType === 'pdf' && !hints.includes('active')

async function giveBytes(c: WebContext, hash: string, name: string, inline: boolean): Promise<Response> {
  const { bytes, size, type } = await readFile(c.var.ctx.db, c.var.files, hash)
  c.set(
    'contentPolicy',
    inline ? `${aloneAndStill}; object-src 'self'; plugin-types application/pdf` : `${aloneAndStill}; sandbox`,
  )
  return c.body(Readable.toWeb(bytes) as ReadableStream as never, 200, {
    'content-type': mediaTypes[type],
    'content-length': String(size),
    'content-disposition': (inline ? shownAs : savedAs)(name),
    'cache-control': 'private, no-store',
  })
}

/** Whether they may is for the caller to have said. */
function give(c: WebContext, upload: Upload, how: Giving): Promise<Response> {
  const { name, originalHash, fileHash, fileType, state } = upload
  if (state !== 'ready' || !fileHash || !fileType) return refuse('missing', 'uploads.upload.not_ready')
  if (how === 'original') return giveBytes(c, originalHash ?? fileHash, name, false)
  const made = nameOfMade(name, fileType)
  if (how === 'file') return giveBytes(c, fileHash, made, false)
  if (isPicture(fileType)) return givePicture(c, fileHash, how, made)
  return giveBytes(c, fileHash, made, how === 'show' && mayOpenHere(upload))
}

export type Reading = {
  /** What the file must be used in for this page to give it out: `filing.application/…`. */
  readonly usedBy: string
  /** Why a member of staff looks at it; written down. Of the owner's own looking nothing is. */
  readonly purpose: string
}

/**
 * For pages of modules that use files: gives one out to whoever handles the thing it is used in. That they do is for the
 * page to have made sure; that the file is used there is made sure here. Each reading is written down with its purpose.
 */
export async function giveUsedUpload(c: WebContext, id: string, how: Giving, reading: Reading): Promise<Response> {
  const upload = await findUpload(c.var.ctx.db, id)
  if (!upload || upload.usedBy !== reading.usedBy) return refuse('missing', 'uploads.upload.missing')
  // A small picture in a list is no reading of the paper, and would drown the log.
  if (c.var.ctx.actor.accountId && how !== 'thumbnail')
    await perform({ ...c.var.ctx, key: undefined }, readUpload, { id, purpose: reading.purpose })
  return give(c, upload, how)
}

const own = (how: Giving) => async (c: WebContext) =>
  give(c, await getOwnUpload(c.var.ctx.db, c.req.param('id') ?? '', ownersFor(c)), how)

export const previewPages = [
  get('/tai-tep/:id', 'public', own('file')),
  get('/tai-tep/:id/goc', 'public', own('original')),
  get('/tai-tep/:id/xem', 'public', own('show')),
  get('/tai-tep/:id/nho', 'public', own('thumbnail')),
]
