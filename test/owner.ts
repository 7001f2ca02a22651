/** For tests that need what only the owner of the tables may do: the connection takes its own name again for a while. */
import { CompiledQuery } from 'kysely'
import { appRole, type Db, type Owner } from '#kernel/db/open.ts'

export const asOwner = <T>(db: Db, work: (owner: Owner) => Promise<T>): Promise<T> =>
  db
    .withoutPlugins()
    .connection()
    .execute(async (connection) => {
      const query = async (sql: string, params: unknown[] = []) =>
        (await connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql, params))).rows
      await query('reset role')
      try {
        return await work({ query, script: async (sql) => void (await query(sql)) })
      } finally {
        await query(`set role ${appRole}`)
      }
    })
