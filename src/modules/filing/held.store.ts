/** Contents of the file house that filed dossiers refer to; those of drafts are their uploads'. */
import type { Holder } from '#kernel/file-sweep.store.ts'

export const heldByDossiers: Holder = async (db, hashes) =>
  (await db.selectFrom('filing.application_file').select('hash').distinct().where('hash', 'in', hashes).execute()).map(
    ({ hash }) => hash,
  )
