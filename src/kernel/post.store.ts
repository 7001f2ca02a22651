/** Posts: who acts in which unit, in which role, from when to when. `validTo` is the first day on which it is over. */
import { isId } from './id.ts'
import type { Db } from './db/open.ts'
import { refuse } from './problem.ts'
import type { Day } from './time.ts'

/** What is no UUID names no post; the database would call it an error. */
const uuid = (id: string) => (isId(id) ? id : refuse('missing', 'kernel.post.missing'))

export type Post = {
  id: string
  accountId: string
  unitId: number
  /** The unit's name and slug on the day that was asked about, or its latest. */
  unit: string
  unitSlug: string
  roleCode: string
  roleVi: string
  roleEn: string
  title: string
  validFrom: Day
  validTo: Day | null
}

const posts = (db: Db) =>
  db
    .selectFrom('kernel.post as p')
    .innerJoin('kernel.unit as u', 'u.id', 'p.unitId')
    .innerJoin('kernel.role as r', 'r.code', 'p.roleCode')
    .leftJoin('kernel.unit_version as v', (join) => join.onRef('v.unitId', '=', 'p.unitId').on('v.validTo', 'is', null))
    .select([
      'p.id',
      'p.accountId',
      'p.unitId',
      'u.slug as unitSlug',
      'p.roleCode',
      'p.title',
      'p.validFrom',
      'p.validTo',
    ])
    .select(['r.nameVi as roleVi', 'r.nameEn as roleEn'])
    .select((select) => select.fn.coalesce('v.name', 'u.slug').as('unit'))

/** All posts an account ever had or will have, the latest first. */
export const listPosts = (db: Db, accountId: string): Promise<Post[]> =>
  posts(db).where('p.accountId', '=', accountId).orderBy('p.validFrom', 'desc').orderBy('p.id').execute()

/** The posts an account holds on a day. */
export const listPostsOn = (db: Db, accountId: string, on: Day): Promise<Post[]> =>
  posts(db)
    .where('p.accountId', '=', accountId)
    .where('p.validFrom', '<=', on)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', on)]))
    .orderBy('p.validFrom')
    .orderBy('p.id')
    .execute()

/** The units an account has something to do in on a day or later. */
export const unitsOfAccount = async (db: Db, accountId: string, from: Day): Promise<number[]> =>
  (
    await db
      .selectFrom('kernel.post')
      .select('unitId')
      .distinct()
      .where('accountId', '=', accountId)
      .where((where) => where.or([where('validTo', 'is', null), where('validTo', '>', from)]))
      .execute()
  ).map(({ unitId }) => unitId)

/** Everybody in post on a day in one of the units, or with `null` in any. */
export const listPostsIn = (db: Db, scope: readonly number[] | null, on: Day, limit: number) =>
  posts(db)
    .innerJoin('kernel.account as a', 'a.id', 'p.accountId')
    .select(['a.login', 'a.name'])
    .$if(scope !== null, (query) => query.where('p.unitId', 'in', [...(scope ?? []), -1]))
    .where('p.validFrom', '<=', on)
    .where((where) => where.or([where('p.validTo', 'is', null), where('p.validTo', '>', on)]))
    .orderBy('u.slug')
    .orderBy('a.login')
    .limit(limit)
    .execute()

export const getPost = async (db: Db, id: string): Promise<Post & { login: string; name: string }> =>
  (await posts(db)
    .innerJoin('kernel.account as a', 'a.id', 'p.accountId')
    .select(['a.login', 'a.name'])
    .where('p.id', '=', uuid(id))
    .executeTakeFirst()) ?? refuse('missing', 'kernel.post.missing')

export const holdPost = async (db: Db, id: string) =>
  (await db
    .selectFrom('kernel.post')
    .select(['id', 'accountId', 'unitId', 'validFrom', 'validTo'])
    .where('id', '=', uuid(id))
    .forUpdate()
    .executeTakeFirst()) ?? refuse('missing', 'kernel.post.missing')

export const insertPost = (
  db: Db,
  post: { id: string; accountId: string; unitId: number; roleCode: string; title: string; validFrom: Day },
) => db.insertInto('kernel.post').values(post).execute()

export const endPost = (db: Db, id: string, validTo: Day) =>
  db.updateTable('kernel.post').set({ validTo }).where('id', '=', id).execute()
