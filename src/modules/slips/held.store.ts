/** Contents of the file house that slips are: a statutory form that was made is never taken away. */
import type { Holder } from '#kernel/file-sweep.store.ts'

export const heldBySlips: Holder = async (db, hashes) =>
  (await db.selectFrom('slips.slip').select('fileHash').distinct().where('fileHash', 'in', hashes).execute()).map(
    ({ fileHash }) => fileHash,
  )
