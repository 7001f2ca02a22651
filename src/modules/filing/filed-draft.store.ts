/** What became of a draft that was filed: for those who may see it. */
import type { Ctx } from '#kernel/ctx.ts'
import { type Application, maySee } from './application.ts'
import { findFiledDraft } from './application.store.ts'

export async function findApplicationOfDraft({ db, actor }: Ctx, draftId: string): Promise<Application | undefined> {
  const filed = await findFiledDraft(db, draftId)
  return filed && maySee(filed, actor) ? filed : undefined
}
