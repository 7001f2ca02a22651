/** A kept file as the answer to a request. */
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { mediaTypes, savedAs } from './file.ts'
import { readFile } from './file.store.ts'
import { refuse } from './problem.ts'
import type { WebContext } from './web.ts'

/** Always saved, never opened inside the page. Whether somebody may have it is for the caller to say. */
export async function giveFile(c: WebContext, hash: string | null | undefined, name: string): Promise<Response> {
  const { files, ctx } = c.var
  if (!hash) return refuse('missing', 'kernel.missing')
  const { bytes, size, type } = await readFile(ctx.db, files, hash)
  return c.body(Readable.toWeb(bytes) as ReadableStream as never, 200, {
    'content-type': mediaTypes[type],
    'content-length': String(size),
    'content-disposition': savedAs(name),
    'cache-control': 'private, no-store',
  })
}
