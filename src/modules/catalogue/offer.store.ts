/** What citizens are told of procedures, as it was published. */
import type { Db } from '#kernel/db/open.ts'
import type { Offer } from './offer.ts'
import { bumpRevision } from './revision.store.ts'

export async function findOffer(db: Db, procedure: string): Promise<Offer | undefined> {
  const row = await db
    .selectFrom('catalogue.offer')
    .select('content')
    .where('procedureCode', '=', procedure)
    .where('validTo', 'is', null)
    .executeTakeFirst()
  return row && (row.content as Offer)
}

/**
 * Ends the offer of before and puts this one in its place, in the transaction of `db`. `null`: nothing is offered any more.
 * Two in one moment: nobody saw the first, so the second takes its row; what was published stands in the versions.
 */
export async function setOffer(db: Db, procedure: string, offer: Offer | null, now: Date): Promise<void> {
  await db
    .updateTable('catalogue.offer')
    .set({ validTo: now })
    .where('procedureCode', '=', procedure)
    .where('validTo', 'is', null)
    .execute()
  if (offer) {
    const content = JSON.stringify(offer)
    await db
      .insertInto('catalogue.offer')
      .values({ procedureCode: procedure, validFrom: now, content })
      .onConflict((same) => same.columns(['procedureCode', 'validFrom']).doUpdateSet({ content, validTo: null }))
      .execute()
  }
  await bumpRevision(db)
}
