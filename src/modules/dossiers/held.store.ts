/** Contents of the file house that dossiers refer to: what came after the filing, and results. */
import { sql } from 'kysely'
import type { Holder } from '#kernel/file-sweep.store.ts'

export const heldByHandling: Holder = async (db, hashes) => {
  const { rows } = await sql<{ hash: string }>`
    select hash from dossiers.file where hash = any(${[...hashes]}::text[])
    union select hash from dossiers.result where hash = any(${[...hashes]}::text[])`.execute(db)
  return rows.map(({ hash }) => hash)
}
