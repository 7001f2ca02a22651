/** Brings one empty database up to date, once; every test file starts from a copy. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '#kernel/db/migrate.ts'
import { openDatabase, type Owner } from '#kernel/db/open.ts'
import { prepareJobs } from '#kernel/job.store.ts'
import { picture, prepareTemplate, serverUrl } from './database.ts'

async function makeTables(owner: Owner) {
  await migrate(owner)
  await prepareJobs(owner)
}

export async function setup() {
  if (serverUrl)
    return prepareTemplate(async (url) => {
      const database = await openDatabase({ url }, makeTables)
      await database.close()
    })
  const lite = await PGlite.create()
  await makeTables({
    query: async (sql, params) => (await lite.query<Record<string, unknown>>(sql, params)).rows,
    script: async (sql) => void (await lite.exec(sql)),
  })
  const dump = await lite.dumpDataDir('none')
  mkdirSync(dirname(picture), { recursive: true })
  writeFileSync(picture, Buffer.from(await dump.arrayBuffer()))
  await lite.close()
}
