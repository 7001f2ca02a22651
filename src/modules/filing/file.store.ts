/** Uploads that the answers of a draft name, and their way into the dossier. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { mediaTypes } from '#kernel/file.ts'
import type { FileAnswer } from '#fields/form.ts'
import {
  adoptUploads,
  claimUploads,
  findUploads,
  releaseUploads,
  type Upload,
  type UploadOwner,
} from '#modules/uploads/public.ts'
import type { Asker, Draft } from './draft.ts'
import { uploadsOf } from './file-names.ts'

/** Of a draft: of whoever asks, and of its person, whoever helps them. */
export function ownersOfDraft(
  { partyId, tokenHash: kept }: Pick<Draft, 'partyId' | 'tokenHash'>,
  asker: Asker,
): UploadOwner[] {
  const { actor, tokenHash } = asker
  const owners: UploadOwner[] = []
  if (actor.accountId) owners.push({ kind: 'account', id: actor.accountId })
  if (actor.clientId) owners.push({ kind: 'client', id: actor.clientId })
  if (partyId) owners.push({ kind: 'party', id: partyId })
  for (const id of new Set([tokenHash, kept])) if (id) owners.push({ kind: 'visitor', id })
  return owners
}

export const listNamed = (db: Db, ids: readonly string[], owners: readonly UploadOwner[]): Promise<Upload[]> =>
  ids.length ? findUploads(db, ids, owners) : Promise.resolve([])

const answerOf = ({ id, name, fileHash, fileSize, fileType }: Upload): FileAnswer | null =>
  fileHash === null || fileSize === null || fileType === null
    ? null
    : {
        upload: id,
        name,
        hash: fileHash,
        size: fileSize,
        type: mediaTypes[fileType as keyof typeof mediaTypes],
      }

/** Only those that are ready stand for an answer. */
export function asAnswers(uploads: readonly Upload[]): ReadonlyMap<string, FileAnswer> {
  const ready = uploads.filter(({ state }) => state === 'ready')
  return new Map(
    ready.flatMap((upload) => [answerOf(upload)].flatMap((one) => (one ? [[upload.id, one] as const] : []))),
  )
}

/** In the transaction of the filing: from now on they belong to the dossier. One that cannot is missed at its question. */
export const claimFiles = (ctx: Ctx, ids: readonly string[], owners: readonly UploadOwner[], by: string) =>
  ids.length ? claimUploads(ctx, ids, owners, by) : Promise.resolve([])

/** What the browser sent in before its person signed in becomes theirs with the draft. */
export async function adoptFiles(ctx: Ctx, { answers, tokenHash }: Draft, partyId: string): Promise<void> {
  const ids = uploadsOf(answers)
  if (tokenHash && ids.length)
    await adoptUploads(ctx, ids, { kind: 'visitor', id: tokenHash }, { kind: 'party', id: partyId })
}

/** What was claimed and is not filed after all, because nothing asks for it any more. */
export async function releaseRest(
  ctx: Ctx,
  claimed: readonly Upload[],
  filed: ReadonlySet<string>,
  by: string,
): Promise<void> {
  const rest = claimed.map(({ id }) => id).filter((id) => !filed.has(id))
  if (rest.length) await releaseUploads(ctx, rest, by)
}
