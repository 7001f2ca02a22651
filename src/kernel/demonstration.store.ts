/** Accounts to try the platform with. They have no password, and open only in a database made for demonstration. */
import { sql } from 'kysely'
import type { Db } from './db/open.ts'
import { listPostsOn, type Post } from './post.store.ts'
import type { Day } from './time.ts'

/** Their logins end so: `lan.demo`. */
const demonstrationMark = '.demo'

export type DemonstrationAccount = { id: string; login: string; name: string; posts: Post[] }

/** The mark that `claimHouse` left in the database itself; no setting and no flag of the process can stand in for it. */
const isDemonstration = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('kernel.house').select('demo').executeTakeFirst())?.demo ?? false

const accounts = (db: Db) =>
  db
    .selectFrom('kernel.account')
    .select(['id', 'login', 'name'])
    .where(sql<string>`lower(login)`, 'like', `%${demonstrationMark}`)
    .where('closedOn', 'is', null)
    .where('passwordHash', 'is', null)

/** Who can be tried out, in the order they were made; nobody unless the database was made for demonstration. */
export async function listDemonstrationAccounts(db: Db, on: Day): Promise<DemonstrationAccount[]> {
  if (!(await isDemonstration(db))) return []
  const found = await accounts(db).orderBy('createdAt').orderBy('id').limit(30).execute()
  return Promise.all(found.map(async (account) => ({ ...account, posts: await listPostsOn(db, account.id, on) })))
}

export const findDemonstrationAccount = async (db: Db, login: string) =>
  (await isDemonstration(db)) ? accounts(db).where('login', '=', login).executeTakeFirst() : undefined
