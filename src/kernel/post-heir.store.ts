/** People follow their unit: when it goes on as another, so do the posts in it. */
import type { Db } from './db/open.ts'
import { newId } from './id.ts'
import type { Day } from './time.ts'
import type { UnitEvent } from './unit.ts'

/** A unit that ended, and the only one that came out of it. */
export type Heir = { readonly from: string; readonly to: string; readonly on: Day }

/** Units that ended with one heir, day by day. Those abolished or split have none: where their people go is for people to say. */
export const heirsOf = (events: readonly UnitEvent[]): Heir[] =>
  events
    .flatMap(({ from, to, on }) => {
      const [heir] = to
      if (!heir || to.length > 1) return []
      return from.filter((slug) => slug !== heir.slug).map((slug) => ({ from: slug, to: heir.slug, on }))
    })
    .sort((a, b) => a.on.localeCompare(b.on))

const postsAfter = (db: Db, slug: string, on: Day) =>
  db
    .selectFrom('kernel.post as p')
    .innerJoin('kernel.unit as u', 'u.id', 'p.unitId')
    .where('u.slug', '=', slug)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', on)]))

/** Posts that would still be held in a unit on a day or later. */
export async function countPostsAfter(db: Db, slug: string, on: Day): Promise<number> {
  const { count } = await postsAfter(db, slug, on)
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Ends the posts in a unit that ended and opens the same in its heir. A post that had not begun begins in the heir. */
export async function followHeir(db: Db, { from, to, on }: Heir, now: Date): Promise<void> {
  const heir = await db.selectFrom('kernel.unit').select('id').where('slug', '=', to).executeTakeFirstOrThrow()
  const posts = await postsAfter(db, from, on)
    .select(['p.id', 'p.accountId', 'p.roleCode', 'p.title', 'p.validFrom', 'p.validTo'])
    .forUpdate('p')
    .execute()
  for (const { id, ...held } of posts) {
    if (held.validFrom >= on)
      await db.updateTable('kernel.post').set({ unitId: heir.id }).where('id', '=', id).execute()
    else {
      await db.updateTable('kernel.post').set({ validTo: on }).where('id', '=', id).execute()
      await db
        .insertInto('kernel.post')
        .values({ ...held, id: newId(now), unitId: heir.id, validFrom: on })
        .execute()
    }
  }
}
