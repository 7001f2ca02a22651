/** Contents of the file house that plans, their versions, figures and notes refer to. */
import type { Holder } from '#kernel/file-sweep.store.ts'

export const heldByPlans: Holder = async (db, hashes) => {
  const tables = ['plan.plan', 'plan.version', 'plan.figure', 'plan.note'] as const
  const held: string[] = []
  for (const table of tables) {
    const rows = await db.selectFrom(table).select('fileHash').distinct().where('fileHash', 'in', hashes).execute()
    held.push(...rows.flatMap(({ fileHash }) => fileHash ?? []))
  }
  return held
}
