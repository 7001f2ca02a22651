/** Results as rows: only added to. */
import type { FileAnswer } from '#fields/form.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'

export type ResultKind = 'document' | 'register' | 'refusal'

type Issued = {
  readonly n: number
  readonly code: string
  readonly kind: ResultKind
  readonly resultType: string | null
  readonly title: string
  readonly entry: string | null
  readonly electronic: boolean
  readonly file: FileAnswer | null
}

/** The dossier is held, so two results never take the same number. */
export async function countResults(db: Db, dossierId: string): Promise<number> {
  const { count } = await db
    .selectFrom('dossiers.result')
    .select((c) => c.fn.countAll<number>().as('count'))
    .where('dossierId', '=', dossierId)
    .executeTakeFirstOrThrow()
  return count
}

export async function insertResult(
  { db, now, actor }: Ctx,
  dossierId: string,
  { file, ...row }: Issued,
): Promise<void> {
  const { upload: uploadId = null, name = null, hash = null, size = null, type = null } = file ?? {}
  await db
    .insertInto('dossiers.result')
    .values({ dossierId, ...row, uploadId, name, hash, size, type, issuedAt: now, issuedBy: actor.accountId })
    .execute()
}

export type ResultRow = Awaited<ReturnType<typeof listResults>>[number]

export const listResults = (db: Db, dossierId: string) =>
  db
    .selectFrom('dossiers.result')
    .select(['n', 'code', 'resultType', 'title', 'entry', 'uploadId', 'name', 'hash', 'size', 'type'])
    .select(['electronic', 'issuedAt'])
    .select((c) => c.ref('kind').$castTo<ResultKind>().as('kind'))
    .where('dossierId', '=', dossierId)
    .orderBy('n')
    .execute()
