/** Accounts as rows. */
import { sql } from 'kysely'
import type { Updateable } from 'kysely'
import type { Account } from './account.ts'
import type { Db } from './db/open.ts'
import type { Tables } from './db/tables.ts'
import { refuse } from './problem.ts'

const accounts = (db: Db) =>
  db
    .selectFrom('kernel.account')
    .select(['id', 'login', 'name', 'email', 'passwordHash', 'failures', 'lockedUntil'])
    .select(['totpSecret', 'totpStep', 'closedOn'])

export const getAccount = async (db: Db, id: string): Promise<Account> =>
  (await accounts(db).where('id', '=', id).executeTakeFirst()) ?? refuse('missing', 'kernel.account.missing')

export const findAccountByLogin = (db: Db, login: string): Promise<Account | undefined> =>
  accounts(db).where(sql`lower(login)`, '=', login.toLowerCase()).executeTakeFirst()

export const getAccountByLogin = async (db: Db, login: string): Promise<Account> =>
  (await findAccountByLogin(db, login)) ?? refuse('missing', 'kernel.account.missing')

/** As `findAccountByLogin`; and nobody else counts its failures until this transaction ends. */
export const holdAccountByLogin = (db: Db, login: string): Promise<Account | undefined> =>
  accounts(db).where(sql`lower(login)`, '=', login.toLowerCase()).forUpdate().executeTakeFirst()

export const holdAccount = async (db: Db, id: string): Promise<Account> =>
  (await accounts(db).where('id', '=', id).forUpdate().executeTakeFirst()) ??
  refuse('missing', 'kernel.account.missing')

export const insertAccount = (
  db: Db,
  account: { id: string; login: string; name: string; email: string | null; passwordHash: string | null; now: Date },
) => {
  const { now, ...row } = account
  return db
    .insertInto('kernel.account')
    .values({ ...row, createdAt: now })
    .execute()
}

export const updateAccount = (db: Db, id: string, change: Updateable<Tables['kernel.account']>) =>
  db.updateTable('kernel.account').set(change).where('id', '=', id).execute()

export const hasAnyAccount = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('kernel.account').select('id').limit(1).executeTakeFirst()) !== undefined

/** Whether a login was turned down because another account has it. */
export const isLoginTaken = (fault: unknown): boolean =>
  fault instanceof Error && 'constraint' in fault && fault.constraint === 'account_login'

export type AccountLine = Pick<Account, 'id' | 'login' | 'name' | 'lockedUntil' | 'closedOn'> & {
  hasPassword: boolean
  hasSecondFactor: boolean
}

/** Of `kernel.account as a`: a post, now or once, in one of the units; `null`: in any, or in none. */
export const hasPostIn = (scope: readonly number[] | null) =>
  scope === null
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from kernel.post p where p.account_id = a.id and p.unit_id = any(${[...scope]}::integer[]))`

/** Accounts with a post in one of the units, by login. */
export const listAccounts = (db: Db, scope: readonly number[] | null, page: { after: string; limit: number }) =>
  db
    .selectFrom('kernel.account as a')
    .select(['a.id', 'a.login', 'a.name', 'a.lockedUntil', 'a.closedOn'])
    .select([
      sql<boolean>`a.password_hash is not null`.as('hasPassword'),
      sql<boolean>`a.totp_secret is not null`.as('hasSecondFactor'),
    ])
    .where(hasPostIn(scope))
    .where(sql<string>`lower(a.login) collate "C"`, '>', page.after.toLowerCase())
    .orderBy(sql`lower(a.login) collate "C"`)
    .limit(page.limit)
    .execute()
