/** Making a slip: slow work and a file, so never inside a transaction. */
import type { Ctx } from '#kernel/ctx.ts'
import type { FileHouse } from '#kernel/file-house.ts'
import { storeFile } from '#kernel/file.store.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import { inLocale } from '#kernel/text.ts'
import { dayOf } from '#kernel/time.ts'
import { sheetOf } from './sheet-of.ts'
import { pdfOf } from './sheet-pdf.ts'
import { SlipContent } from './slip.ts'
import { findSlipOf, insertSlip } from './slip.store.ts'
import { formOn } from './statutory-form.ts'

const most = 50_000_000

export type MadeSlip = { readonly id: string; readonly fileHash: string }

const codesOf = (content: SlipContent) =>
  content.kind === 'register'
    ? { dossierCode: null, requestCode: null }
    : { dossierCode: content.dossierCode, requestCode: content.requestCode }

/**
 * A slip by the form in force on the day it is issued, in Vietnamese, the language of proceedings. With `source`,
 * called again for the same happening and form it gives back the slip that was made: for jobs, which may run twice.
 */
export async function makeSlip(
  ctx: Ctx,
  files: FileHouse,
  raw: SlipContent,
  source: string | null = null,
): Promise<MadeSlip> {
  const content = SlipContent.parse(raw)
  const { kind, issuedAt } = content
  const before = source === null ? undefined : await findSlipOf(ctx.db, source, kind)
  if (before) return { id: before.id, fileHash: before.fileHash }
  const form = formOn(kind, dayOf(new Date(issuedAt))) ?? refuse('conflict', 'slips.slip.no_form')
  const bytes = await pdfOf(inLocale('vi', () => sheetOf(content, form)))
  const { hash: fileHash } = await storeFile(ctx, files, bytes, { name: `${kind}.pdf`, types: ['pdf'], most })
  const id = newId(ctx.now)
  await insertSlip(ctx, { id, kind, edition: form.edition, ...codesOf(content), content, fileHash, source })
  // Somebody else may have made one for the same happening meanwhile: theirs stands.
  const stands = source === null ? undefined : await findSlipOf(ctx.db, source, kind)
  return { id: stands?.id ?? id, fileHash: stands?.fileHash ?? fileHash }
}
