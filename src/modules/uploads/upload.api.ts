/** Files for other systems: handing one in whole, how it stands, turning, joining and dropping it. */
import { z } from 'zod'
import { act, read } from '#kernel/api.ts'
import type { Ctx } from '#kernel/ctx.ts'
import { refuse } from '#kernel/problem.ts'
import { hintNames } from './legibility.ts'
import { dropFile, joinFiles, takeBytes, turnFile } from './reception.jobs.ts'
import { getOwnUpload, listParts, listUnused, type Upload } from './upload.store.ts'
import { longestName, ownersOf, scanStates, uploadStates, type UploadOwner } from './upload.ts'

const UploadView = z.object({
  id: z.uuid(),
  name: z.string(),
  state: z.enum(uploadStates),
  /** Key of the sentence that says why it was not taken. */
  refusal: z.string().nullable(),
  declaredSize: z.int(),
  /** As it came in. */
  originalHash: z.string().nullable(),
  originalType: z.string().nullable(),
  /** What was made of it, which both sides read. */
  fileHash: z.string().nullable(),
  fileSize: z.int().nullable(),
  fileType: z.string().nullable(),
  pages: z.int().nullable(),
  turn: z.int(),
  hints: z.array(z.enum(hintNames)),
  scan: z.enum(scanStates),
  usedBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
})

const viewOf = (upload: Upload) => ({
  ...upload,
  hints: [...upload.hints],
  createdAt: upload.createdAt.toISOString(),
})

const ownersIn = ({ actor }: Ctx): UploadOwner[] => ownersOf(actor, null)

function ownerIn(ctx: Ctx): UploadOwner {
  const [owner] = ownersIn(ctx)
  return owner ?? refuse('unauthenticated', 'kernel.sign_in_first')
}

const One = z.object({ id: z.uuid() })
const view = async (ctx: Ctx, id: string) => viewOf(await getOwnUpload(ctx.db, id, ownersIn(ctx)))
/** Of a body in base64; larger ones come piece by piece. */
const mostBase64 = 30_000_000

export const uploadApi = [
  read(
    '/uploads',
    {
      says: 'Files of one’s own that nothing uses yet',
      needs: 'public',
      input: z.object({}),
      returns: z.object({ items: z.array(UploadView) }),
    },
    async (ctx) => ({ items: (await listUnused(ctx.db, ownersIn(ctx))).map(viewOf) }),
  ),
  read(
    '/uploads/{id}',
    {
      says: 'How a file of one’s own stands, and of which files it was joined',
      needs: 'public',
      input: One,
      returns: UploadView.extend({ parts: z.array(z.uuid()) }),
    },
    async (ctx, { id }) => ({ ...(await view(ctx, id)), parts: await listParts(ctx.db, id) }),
  ),
  act(
    '/uploads',
    {
      says: 'Hand in a file whole; what is refused says why',
      needs: 'public',
      input: z.object({
        name: z.string().min(1).max(longestName),
        base64: z.base64().max(Math.ceil((mostBase64 * 4) / 3) + 4),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
      returns: UploadView,
      command: 'uploads.upload.begin',
    },
    async (ctx, { name, base64, sha256 }, files, intake) => {
      const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
      const sent = { name, bytes, ...(sha256 && { hash: sha256 }) }
      return view(ctx, await takeBytes(ctx, { files, intake }, ownerIn(ctx), sent))
    },
  ),
  act(
    '/uploads/{id}/turn',
    {
      says: 'Turn a file a quarter to the right',
      needs: 'public',
      input: One,
      returns: UploadView,
      command: 'uploads.upload.turn',
    },
    async (ctx, { id }, files, intake) => {
      await turnFile(ctx, { files, intake }, id, ownersIn(ctx))
      return view(ctx, id)
    },
  ),
  act(
    '/uploads/join',
    {
      says: 'Make one PDF of several files, in their order',
      needs: 'public',
      input: z.object({ ids: z.array(z.uuid()).min(2).max(100), name: z.string().min(1).max(longestName) }),
      returns: UploadView,
      command: 'uploads.upload.join',
    },
    async (ctx, { ids, name }, files, intake) => {
      const asked = { owner: ownerIn(ctx), owners: ownersIn(ctx), ids, name }
      return view(ctx, await joinFiles(ctx, { files, intake }, asked))
    },
  ),
  act(
    '/uploads/{id}/drop',
    {
      says: 'Drop a file that nothing uses',
      needs: 'public',
      input: One,
      returns: One,
      command: 'uploads.upload.drop',
    },
    (ctx, { id }) => dropFile(ctx, id, ownersIn(ctx)),
  ),
]
