/** The end of a key that signs receipts. */
import type { Db } from '#kernel/db/open.ts'

/** Whether it was in force until now. The next receipt makes the key that comes after it. */
export async function endKey(db: Db, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('filing.receipt_key')
    .set({ validTo: now })
    .where('id', '=', id)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
