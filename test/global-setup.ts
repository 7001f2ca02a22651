/** Brings one empty database up to date, once; every test file starts from a copy. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '#kernel/db/migrate.ts'
import { openDatabase } from '#kernel/db/open.ts'
import { picture, prepareTemplate, serverUrl } from './database.ts'

export async function setup() {
  if (serverUrl)
    return prepareTemplate(async (url) => {
      const database = await openDatabase({ url }, async (owner) => void (await migrate(owner)))
      await database.close()
    })
  const lite = await PGlite.create()
  await migrate({
    query: async (sql, params) => (await lite.query<Record<string, unknown>>(sql, params)).rows,
    script: async (sql) => void (await lite.exec(sql)),
  })
  const dump = await lite.dumpDataDir('none')
  mkdirSync(dirname(picture), { recursive: true })
  writeFileSync(picture, Buffer.from(await dump.arrayBuffer()))
  await lite.close()
}
