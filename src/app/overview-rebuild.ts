/** `tgs overview rebuild`: what is open and who has how much of it, made again from the dossiers. */
import { readConfig } from '#kernel/config.ts'
import { migrate } from '#kernel/db/migrate.ts'
import { openDatabase } from '#kernel/db/open.ts'
import { rebuildOpen } from '#modules/dossiers/public.ts'
import { recountLoad } from '#modules/overview/public.ts'

/**
 * In the database that the configuration names: on a server the program may go on meanwhile, the embedded one must not be
 * in use.
 */
export async function overviewRebuild(now: Date) {
  const { DATABASE_URL: url, DATA_DIR: folder } = readConfig(process.env)
  const { db, close } = await openDatabase(url ? { url } : { folder }, async (owner) => void (await migrate(owner)))
  try {
    const open = await rebuildOpen(db, now)
    const load = await recountLoad(db)
    return { wrongOpen: open.wrong, wrongLoad: load.wrong }
  } finally {
    await close()
  }
}
