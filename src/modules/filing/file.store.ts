/** Uploads that the answers of a draft name, and their way into the dossier. */
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { mediaTypes } from '#kernel/file.ts'
import type { FileAnswer } from '#fields/form.ts'
import type { Books } from '#fields/kind.ts'
import { refuse } from '#kernel/problem.ts'
import type { Day } from '#kernel/time.ts'
import {
  adoptUploads,
  claimUploads,
  findUploads,
  keepUploads,
  releaseUploads,
  type NamedUpload,
  type Upload,
  type UploadOwner,
} from '#modules/uploads/public.ts'
import type { Asker, Draft } from './draft.ts'
import { uploadsNamed } from './file-names.ts'

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

const answerOf = ({ id, name, fileHash, fileSize, fileType }: NamedUpload): FileAnswer | null =>
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
export function asAnswers(uploads: readonly NamedUpload[]): ReadonlyMap<string, FileAnswer> {
  const ready = uploads.filter(({ state }) => state === 'ready')
  return new Map(
    ready.flatMap((upload) => [answerOf(upload)].flatMap((one) => (one ? [[upload.id, one] as const] : []))),
  )
}

/** With what became of the files that are not finished, so that a page says what is true of them. */
export function seenBooks({
  books,
  uploads,
}: {
  readonly books: Books
  readonly uploads: readonly NamedUpload[]
}): Books {
  const unfinished = uploads.flatMap(({ id, state }) => {
    if (state === 'ready' || state === 'dropped') return []
    return [[id, state === 'refused' ? 'refused' : 'checking'] as const]
  })
  return { ...books, unfinished: new Map(unfinished) }
}

/**
 * In the transaction of the filing: from now on they belong to the dossier. One that cannot is missed at its question;
 * one that is still being checked holds the filing up, because it would be left out.
 */
export async function claimFiles(ctx: Ctx, ids: readonly string[], owners: readonly UploadOwner[], by: string) {
  const claimed = await (ids.length ? claimUploads(ctx, ids, owners, by) : [])
  if (claimed.length < ids.length) {
    const named = await listNamed(ctx.db, ids, owners)
    if (named.some(({ state }) => state === 'receiving' || state === 'checking'))
      refuse('conflict', 'filing.file.still_checked')
  }
  return claimed
}

/** Files of a draft lie there as long as it may still be filed. */
export const keepFiles = (
  ctx: Ctx,
  draft: Pick<Draft, 'partyId' | 'tokenHash' | 'answers' | 'typed' | 'setAside'>,
  asker: Asker,
  until: Day,
) => keepUploads(ctx.db, uploadsNamed(draft), ownersOfDraft(draft, asker), until)

/** What the browser sent in before its person signed in becomes theirs with the draft. */
export async function adoptFiles(ctx: Ctx, draft: Draft, partyId: string): Promise<void> {
  const { tokenHash } = draft
  const ids = uploadsNamed(draft)
  if (tokenHash && ids.length)
    await adoptUploads(ctx, ids, { kind: 'visitor', id: tokenHash }, { kind: 'party', id: partyId })
}

/** What was claimed and is not filed after all, because nothing asks for it any more. */
export async function releaseRest(
  ctx: Ctx,
  claimed: readonly NamedUpload[],
  filed: ReadonlySet<string>,
  by: string,
): Promise<void> {
  const rest = claimed.map(({ id }) => id).filter((id) => !filed.has(id))
  if (rest.length) await releaseUploads(ctx, rest, by)
}
