/** Uploads that the answers of a draft name. */
import type { Db } from '#kernel/db/open.ts'
import type { Answers, FileAnswer } from '#fields/form.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { ApplicationFile } from './application.ts'
import type { Asker } from './draft.ts'

export async function filesNamed(
  _db: Db,
  _answers: Answers,
  _sent: readonly string[],
  _asker: Asker,
): Promise<ReadonlyMap<string, FileAnswer>> {
  return new Map()
}

/** In the transaction of the filing: from now on they belong to the dossier. */
export async function useFiles(_ctx: Ctx, _files: readonly ApplicationFile[], _by: string): Promise<void> {}
