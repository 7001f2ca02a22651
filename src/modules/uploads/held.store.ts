/** Contents of the file house that uploads refer to. */
import type { Holder } from '#kernel/file-sweep.store.ts'

/** The original and what was made of it, of whatever may still be looked at. */
export const heldByUploads: Holder = async (db, hashes) => {
  const rows = await db
    .selectFrom('uploads.upload')
    .select(['originalHash', 'fileHash'])
    .where('state', 'not in', ['refused', 'dropped'])
    .where((where) => where.or([where('originalHash', 'in', hashes), where('fileHash', 'in', hashes)]))
    .execute()
  return rows.flatMap((row) => [row.originalHash, row.fileHash]).filter((hash) => hash !== null)
}
