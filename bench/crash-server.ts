/** The house as it is, in a process that can also be asked what its database holds after it was killed and started again. */
import { sql } from 'kysely'
import { readConfig } from '../src/kernel/config.ts'
import { sealEvents, type SealHead, verifyEvents } from '../src/kernel/seal.store.ts'
import { start } from '../src/app/start.ts'
import type { Found } from './crash-check.ts'

const { db } = await start(readConfig(process.env), false)

/** `known`: the newest seal of the round before, remembered outside the database. */
async function look(known: SealHead | undefined): Promise<Found> {
  const events = await sql<{ key: string; command: string; about: string; result: unknown }>`
    select key, command, about, result from kernel.event where key like 'bench-%'`.execute(db)
  const roles = await sql<{ code: string }>`select code from kernel.role where code like 'bench\\_%'`.execute(db)
  const posts = await sql<{ id: string; title: string }>`
    select id, title from kernel.post where title like 'bench-%'`.execute(db)
  while (true) {
    const { sealed, busy } = await sealEvents(db, new Date())
    if (!busy && sealed === 0) break
  }
  const seals = await verifyEvents(db, known)
  return { events: events.rows, roles: roles.rows, posts: posts.rows, seals }
}

process.on('message', ({ known }: { known?: SealHead }) => {
  void look(known).then((found) => process.send?.(found))
})
process.on('disconnect', () => process.exit())
