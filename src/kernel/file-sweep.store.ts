/** Taking away what nothing refers to any more. */
import type { Ctx } from './ctx.ts'
import type { Db } from './db/open.ts'
import { appendEvent } from './event.store.ts'
import type { FileHouse } from './file-house.ts'

/** Says which of these contents (SHA-256) are still referred to. */
export type Holder = (db: Db, hashes: readonly string[]) => Promise<readonly string[]>

async function heldOf(db: Db, holders: readonly Holder[], hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>()
  for (const holds of holders) for (const hash of await holds(db, hashes)) held.add(hash)
  return held
}

/** Hashes that nobody has brought since, in their order. */
const listOld = async (
  db: Db,
  { since, after, most }: { since: Date; after: string; most: number },
): Promise<string[]> =>
  (
    await db
      .selectFrom('kernel.file')
      .select('hash')
      .where('goneAt', 'is', null)
      .where('lastAt', '<', since)
      .where('hash', '>', after)
      .orderBy('hash')
      .limit(most)
      .execute()
  ).map(({ hash }) => hash)

/**
 * Under the lock of its row, so that whoever brings the same content at this moment waits, and puts it back. This is the
 * one place where bytes are touched within a transaction: cut off in the middle, the row still says that they are there,
 * nothing refers to them, and the next round does it again.
 */
const removeUnheld = (
  ctx: Ctx,
  house: FileHouse,
  holders: readonly Holder[],
  { hash, since }: { hash: string; since: Date },
) =>
  ctx.db.transaction().execute(async (db): Promise<boolean> => {
    const held = await db
      .selectFrom('kernel.file')
      .select('hash')
      .where('hash', '=', hash)
      .where('goneAt', 'is', null)
      .where('lastAt', '<', since)
      .forUpdate()
      .executeTakeFirst()
    if (!held || (await heldOf(db, holders, [hash])).has(hash)) return false
    await db.updateTable('kernel.file').set({ goneAt: ctx.now }).where('hash', '=', hash).execute()
    const about = { result: { hash }, detail: null, rule: null }
    await appendEvent({ ...ctx, db, key: undefined }, 'kernel.file.remove', `kernel.file/${hash}`, about)
    await house.remove(hash)
    return true
  })

const atOnce = 500

/** Returns how many went. */
export async function sweepFiles(
  ctx: Ctx,
  house: FileHouse,
  holders: readonly Holder[],
  graceDays: number,
): Promise<number> {
  const since = new Date(ctx.now.getTime() - graceDays * 86_400_000)
  let removed = 0
  let after = ''
  for (;;) {
    const old = await listOld(ctx.db, { since, after, most: atOnce })
    if (old.length === 0) return removed
    const held = await heldOf(ctx.db, holders, old)
    for (const hash of old.filter((one) => !held.has(one))) {
      if (await removeUnheld(ctx, house, holders, { hash, since })) removed += 1
      // Others have their turn on the embedded database.
      await new Promise((resolve) => setImmediate(resolve))
    }
    after = old.at(-1) ?? after
  }
}
