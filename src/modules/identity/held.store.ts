/** Contents of the file house that show why somebody may act for somebody, or that they agreed to be helped. */
import type { Holder } from '#kernel/file-sweep.store.ts'

export const heldByIdentity: Holder = async (db, hashes) => {
  const held: string[] = []
  for (const table of ['identity.representation', 'identity.consent'] as const) {
    const rows = await db.selectFrom(table).select('evidence').distinct().where('evidence', 'in', hashes).execute()
    held.push(...rows.flatMap(({ evidence }) => evidence ?? []))
  }
  return held
}
