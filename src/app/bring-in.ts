/** A file of the catalogue brought in without a page: by the command line, and for a demonstration. */
import { type Actor, nobody } from '#kernel/access.ts'
import { perform } from '#kernel/command.ts'
import type { Ctx } from '#kernel/ctx.ts'
import type { Db } from '#kernel/db/open.ts'
import { newId } from '#kernel/id.ts'
import { refuse } from '#kernel/problem.ts'
import type { Key } from '#kernel/text.ts'
import { applyImport, beginImport, getImport, readImport } from '#modules/catalogue/public.ts'

/** Nobody's account: whoever may open the database may do this. */
const keeper: Actor = { ...nobody, permissions: new Set(['catalogue.manage']) }

type File = { name: string; bytes: Uint8Array }

/** Begun, read and applied by the same commands as a page performs. */
export async function bringIn(db: Db, { name, bytes }: File, now: Date, tell?: (lines: number) => void) {
  const ctx: Ctx = { db, actor: keeper, now, requestId: newId(now) }
  const file = Buffer.from(bytes).toString('base64')
  const { id } = await perform(ctx, beginImport, { name, file, read: 'now' })
  await readImport(ctx, id, tell)
  const read = await getImport(db, id)
  if (read.state !== 'read') return refuse('invalid', (read.problem ?? 'catalogue.import.not_read') as Key)
  await perform(ctx, applyImport, { id })
  return getImport(db, id)
}
