/** A database of its own for a test file, migrated already: in memory, or on the server that TEST_DATABASE_URL names. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { openDatabase, type Database } from '#kernel/db/open.ts'

export const picture = 'var/test/house.tar'
const template = 'tgs_test_template'

export const serverUrl = process.env['TEST_DATABASE_URL']

export async function asServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const urlOf = (database: string) => {
  const url = new URL(serverUrl ?? '')
  url.pathname = `/${database}`
  return url.href
}

/** Call `close` when the file is done: on a server the database goes with it. */
export async function openTestDatabase(): Promise<Database> {
  if (!serverUrl) return openDatabase({ memory: true, picture }, async () => {})
  const name = `tgs_test_${randomUUID().replaceAll('-', '')}`
  await asServer((client) => client.query(`create database ${name} template ${template}`))
  const database = await openDatabase({ url: urlOf(name), connections: 4 }, async () => {})
  const close = async () => {
    await database.close()
    await asServer((client) => client.query(`drop database ${name} with (force)`))
  }
  return { ...database, close }
}

/** Runs once before all files: makes what `openTestDatabase` copies. */
export async function prepareTemplate(migrateAll: (url: string) => Promise<void>) {
  await asServer(async (client) => {
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template}`)
  })
  await migrateAll(urlOf(template))
}
