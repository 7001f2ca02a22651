/** `tgs scores rebuild`: what the index of service is made of, made again from the dossiers. */
import { readConfig } from '#kernel/config.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { openDatabase } from '#kernel/db/open.ts'
import { rebuildFacts } from '#modules/dossiers/public.ts'
import { recompute } from '#modules/scores/public.ts'

/**
 * In the database that the configuration names: on a server the program may go on meanwhile, the embedded one must not be
 * in use.
 */
export async function scoresRebuild(now: Date) {
  const { DATABASE_URL: url, DATA_DIR: folder } = readConfig(process.env)
  const { db, close } = await openDatabase(url ? { url } : { folder }, async (owner) => void (await migrate(owner)))
  try {
    const { dossiers, wrong } = await rebuildFacts(db, now)
    const sums = await recompute(db)
    return { dossiers, wrongFacts: wrong, wrongSums: sums.wrong }
  } finally {
    await close()
  }
}
