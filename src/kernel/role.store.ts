/** Roles: named sets of permissions that a post gives its holder. */
import type { Db } from './db/open.ts'
import seeds from '../../data/roles.json' with { type: 'json' }
import { refuse } from './problem.ts'
import { dayOf } from './time.ts'

export type Role = { code: string; nameVi: string; nameEn: string; permissions: string[] }

const roles = (db: Db) => db.selectFrom('kernel.role').select(['code', 'nameVi', 'nameEn', 'permissions'])

export const listRoles = (db: Db): Promise<Role[]> => roles(db).orderBy('code').execute()

export const findRole = (db: Db, code: string): Promise<Role | undefined> =>
  roles(db).where('code', '=', code).executeTakeFirst()

export const holdRole = async (db: Db, code: string): Promise<Role> =>
  (await roles(db).where('code', '=', code).forUpdate().executeTakeFirst()) ?? refuse('missing', 'kernel.missing')

/** The code of the role a post gives. */
export const findRoleOfPost = async (db: Db, postId: string): Promise<string | undefined> =>
  (await db.selectFrom('kernel.post').select('roleCode').where('id', '=', postId).executeTakeFirst())?.roleCode

export const insertRole = (db: Db, role: Role, now: Date) =>
  db
    .insertInto('kernel.role')
    .values({ ...role, validFrom: dayOf(now) })
    .execute()

export const updateRole = (db: Db, { code, ...change }: Role) =>
  db.updateTable('kernel.role').set(change).where('code', '=', code).execute()

/** Adds the roles the platform comes with where they are missing; what a province has changed stays. */
export async function seedRoles(db: Db, now: Date): Promise<void> {
  await db
    .insertInto('kernel.role')
    .values(seeds.map((role) => ({ ...role, validFrom: dayOf(now) })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
