/** Papers that show why somebody may act for another. */
import type { Db } from '#kernel/db/open.ts'
import { listUsedIn, type Upload } from '#modules/uploads/public.ts'
import { aboutRepresentation } from './representation.ts'

/** By the id of the representation. */
export async function papersOf(
  db: Db,
  rows: readonly { id: string }[],
): Promise<ReadonlyMap<string, readonly Upload[]>> {
  const found = await listUsedIn(
    db,
    rows.map(({ id }) => aboutRepresentation(id)),
  )
  return new Map(rows.map(({ id }) => [id, found.filter(({ usedBy }) => usedBy === aboutRepresentation(id))]))
}
