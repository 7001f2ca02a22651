/** Taking evidence in with a form, and giving it out again. */
import type { z } from 'zod'
import type { Command } from '#kernel/command.ts'
import type { Json } from '#kernel/event.store.ts'
import { giveFile } from '#kernel/file-answer.ts'
import { storeFile } from '#kernel/file.store.ts'
import { Problem } from '#kernel/problem.ts'
import { readForm, type Returned, submit } from '#kernel/submit.ts'
import { get, type Route, type WebContext } from '#kernel/web.ts'
import { type Evidence, evidenceTypes, mostEvidence } from './evidence.ts'
import { getFigure } from './figure.store.ts'
import { findNote } from './note.store.ts'

const none: Evidence = { fileHash: null, fileName: null }

async function take(c: WebContext, sent: unknown): Promise<Evidence> {
  const { files, ctx } = c.var
  if (!(sent instanceof File) || sent.size === 0) return none
  const name = sent.name.normalize('NFC').slice(-200)
  const { hash } = await storeFile(ctx, files, new Uint8Array(await sent.arrayBuffer()), {
    name,
    types: evidenceTypes,
    most: mostEvidence,
  })
  return { fileHash: hash, fileName: name }
}

/** As `submit`, with the file of the field `file`; a file that is not taken comes back as a fault of that field. */
export async function submitWithEvidence<In extends z.ZodType, Out extends Json>(
  c: WebContext,
  cmd: Command<In, Out>,
  more: Record<string, unknown>,
): Promise<Awaited<ReturnType<typeof submit<In, Out>>>> {
  const { typed, raw } = await readForm(c)
  try {
    return await submit(c, cmd, { ...more, ...(await take(c, raw['file'])) })
  } catch (fault) {
    if (!(fault instanceof Problem) || !fault.key.startsWith('kernel.stored_file.')) throw fault
    const problems: Returned['problems'] = [{ path: 'file', key: fault.key, params: fault.params }]
    return { ok: false, typed, problems, key: 'kernel.check_the_form', params: {}, status: 422 }
  }
}

const give = (c: WebContext, evidence: Evidence | undefined): Promise<Response> =>
  giveFile(c, evidence?.fileHash, evidence?.fileName ?? 'minh-chung')

export const evidencePages: readonly Route[] = [
  get('/ke-hoach/so-lieu/:figure/minh-chung', 'plan.read', async (c) =>
    give(c, await getFigure(c.var.ctx.db, c.req.param('figure') ?? '')),
  ),
  get('/ke-hoach/ghi-nhan/:note/minh-chung', 'plan.read', async (c) =>
    give(c, await findNote(c.var.ctx.db, c.req.param('note') ?? '')),
  ),
]
